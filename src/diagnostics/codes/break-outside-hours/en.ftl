title = a break outside the hours
message = the break { $break } does not lie within the hours { $hours }
label = closed at this time anyway
help = correct the break or the hours
page = A break takes time out of the hours of work. One that lies outside of them takes out nothing, so that one of the two is misspelt.
