title = a list of values is too short
message = a list of values needs at least two
label = only one value
help = add another value; a yes/no fact needs no list
page = A fact tells cases apart, so it has at least two possible values. A fact without a list is yes or no.
