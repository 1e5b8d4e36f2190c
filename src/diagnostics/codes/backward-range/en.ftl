title = a range that ends before it begins
message = the range `{ $range }` does not end after its beginning
label = the end is before the beginning
help = exchange the beginning and the end, or divide the range
page = A range is written from its beginning to its end: hours, days of the week, dates. One that passes midnight or Sunday is divided into two lines.
