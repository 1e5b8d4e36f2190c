title = a path enters a parallel branch
message = this way enters the middle of a parallel branch at `{ $name }`
label = enters the branch
label-target = the line inside the branch
help = lead the arrow to the head of the parallel part
page = Parallel branches start together. If one is entered from aside, the others never start.
