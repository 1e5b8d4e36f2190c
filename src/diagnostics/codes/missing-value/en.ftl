title = a value that is missing
message = { $found ->
    [none] { $expected } is missing here
   *[other] `{ $found }` stands where { $expected } is wanted
  }
label = at this place
help = write what is missing, or take the part out
page = A keyword is followed by its value: a limit by a duration, `by` by a name, a clause by its number. Here it is not there, or not written as such a value is.
