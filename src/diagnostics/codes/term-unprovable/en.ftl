title = the term can be neither proved nor refuted
message = nothing can be proved about the term: { $why ->
    [second-stop] at `{ $step }` the clock would stop a second time
    [stop-in-parallel] `{ $step }` stops the clock for one of several parallel branches
    [before-unknown-term] the limit of `{ $step }` is counted back from a term that is not known
    [before-stopped-term] the limit of `{ $step }` is counted back from a term whose clock may still stop
   *[stopped-unit] `{ $step }` stops the clock of a term that is not counted in days of one kind
  }
label = this makes it so
help = state what the act leaves open, or mark the finding as known with `expect`
page =
    A proof needs limits that move on when the event before them moves on. Where a limit is counted back from an event that is not known yet, or the clock stops in a way that no act describes, a date could only be guessed. It is refused instead.
