title = a used file is missing
message = there is no file `{ $name }` in the project
label = no such file
help = { $suggestion ->
    [none] add the file, or take the line out; a file is named by its path from the project's folder
   *[other] did you mean `{ $suggestion }`?
  }
page = A file is named by its path from the project's folder: `use actors.land` is the file `actors/land.reglament`. While it is missing its names are unknown as well, and they are not reported one by one.
