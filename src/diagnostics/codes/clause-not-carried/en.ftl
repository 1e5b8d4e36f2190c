title = a clause that the model neither carries nor explains
message = nothing carries clause { $clause } of the act, and nothing says why
label = { $content ->
    [acts] a body acts in it
    [times] it gives { $times }
    [both] a body acts in it, and it gives { $times }
   *[none] it has no time and no act
  }
label-regulation = this regulation has the act's inventory beside it
help = cite the clause where the model says the same, or name it in `omits` with the reason
page = A model that leaves a clause out in silence looks complete and isn't. Each clause of the act's inventory is cited by a statement, down to the paragraph, or named in `omits` with a reason. A line that only opens a list is carried by its list.
