title = a date that does not exist
message = there is no date `{ $date }`
label = no such day in the calendar
help = { $suggestion ->
    [none] write the year, the month and the day: 2016-11-29
   *[other] write `{ $suggestion }`
  }
page = A date is written as a year of four digits, the month and the day, with hyphens. A day that the calendar does not have, such as the thirtieth of February, is not taken.
