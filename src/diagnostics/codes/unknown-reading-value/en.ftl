title = an unknown value of a reading
message = the reading `{ $name }` has no value `{ $value }`
label = no such value
help = { $suggestion ->
    [none] choose one of its values: { $values }
   *[other] did you mean `{ $suggestion }`?
  }
page = Every reading has a few known values. Another one would change nothing.
