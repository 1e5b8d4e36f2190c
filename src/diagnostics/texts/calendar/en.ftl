# What `reglament calendar` says of days.

calendar-why-working = an ordinary working day
calendar-why-weekend = weekend ({ $source })
calendar-why-holiday = { $name } ({ $source })
calendar-why-substituted = day off for { $name }, which fell on a weekend on { $day } ({ $source })
calendar-why-moved-off = day off moved from { $day }, which is worked instead ({ $source })
calendar-why-moved-worked = worked instead of { $day } and with the hours of that day ({ $source })
calendar-why-made-working = made a working day ({ $source })
calendar-closed = by the schedule `{ $schedule }` nobody works that day
calendar-open = open { $hours } by the schedule `{ $schedule }`
calendar-name-moved-off = moved day off
calendar-name-moved-worked = worked instead of a moved day off
calendar-name-working = working day
calendar-off = off
calendar-worked = worked
calendar-known-since = known since { $day }
calendar-projected = projected: the days of { $year } are not settled yet
calendar-sum = { $working ->
    [one] { $year }: { $working } working day
   *[other] { $year }: { $working } working days
  }
calendar-due = { $duration } from { $from }: until { $due }
calendar-ways = days of which it is not said whether they are working or calendar days, counted both ways:
calendar-skipped = not counted:
calendar-no-year = the calendar `{ $calendar }` has no year { $year }: it has { $first } to { $last }; a project can lay rows of its own over it
calendar-unknown = there is no calendar `{ $value }`: choose { $known }
calendar-unknown-schedule = there is no schedule `{ $value }`: choose { $known }
calendar-bad-duration = `{ $value }` is no duration: write it like `10 working days`, `30 calendar days`, `15 minutes`, `1 month` or `same day`
calendar-bad-instant = `{ $value }` is no date with a time: write it like 2018-03-05T10:00
calendar-bad-day = `{ $value }` is no date: write it like 2018-03-05
calendar-bad-year = `{ $value }` is no year: write it like 2018
calendar-bad-reading = `{ $value }` is no reading: write it like NAME=VALUE, of { $known }
calendar-no-from = say from when with --from, like --from 2018-03-05T10:00
