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

# Слова на рисунках.
diagram-applicant = услугополучатель
diagram-nobody = исполнитель не назван
diagram-start = Начало оказания услуги
diagram-receipt = Заявление получено
diagram-granted = Услуга оказана
diagram-refused = Отказано
diagram-returned = Возвращено без рассмотрения
diagram-yes = да
diagram-no = нет
diagram-otherwise = иначе
diagram-and = и
diagram-or = или
diagram-clauses = Пункты
diagram-expired = Срок истёк
diagram-legend = Условные обозначения
diagram-legend-ends = начало или завершение оказания государственной услуги
diagram-legend-action = наименование процедуры (действия) услугополучателя и (или) СФЕ
diagram-legend-choice = вариант выбора
diagram-legend-passage = переход к следующей процедуре (действию)
diagram-legend-wait = ожидание внешнего события
diagram-legend-connector = продолжение схемы на другой странице
diagram-legend-unit = СФЕ – структурно-функциональная единица: подразделения (работники) услугодателя, центры обслуживания населения, порталы и информационные системы
diagram-legend-system = процесс информационной системы
diagram-reference = Справочник бизнес-процессов оказания государственной услуги
diagram-interaction = Диаграмма функционального взаимодействия информационных систем
diagram-channel = Канал
diagram-page = Страница { $page } из { $pages }
diagram-about = Дорожки: { $lanes }; действия: { $steps }
diagram-process = Процесс { $number }
diagram-condition = Условие { $number }
