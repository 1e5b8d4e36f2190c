title = a closing brace that is missing
message = this brace has no closing `{ "}" }`
label = opened here
label-noticed = should have been closed by here
help = put `{ "}" }` where the block ends
page = A block under a line begins with an opening brace and ends with a closing one. Which brace was left open is told by the indentation. The lines behind the block are read all the same.
