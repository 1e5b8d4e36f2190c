title = a case without a term
message = { $case ->
    [none] the standard gives no term for the channel `{ $channel }`
   *[other] the standard gives no term for the channel `{ $channel }` in this case: { $case }
  }
label = no term here
label-procedure = the procedure for this channel
help = add a term for the case; a term that nobody knows is `term unknown`
page = The terms of a standard must cover every channel and every case of the regulation. Without a term there is nothing to hold the regulation against.
