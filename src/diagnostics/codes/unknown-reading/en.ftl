title = an unknown reading
message = there is no reading `{ $name }`
label = not known here
help = { $suggestion ->
    [none] choose one of the readings: { $names }
   *[other] did you mean `{ $suggestion }`?
  }
page = Where the law leaves a doubt, one of a fixed list of readings is chosen. A misspelt one would change nothing in the count, so it is reported.
