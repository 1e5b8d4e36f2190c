title = a channel that the standard lacks
message = the standard does not offer the channel `{ $channel }`
label = not in the standard
label-standard = the standard's channels are named here
help = take the channel out, or look at the standard's channels again
page = The standard says through which channels a service is given. A regulation cannot add one.
