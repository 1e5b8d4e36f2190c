title = one name given twice
message = the name `{ $name }` is already taken
label = given a second time
label-first = given here first
help = rename one of the two; if both are versions of one act, say from when each is in force: `effective since …`
page = Other lines find a line by its name, so two things of one kind cannot share one. The first one holds. Versions of one regulation or standard share its name, and all but one must say when they are in force.
