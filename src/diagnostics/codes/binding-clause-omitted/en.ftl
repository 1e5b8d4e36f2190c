title = a clause that binds, explained away
message = clause { $clause } can't be left out: { $content ->
    [acts] a body acts in it
    [times] it gives { $times }
    [both] a body acts in it, and it gives { $times }
   *[none] it has no time and no act
  }
label = left out here
label-act = the act says it here
help = say it: as a step, an `obligation`, a `complaint`, a `term` or another statement with this clause
page = `omits` is for what binds nobody: addresses, telephone numbers, pointers to annexes. A clause that sets a time or in which a body acts is what a regulation is about. It has to be said, however small it is.
