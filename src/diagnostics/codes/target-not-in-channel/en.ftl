title = a line that this channel lacks
message = the line `{ $name }` does not exist in the channel `{ $channel }`
label = not in this channel
label-procedure = the procedure starts here
help = say it apart for this channel, with `via { $channel }`, or let the line be in this channel too
page = A line taken out of a channel with `only` or `except` can neither be reached nor counted from there.
