title = an unknown event
message = this procedure has no event called `{ $name }`
label = what to count from is not known
help = { $suggestion ->
    [none] count from a line of this procedure, from `receipt` or from `filing`
   *[other] did you mean `{ $suggestion }`?
  }
page = Where a limit is not counted from the previous step, its event must stand in the procedure: a step, a wait, the receipt or the filing.
