title = a step without a limit
message = nothing is said of how long `{ $step }` may take
label = no limit
help = { $known ->
    [yes] state a limit; for what is filed on { $filed } in the channel `{ $way }` the term is kept if it is done on { $day } at the latest
   *[other] state a limit, if the act or another one has it
  }
page =
    An official acts here, and the act says nothing of how long. Nothing obliges the official to act at once, so the term is judged as for a wait without a limit: as if the step took no time. If the term is kept only so, it cannot be proved. Of the applicant and of an information system it is assumed that they act at once.
