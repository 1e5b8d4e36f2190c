# Что говорит `export` и что стоит на рисунках.

export-unknown-format = формата `{ $format }` нет; есть { $known }
export-unknown-engine = `--engine` не называет диалекта формата `{ $format }`
export-no-regulation = писать нечего: назовите регламент или вызовите команду в проекте, где он есть
export-unknown-channel = канала `{ $channel }` здесь нет ни у одного регламента; есть { $known }
export-not-built-in = эта сборка не пишет `{ $format }`: соберите её так: `cargo build --release --features documents`
export-failed = `{ $id }` записать нельзя: { $why }
export-written = записано: { $path }
export-nothing = в формате `{ $format }` писать нечего
export-missing-letters = предупреждение: в шрифте рисунков нет { $letters }: в PNG и PDF там рамка
export-progress = { $done } из { $all }: { $id }
