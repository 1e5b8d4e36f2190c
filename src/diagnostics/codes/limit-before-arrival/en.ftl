title = a limit that can expire before the file arrives
message = in the channel `{ $channel }` the limit of `{ $step }` can be over before the file is there: what is filed on { $filed } should be done on { $due }, and arrives on { $arrival }
label = { $back ->
    [yes] counted back from the end of the term, it ends on { $due }
   *[other] counted from an earlier event, it ends on { $due }
  }
label-holder = until { $until } `{ $holder }` still has time
help = count the limit from the arrival of the file, or shorten the steps before it
page =
    The limit runs from an event before the step, and the steps in between may lawfully take longer than it. Then the officer is late before the file has come. The dates show the earliest such filing. The verdict on the whole term is told apart: there the step is done by the later of its limit and the arrival of the file.
