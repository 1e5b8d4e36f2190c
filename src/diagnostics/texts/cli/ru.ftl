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
bug = это ошибка самой программы reglament, а не вашего текста ({ $why }); сообщите о ней и приложите файл, на котором она видна
