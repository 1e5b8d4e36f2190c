title = a setting that does not exist
message = there is no setting `{ $key }`
label = not known here
help = { $suggestion ->
    [none] write one of the settings: { $keys }
   *[other] did you mean `{ $suggestion }`?
  }
page = `reglament.toml` has a fixed set of settings. A misspelt one would be passed over in silence, so it is reported.
