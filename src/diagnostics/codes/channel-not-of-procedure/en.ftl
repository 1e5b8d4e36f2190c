title = a channel that the procedure is not for
message = this procedure is not for the channel `{ $channel }`
label = not one of its channels
label-procedure = its channels are named here
help = add the channel at the head of the procedure, or take it out here
page = `only`, `except` and `via` choose among the procedure's own channels. With another one the line would apply nowhere.
