title = one thing under two names
message = `{ $name }` and `{ $other }` are called the same
label = declared again under another name
label-first = declared here first
help = keep one of the names
page = A body or an actor has one name in a project. Under two names, two acts that speak of it seem to speak of two, and a step that hands to one and is done by the other seems wrong.
