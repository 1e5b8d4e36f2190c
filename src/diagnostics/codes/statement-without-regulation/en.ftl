title = a line without its regulation
message = the line `{ $statement }` belongs to a regulation, and this file has none
label = it is not known whose it is
help = add a `regulation` line to the file, or move this line into the regulation's file
page = A procedure, an obligation, a complaint and other limits are words of a regulation. They stand in the file that holds its `regulation` line.
