# Слова, которыми пользуются все: виды замечаний, единицы срока, даты, перечни, количества.

severity-error = ошибка
severity-warning = предупреждение
severity-note = примечание
severity-known = известно, { $severity }
help-word = что сделать

# Сроки; число всегда стоит перед единицей.
duration-minute = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
   *[many] { $count } минут
  }
duration-hour = { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[many] { $count } часов
  }
duration-working-day = { $count ->
    [one] { $count } рабочий день
    [few] { $count } рабочих дня
   *[many] { $count } рабочих дней
  }
duration-calendar-day = { $count ->
    [one] { $count } календарный день
    [few] { $count } календарных дня
   *[many] { $count } календарных дней
  }
duration-day = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
  }
duration-month = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[many] { $count } месяцев
  }
duration-year = { $count ->
    [one] { $count } год
    [few] { $count } года
   *[many] { $count } лет
  }
duration-same-day = в тот же день
duration-first-day = { $duration }, включая первый день

# Промежуток времени по часам, складывается из этих частей.
span-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
  }
span-hours = { $count } ч
span-minutes = { $count } мин

# 28 ноября 2018 года; 28 ноября 2018 года, 17:30
date = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
  } { $year } года
instant = { $date }, { $time }

list-or = { $first } или { $last }
list-and = { $first } и { $last }

# Последняя строка проверки: количества, не равные нулю, через запятую.
count-errors = { $count ->
    [one] { $count } ошибка
    [few] { $count } ошибки
   *[many] { $count } ошибок
  }
count-warnings = { $count ->
    [one] { $count } предупреждение
    [few] { $count } предупреждения
   *[many] { $count } предупреждений
  }
count-notes = { $count ->
    [one] { $count } примечание
    [few] { $count } примечания
   *[many] { $count } примечаний
  }
count-known = { $count ->
    [one] { $count } известное замечание
    [few] { $count } известных замечания
   *[many] { $count } известных замечаний
  }
count-files = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
  }
summary = проверено: { $files }; найдено: { $counts }
summary-clean = проверено: { $files }; замечаний нет
summary-explain = что означает замечание: `reglament explain { $code }`

# explain
explain-wrong = неправильно
explain-right = правильно
explain-list = Все замечания и их вес; подробнее: `reglament explain КОД`.
explain-unknown = замечания `{ $code }` не существует
explain-suggestion = возможно, имелось в виду `{ $suggestion }`
explain-see-list = список всех замечаний: `reglament explain`

# Опровержение с датами, по строкам.
counterexample-filed = подано: { $filed }
counterexample-counted = считается поданным: { $counted }
counterexample-facts = в этом случае: { $facts }
counterexample-step = { $step } ({ $actor }): { $from } – { $until }
counterexample-event = { $step }: { $from } – { $until }
counterexample-clause = пункт { $clause }
counterexample-finished = завершено: { $finished }
counterexample-due = срок истекает: { $due }

# The page with all messages (docs/messages).
gallery-title = Что говорит программа
gallery-about = Все замечания теми словами, которые видит читатель: каждое показано на неправильном примере со своей страницы. Эту страницу пишет тест; сами тексты лежат в `src/diagnostics/codes/`.

# Замечания, которые были записаны раньше.
baseline-vanished-title = больше не найдено
baseline-vanished = больше не найдено: { $code } ({ $title }){ $file ->
    [none] {""}
   *[other] {" "}в `{ $file }`
  }{ $about ->
    [none] {""}
   *[other] , { $about }
  }
