# Что `reglament calendar` говорит о днях.

calendar-why-working = обычный рабочий день
calendar-why-weekend = выходной день ({ $source })
calendar-why-holiday = { $name } ({ $source })
calendar-why-substituted = выходной за праздник «{ $name }», который пришёлся на выходной день { $day } ({ $source })
calendar-why-moved-off = выходной день, перенесённый с { $day }: тот день рабочий ({ $source })
calendar-why-moved-worked = рабочий день вместо { $day }, с часами того дня ({ $source })
calendar-why-made-working = объявлен рабочим днём ({ $source })
calendar-closed = по графику `{ $schedule }` в этот день не работают
calendar-open = по графику `{ $schedule }` открыто { $hours }
calendar-name-moved-off = перенесённый выходной день
calendar-name-moved-worked = рабочий день вместо перенесённого выходного
calendar-name-working = рабочий день
calendar-off = нерабочий
calendar-worked = рабочий
calendar-known-since = известно с { $day }
calendar-projected = предварительно: дни { $year } года ещё не установлены
calendar-sum = { $working ->
    [one] { $year } год: { $working } рабочий день
    [few] { $year } год: { $working } рабочих дня
   *[other] { $year } год: { $working } рабочих дней
  }
calendar-due = срок { $duration }, отсчитанный от { $from }, истекает { $due }
calendar-ways = не сказано, рабочие это дни или календарные; посчитано и так, и так:
calendar-skipped = не вошли в счёт:
calendar-no-year = в календаре `{ $calendar }` нет { $year } года: в нём годы с { $first } по { $last }; проект может дополнить его своими строками
calendar-unknown = календаря `{ $value }` нет; можно выбрать: { $known }
calendar-unknown-schedule = графика `{ $value }` нет; можно выбрать: { $known }
calendar-bad-duration = `{ $value }` — не срок: напишите, например, `10 рабочих дней`, `30 календарных дней`, `15 минут`, `1 месяц` или `тот же день`
calendar-bad-instant = `{ $value }` — не дата со временем: напишите, например, 2018-03-05T10:00
calendar-bad-day = `{ $value }` — не дата: напишите, например, 2018-03-05
calendar-bad-year = `{ $value }` — не год: напишите, например, 2018
calendar-bad-reading = `{ $value }` — не толкование: напишите ИМЯ=ЗНАЧЕНИЕ, например { $known }
calendar-no-from = скажите, от какого времени считать: например, --from 2018-03-05T10:00
