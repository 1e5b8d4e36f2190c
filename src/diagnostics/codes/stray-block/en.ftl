title = a block that belongs to no line
message = a block cannot stand here
label = no line before this brace takes a block
help = write its line before the brace, or take the braces out
page = A block begins at the end of the line that it says more of. Without that line nobody knows what the block is about.
