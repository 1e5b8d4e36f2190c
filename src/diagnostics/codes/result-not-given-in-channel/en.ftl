title = a result that a channel does not give
message = no path of the channel `{ $channel }` gives the result `{ $result }`, which another channel gives
label = declared for every channel
label-procedure = the procedure of the channel
help = let an end or a step of the channel give it, declare it for the others alone with `only`, or mark it with `expect` if the act is so
page = A result that the act declares without naming a channel is promised to everybody. Where no path of a channel comes to it, who applies there can never get it.
