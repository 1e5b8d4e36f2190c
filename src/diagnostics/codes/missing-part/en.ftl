title = a part that must be said
message = the line of `{ $statement }` lacks a part that it must have
label = not said in full
help = add one of: { $expected }
page = Some lines mean nothing without a certain part: an end says how the matter ended, an act in force says since when.
