title = something that cannot stand here
message = `{ $word }` cannot stand here
label = belongs to no part of the line
help = { $expected ->
    [none] take it out
   *[other] take it out, or write one of these before it: { $expected }
  }
page = A line is made of parts: a keyword with its value, a text, an arrow or a duration. This belongs to none of them.
