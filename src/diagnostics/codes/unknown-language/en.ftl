title = a language that the tool does not speak
message = there is no language `{ $value }` here
label = not a language of the tool
help = write `kk`, `ru` or `en`
page = The languages of a project are those that every label must be written in: `kk`, `ru`, `en`, or some of them.
