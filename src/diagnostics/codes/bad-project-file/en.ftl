title = a `reglament.toml` that cannot be read
message = this is not TOML: { $why }
label = cannot be read
help = write `key = "value"`, texts in double quotes
page = `reglament.toml` names the project and its settings in TOML: one `key = "value"` a line, texts in double quotes, lists in square brackets.
