title = two procedures for one channel
message = the channel `{ $channel }` already has a procedure
label = a second one
label-first = the first one
help = join the two, or take the channel out of one of them
page = A channel has one procedure. Which of two would apply is not said.
