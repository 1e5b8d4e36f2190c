title = a `reglament.toml` that cannot be read
message = `reglament.toml` is not written as TOML asks
label = cannot be read
help = write `key = "value"`, texts in double quotes
page = `reglament.toml` names the project and its settings in TOML: one `key = "value"` a line, texts in double quotes, lists in square brackets.
