title = channels give different results
message = `{ $step }` has different results in different channels, and nothing says why
label = { $clause ->
    [none] in the channel `{ $channel }`: “{ $said }”
   *[other] in the channel `{ $channel }`, clause { $clause }: “{ $said }”
  }
label-other = { $clause ->
    [none] in the channel `{ $channel }`: “{ $said }”
   *[other] in the channel `{ $channel }`, clause { $clause }: “{ $said }”
  }
help = say why with `note`, or mark with `expect` that the act is so
page = One step by one actor should end in one thing. Where one channel's list lets it end in a permit and another's in a copy of it, the applicants of the two channels do not get the same.
