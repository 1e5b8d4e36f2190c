title = a closing brace too many
message = this `{ "}" }` closes nothing
label = no opening brace belongs to it
help = take it out, or put the missing `{ "{" }` above
page = Every closing brace closes one block. One too many mostly means that an opening brace above was left out, or that a block was closed too early.
