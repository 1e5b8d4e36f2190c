title = a part that applies nowhere
message = this `{ $part }` applies in no channel
label = in every channel another part replaces it
label-qualified = the part for a channel
help = say which channel it is for, or take it out
page = A part that names its channel replaces, in that channel, the part that names none. Where every channel has its own, the one without a channel applies nowhere: a clause, say, is lost without notice.
