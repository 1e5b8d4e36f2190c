# `export` не айтады және суреттерде не тұрады.

export-unknown-format = `{ $format }` форматы жоқ; бары: { $known }
export-unknown-engine = `--engine` `{ $format }` форматының диалектісін атамайды
export-no-regulation = жазатын регламент жоқ: біреуін атаңыз немесе команданы регламенті бар жобада шақырыңыз
export-unknown-channel = мұнда `{ $channel }` арнасы бар регламент жоқ; бары: { $known }
export-not-built-in = бұл жинақ `{ $format }` жаза алмайды: былай жинаңыз: `cargo build --release --features documents`
export-failed = `{ $id }` жазылмайды: { $why }
export-written = жазылды: { $path }
export-nothing = `{ $format }` форматында жазатын ештеңе жоқ
export-missing-letters = ескерту: суреттер қарпінде { $letters } жоқ: PNG мен PDF-те орнында шаршы тұрады
export-progress = { $all } ішінен { $done }: { $id }
