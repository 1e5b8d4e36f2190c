title = a channel that is named and not offered
message = the act names `{ $name }`, and does not offer the service through it
label = named here
label-other = named here as well
label-offered = the channels of the act
help = offer the channel, or mark it with `expect` if the act is so
page = A clause that names an organisation through which nothing can be handed in is left over from another act, or the list of channels lacks it.
