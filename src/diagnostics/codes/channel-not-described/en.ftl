title = a channel without a procedure
message = the channel `{ $channel }` is offered, and no procedure describes it
label = no procedure for this channel
label-standard = the standard offers it
help = describe the procedure for it, or mark with `expect` that the act lacks it
page = Every channel that the standard offers or the regulation announces needs its procedure. Otherwise nothing says what becomes of a filing through it.
