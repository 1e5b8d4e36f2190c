title = channels give different limits
message = `{ $step }` has different limits in different channels, and nothing says why
label = in the channel `{ $channel }`: { $said }
label-other = in the channel `{ $channel }`: { $said }
help = say why with `note`, or mark with `expect` that the act is so
page = Where one step has one limit in one channel and another in another, there should be a reason. Where none is said, most often one clause was amended and the other forgotten.
