title = a number given twice
message = the number { $number } is given to two `{ $what }` lines of one channel
label = { $clause ->
    [none] `{ $name }` has number { $own }
   *[other] clause { $clause }: `{ $name }` has number { $own }
  }
label-first = { $clause ->
    [none] `{ $name }` has number { $own }
   *[other] clause { $clause }: `{ $name }` has number { $own }
  }
help = if the act is so, mark it with `expect`; otherwise correct `number`
page = An act that counts its processes and conditions refers to them by number, and so does its diagram. With one number for two of them a reference leads to both.
