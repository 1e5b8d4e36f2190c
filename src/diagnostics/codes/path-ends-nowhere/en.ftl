title = a path ends nowhere
message = behind `{ $name }` the path stops without an end
label = nothing follows
help = lead the path to an `end` line: granted, refused or returned
page = Every path ends in a result, a refusal or a return. Where it merely stops, the applicant gets nothing.
