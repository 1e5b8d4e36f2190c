title = calendar rows that cannot be laid over the calendar
message = these calendar rows cannot be used: { $kind ->
    [syntax] they are not written as TOML asks
    [incomplete] the weekend days are missing
    [no-such-date] there is no such date
    [not-in-year] { $day } stands in the list of { $year }
    [day-twice] { $day } is listed twice
    [year-twice] the year { $year } is listed twice
    [gap] the year { $year } is missing between the others
    [year-too-far] the year { $year } is out of reach
    [worked-missing] the day that is worked instead of { $day } is missing
    [holiday-missing] the holiday that { $day } stands for is missing
    [not-one-of-several] only a holiday that is sure to come may have other days
   *[name-missing] the holiday on { $day } has no name
  }
label = here
help = correct the row; `calendars/kz.toml` shows the form
page = A project may lay its own rows over the calendar, such as next year's decree. Each row names its day, what it is, its source, and the day since which it is known. Rows that contradict themselves are not used, and no deadline is counted with them.
