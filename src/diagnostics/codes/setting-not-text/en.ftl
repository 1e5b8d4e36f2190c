title = a setting that is no text
message = `{ $key }` must be a text, or a list of texts
label = not a text
help = put it in double quotes
page = Every setting of `reglament.toml` is a text in double quotes, or a list of such texts in square brackets.
