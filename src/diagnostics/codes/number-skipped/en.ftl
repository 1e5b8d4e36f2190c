title = a number left out
message = no `{ $what }` line of the channel has the number { $number }
label = { $clause ->
    [none] `{ $name }` has number { $own }
   *[other] clause { $clause }: `{ $name }` has number { $own }
  }
label-before = { $clause ->
    [none] `{ $name }` has number { $own }
   *[other] clause { $clause }: `{ $name }` has number { $own }
  }
help = if the act is so, mark it with `expect`; otherwise correct `number`, or add the line
page = Where the count of an act jumps from 3 to 5, either something was struck out and the rest not renumbered, or something is missing.
