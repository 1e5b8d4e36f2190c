title = a part out of its place
message = { $what ->
    [text] a text
    [arrow] an arrow
    [duration] a duration without a keyword
   *[word] `{ $word }`
  } cannot stand { $statement ->
    [none] at the top of a file
   *[other] in a `{ $statement }` line
  }
label = does not belong here
help = take it out; what may stand here: { $expected }
page = Every line has parts of its own, and lines that its block may hold. A part out of its place would mean nothing, so it is reported and not passed over.
