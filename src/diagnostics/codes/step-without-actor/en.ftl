title = a step that nobody does
message = no clause says who does `{ $step }`
label = { $clause ->
    [none] nobody is named
   *[other] clause { $clause } names nobody
  }
label-other = { $clause ->
    [none] nobody is named
   *[other] clause { $clause } names nobody
  }
help = if the act is so, mark it with `expect`; otherwise name the actor with `by`
page = A step for which nobody is named is done by nobody, or by whoever finds the file. Its limit binds no one.
