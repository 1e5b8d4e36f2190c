title = channels name different actors
message = different actors do `{ $step }` in different channels, and nothing says why
label = { $clause ->
    [none] in the channel `{ $channel }`: “{ $said }”
   *[other] in the channel `{ $channel }`, clause { $clause }: “{ $said }”
  }
label-other = { $clause ->
    [none] in the channel `{ $channel }`: “{ $said }”
   *[other] in the channel `{ $channel }`, clause { $clause }: “{ $said }”
  }
help = say why with `note`, or mark with `expect` that the act is so
page = Where one step is done by one employee in one channel and by another in the next, most often one list was amended and the other forgotten. That each channel has its own people, or that a system takes the place of an official, is reason enough.
