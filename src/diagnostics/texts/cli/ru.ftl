# Что командная строка говорит о вызове.

path-not-found = нет файла или папки `{ $path }`
path-unreadable = файл `{ $path }` не читается{ $why ->
    [none] {""}
   *[other] : «{ $why }»
  }
no-project = проекта здесь нет: назовите файл или папку либо перейдите в папку, где лежит `reglament.toml`
several-projects = какой проект? назовите один из: { $projects }
unknown-regulation = регламента `{ $id }` нет: { $suggestion ->
    [none] { $count ->
        [0] в проекте нет ни одного
       *[other] в проекте есть { $known }
      }
   *[other] возможно, имелся в виду `{ $suggestion }`?
  }
cannot-write = ответ не удалось записать: { $why }
file-not-written = файл `{ $path }` не удалось записать: { $why }
bug = это ошибка самой программы reglament, а не вашего текста ({ $why }); сообщите о ней и приложите файл, на котором она видна

# По строке на регламент, под замечаниями проверки.
verdict-on-time = { $id }: в срок; наименьший запас: { $slack }
verdict-late = { $id }: с опозданием до { $slack }
verdict-unprovable = { $id }: доказать соблюдение срока нельзя
verdict-unknown-term = { $id }: срок по стандарту неизвестен

# Таблица всех регламентов.
overview-regulation = регламент
overview-channel = канал
overview-term = срок
overview-verdict = вывод
overview-slack = наименьший запас
overview-promise = наименьший срок, который можно обещать
overview-errors = ошибки
overview-warnings = предупреждения
overview-notes = примечания

coverage-no-inventory = у проекта нет описи акта `{ $id }`: составьте её: `reglament coverage { $id } АКТ.txt --write`
coverage-which-part = в акте регламентов: { $count }; скажите через `--part`, который из них: { $titles }
coverage-no-clauses = в `{ $path }` не найдено ни одного пункта
overview-at-least = ≥ { $promise }

# Известные замечания, записанные в файл.
baseline-missing = файла известных замечаний `{ $path }` нет: создайте его с --record
baseline-unreadable = `{ $path }` нельзя прочесть как файл известных замечаний: { $why }
baseline-recorded = записано в `{ $path }`: { $findings }
baseline-update = `--record` уберёт из записанного то, чего больше нет

# Что сделало форматирование.
fmt-written = записано: { $path }
fmt-in-part = `{ $path }`: строки, которые нельзя прочесть, оставлены как есть; их назовёт `reglament check`
fmt-untouched = `{ $path }` оставлен как есть: скобки не сходятся, или на другой словарь переводился текст, который нельзя прочесть целиком; место назовёт `reglament check`

# Редакции одного акта.
not-in-force = ни одна редакция `{ $id }` не действует { $day }:
which-version = у `{ $id }` несколько редакций: выберите одну, указав день, в который она действует, через `--in-force-on`
in-force = { $from ->
    [none] { $until ->
        [none] действует, даты не указаны
       *[other] действует по { $until }
    }
   *[other] { $until ->
        [none] действует с { $from }
       *[other] действует с { $from } по { $until }
    }
  }

# Из чего состоит начало.
new-exists = `{ $path }` уже есть, поверх ничего не пишется
new-bad-id = `{ $id }` — не имя акта: нужны два имени или больше через точку, как `town.fence`
new-which-standard = { $given ->
    [none] какой стандарт исполняется? Назовите его через --implements
   *[other] в проекте нет стандарта `{ $given }`
  }: { $known }
new-next = дальше: `reglament check`
new-ask-title = название услуги
new-ask-organisation = кто оказывает услугу
new-ask-term = срок, который обещает стандарт
new-title = Название услуги
new-organisation = учреждение

# Вызов, который нельзя понять.
call-help = как вызывать, говорит `--help`
call-unknown-argument = параметра `{ $argument }` здесь нет{ $meant ->
    [none] {""}
   *[other] ; возможно, имелось в виду `{ $meant }`?
  }
call-unknown-command = команды `{ $command }` нет{ $meant ->
    [none] {""}
   *[other] ; возможно, имелось в виду `{ $meant }`?
  }
call-missing-argument = в вызове не хватает: { $arguments }
call-missing-value = у `{ $argument }` должно быть значение
call-bad-value = `{ $value }` не годится для `{ $argument }`
call-unknown-value = `{ $value }` не годится для `{ $argument }`; есть { $known }
call-conflict = `{ $argument }` не сочетается с остальным вызовом
