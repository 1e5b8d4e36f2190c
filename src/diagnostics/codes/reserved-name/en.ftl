title = a keyword where a name is wanted
message = `{ $word }` is a keyword and cannot be a name
label = a name is wanted here
help = take another name, for example with a second word after a hyphen
page = The keywords of all three languages are reserved in every file, so that no name turns into a keyword when the file is written in another vocabulary.
