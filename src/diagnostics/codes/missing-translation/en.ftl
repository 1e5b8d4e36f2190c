title = a label lacks a language
message = this label is not written in: { $languages }
label = a language is missing
help = write the text in every language that the project requires
page = A project says in `reglament.toml` which languages it needs. In a language without the text its documents come out incomplete.
