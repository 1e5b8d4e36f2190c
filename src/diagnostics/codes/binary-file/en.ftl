title = a file that is no text
message = `{ $path }` is not a text
label = here stands a zero byte, which no text holds
help = save it as plain text, encoded in UTF-8
page = The language is written in plain text files. A document of a word processor has another form inside, even if its name is changed.
