title = the term is not known
message = the standard’s term is not known{ $known ->
    [open] ; as if what has no limit took no time, the procedure can keep { $promise }
    [yes] ; the procedure can keep { $promise }
   *[other] {""}
  }
label = nothing to hold the procedure against
label-procedure = this is what was counted
help = write the term here as soon as the text of the standard is at hand
page =
    The standard promises a term that nobody has seen yet. So nothing can be kept or missed. What can be said is the shortest term that the procedure keeps whatever the minute of filing: the least promise.
