title = a branching without branches
message = this `{ $statement }` has no branches
label = no branches
help = write `when` lines under a choice, and `branch` lines under a parallel part
page = A choice says where the file goes, a parallel part sends it to several places at once. Without branches neither says anything.
