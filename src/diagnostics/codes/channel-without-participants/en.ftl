title = a channel without the listed participants
message = none of the listed participants does anything in the channel `{ $channel }`
label = the channel begins here
label-listed = “{ $actor }” is listed, and acts in other channels alone
help = describe what they do in this channel, or mark with `expect` that the act doesn't say
page = An act lists its participants once for the whole service. Where one channel is described without any of them, nobody is said to receive, decide or sign what comes in through it.
