title = a name from a file that is not used
message = `{ $name }` is declared in `{ $module }`, which this file does not use
label = not seen from here
label-declared = declared here
help = add the line `use { $module }` at the top of the file
page = A file sees its own names and those of the files that it uses directly. So where a name comes from can be read at the top of the file.
