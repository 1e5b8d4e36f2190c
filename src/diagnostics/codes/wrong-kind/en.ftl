title = a name of another kind
message = `{ $name }` is declared with `{ $other }`, and `{ $kind }` is wanted here
label = of another kind
label-declared = declared here
help = name something that is declared with `{ $kind }`
page = Every part of a line wants a name of a certain kind: `by` an actor, `via` a channel. The name exists, but as something else.
