title = a channel that is not announced
message = a procedure describes the channel `{ $channel }`, and the regulation does not announce it
label = not announced
label-announced = the channels are announced here
help = add the line `offers { $channel }`, or mark with `expect` that the act is so
page = At its beginning a regulation announces the channels through which papers are taken. A channel that has a procedure belongs among them.
