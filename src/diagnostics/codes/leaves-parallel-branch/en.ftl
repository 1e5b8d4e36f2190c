title = a path leaves a parallel branch
message = this way leaves a parallel branch (`{ $name }`)
label = leaves the branch
label-target = leads here
help = let the branch run to its closing brace, and put the choice or the end behind it
page = Parallel branches join when all of them are done. If one ends or goes elsewhere before that, nobody knows what becomes of the others.
