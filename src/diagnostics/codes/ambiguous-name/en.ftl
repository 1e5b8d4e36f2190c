title = an ambiguous name
message = `{ $name }` is declared in more than one file
label = which one is not clear
label-declared = declared here
help = put the file's name in front, as in `{ $first }`; the choice is { $names }
page = Where two files that are used give one name to two things, which of them is meant is not guessed. Put the end of the file's name in front of it.
