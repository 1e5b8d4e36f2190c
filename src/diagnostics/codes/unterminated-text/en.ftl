title = a text that is not closed
message = the text has no closing quote
label = the text begins here
label-end = the line ends here
help = put `"` at the end of the text
page = A text ends on the line on which it begins. Without its closing quote it takes in the rest of the line.
