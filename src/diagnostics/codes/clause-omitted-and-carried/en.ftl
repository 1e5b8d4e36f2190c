title = a clause that is left out and carried
message = clause { $clause } is left out, and carried as well
label = left out here
label-carried = carried by this `{ $statement }`
help = take the clause out of `omits`
page = What the model carries needs no reason for leaving it out. One of the two is a slip, and a reader can't tell which.
