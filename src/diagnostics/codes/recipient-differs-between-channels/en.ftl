title = channels name different recipients
message = after `{ $step }` the file goes to different people in different channels, and nothing says why
label = { $clause ->
    [none] in the channel `{ $channel }`: “{ $said }”
   *[other] in the channel `{ $channel }`, clause { $clause }: “{ $said }”
  }
label-other = { $clause ->
    [none] in the channel `{ $channel }`: “{ $said }”
   *[other] in the channel `{ $channel }`, clause { $clause }: “{ $said }”
  }
help = say why with `note`, or mark with `expect` that the act is so
page = Where one list hands the file to the head and another to the officer, the two channels go different ways from there on. What one channel gives the applicant and another its own organisation is no difference: the channel is the reason.
