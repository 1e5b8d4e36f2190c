# Одно дело, разложенное по времени, что сдаётся и почему.

run-head = { $id } через { $channel }
run-counted = считается поданным: { $counted }, когда есть кому принять
run-limit = { $limit }, отсчёт: { $from }
run-from-arrival = поступление дела
run-from-filing = подача, { $begins }
run-from-done = `{ $step }`, { $begins }
run-from-term = назад от конца срока, { $begins }
run-clauses = ; пункт { $clauses }
run-beyond = ; за пределами календаря
run-not-deciding = ; это { $ends }, а другой срок кончается раньше
run-came-later = срок истёк { $limit }, до поступления дела: сразу же
run-at-once = об информационной системе или услугополучателе ничего не сказано: принято, что сразу
run-open = сколько это может длиться, не сказано
run-term-unknown = { $limit } до конца срока, который не известен: ограничения нет
run-undecided = зависит от { $facts }
run-term = { $case ->
    [none] { $term }, отсчёт: { $starts }
   *[other] { $term }, отсчёт: { $starts } (случай `{ $case }`)
  }
run-extension = продлено на { $added }: `{ $extension }`
run-extension-declared = продлено на { $added }: `{ $extension }`, как объявлено
run-stopped = течение срока приостановлено с { $from } до { $until }
run-stopped-still = течение срока приостановлено с { $from }
run-skipped = { $day } не считается: { $why }
run-closed = в этот день никто не работает
run-due = к сроку
run-done = сделано
run-done-late = сделано с опозданием
run-late = просрочено
run-waiting = ожидание
run-skipped-step = не требуется
run-done-at = { $done } (срок: { $due })
run-not-needed = в этом деле не встречаются: { $steps }
run-no-term = срок не известен
run-term-ends = конец срока
run-granted = исход: услуга оказана
run-refused = исход: отказано
run-returned = исход: возвращено без решения
run-stuck = что дальше после `{ $step }` в таком случае, акт не говорит
run-withdrawn = заявление отозвано
run-not-in-force = в день подачи регламент не действует
run-beyond-calendar = одна из дат приходится на год, для которого нет календаря
run-which-channel = какой канал? Назовите его через --channel: { $known }
run-event-refused = событие { $number } от { $at } не могло произойти: { $why }
run-bad-events = `{ $path }` – не список событий: { $why }; пишется так: [{"{"}"event": "done", "step": "register", "at": "2018-03-05T10:15"{"}"}]
run-missing = ход дела зависит от неизвестных условий; назовите каждое:
run-ask = { $fact } ({ $values })?

refused-unknown-regulation = регламента `{ $id }` нет
refused-no-version = ни одна редакция `{ $id }` не действует для поданного { $day }
refused-no-procedure = у канала `{ $channel }` нет процедуры
refused-beyond-calendar = года { $year } в календаре нет
refused-unknown-fact = условия `{ $fact }` здесь нет: { $known ->
    [none] ни одно не спрашивается
   *[other] выберите из { $known }
  }
refused-unknown-value = у `{ $fact }` нет значения `{ $value }`: выберите из { $known }
refused-fact-settled = известно, что `{ $fact }` – `{ $value }`, и это не меняется
refused-case-over = дело окончено
refused-out-of-order = нечто уже произошло { $last }; расположите события по порядку
refused-unknown-step = в этом канале нет шага `{ $step }`
refused-no-act = `{ $step }` – не действие: это происходит само
refused-wrong-event = `{ $step }` отмечается не так; пишите `{ $wanted }`
refused-already-done = `{ $step }` сделано { $at }
refused-not-under-way = дело не у `{ $step }`: { $known ->
    [none] оно нигде
   *[other] оно у { $known }
  }
refused-too-early = дело поступает к `{ $step }` только { $from }
refused-undecided = и с этим не решено, что следует за `{ $step }`: назовите { $facts }
refused-unknown-extension = продления `{ $extension }` нет: { $known ->
    [none] стандарт их не знает
   *[other] выберите из { $known }
  }
refused-already-extended = продление `{ $extension }` уже действует

documents-none = ни об одном документе не сказано
documents-required = требуется
documents-not-required = не требуется
documents-obtained = не запрашивается
documents-by-regulation = требует регламент
documents-by-standard = требует стандарт
documents-obtained-by-regulation = по регламенту берётся из государственной системы
documents-obtained-by-standard = по стандарту берётся из государственной системы
documents-as = { "" }, поскольку { $facts }
documents-not-as = { "" } в ином случае, а не когда { $facts }
documents-open = зависит от { $facts }
