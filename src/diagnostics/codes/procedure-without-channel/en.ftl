title = a procedure without a channel
message = this procedure does not say which channel it is for
label = no channel is named
help = name the channel, as in `procedure via office`
page = A procedure is written once for one or more channels. Without a channel nobody can say when a filing counts.
