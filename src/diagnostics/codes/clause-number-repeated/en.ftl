title = a clause number that the act uses twice
message = the act uses the number { $clause } twice
label = { $cited ->
    [no] its regulation
   *[yes] here it is clause { $again }
  }
label-first = used here first
label-again = and here again
help = the act is so: mark it with `expect`, and cite the second one as { $again }
page = Two clauses with one number: whoever refers to it refers to both. A list that begins anew with 1 is no such case.
