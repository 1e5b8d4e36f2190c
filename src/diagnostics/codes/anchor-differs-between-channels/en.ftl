title = channels count from different events
message = the limit of `{ $step }` runs from different events in different channels, and nothing says why
label = { $clause ->
    [none] in the channel `{ $channel }`: { $said }
   *[other] in the channel `{ $channel }`, clause { $clause }: { $said }
  }
label-other = { $clause ->
    [none] in the channel `{ $channel }`: { $said }
   *[other] in the channel `{ $channel }`, clause { $clause }: { $said }
  }
help = say why with `note`, or mark with `expect` that the act is so
page = Five days from the receipt at the State Corporation and five days from the receipt at the provider are not the same five days.
