title = two abbreviations for one thing
message = the act abbreviates one thing as `{ $other }` and as `{ $short }`
label = the second abbreviation
label-other = the first abbreviation
help = keep one of them, or mark it with `expect` if the act is so
page = Two short forms for one thing make the reader ask whether two things are meant.
