title = an unknown value
message = the fact `{ $fact }` has no value `{ $value }`
label = no such value
label-declared = its values are said here
help = { $suggestion ->
    [none] choose one of its values: { $values }
   *[other] did you mean `{ $suggestion }`?
  }
page = The possible values of a fact are listed where it is declared. A comparison with another value would never hold.
