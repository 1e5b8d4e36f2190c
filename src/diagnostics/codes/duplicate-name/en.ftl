title = one name given twice
message = the name `{ $name }` is already taken
label = given a second time
label-first = given here first
help = rename one of the two
page = Other lines find a line by its name, so two things of one kind cannot share one. The first one holds.
