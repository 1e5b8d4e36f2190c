title = a wait without a limit
message = nothing limits how long `{ $step }` may take
label = it may come at any time
help = { $known ->
    [yes] state a limit; for what is filed on { $filed } in the channel `{ $way }` the term is kept if it comes on { $day } at the latest
   *[other] state a limit, if the act or another one has it
  }
page =
    The procedure waits for an event outside, and no limit says when it comes. The term is judged as if it came at once: if it is missed even so, it is missed. Otherwise nothing can be promised, and the finding tells the latest day on which the event may come in the worst case.
