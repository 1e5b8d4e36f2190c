# What `export` says, and what stands in the pictures.

export-unknown-format = no format `{ $format }`; there are { $known }
export-unknown-engine = `--engine` doesn't name a dialect of the format `{ $format }`
export-no-regulation = no regulation to write: name one, or call it in a project that has one
export-unknown-channel = no regulation here has a channel `{ $channel }`; there are { $known }
export-not-built-in = this build can't write `{ $format }`: build it with `cargo build --release --features documents`
export-failed = `{ $id }` can't be written: { $why }
export-written = written: { $path }
export-nothing = nothing to write as `{ $format }`
export-missing-letters = warning: the font of the pictures lacks { $letters }: PNG and PDF show a box there
export-progress = { $done } of { $all }: { $id }
