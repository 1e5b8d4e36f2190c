title = a year for which there is no calendar
message = the term or the steps run into the year { $year }, of which the calendar says nothing
label = counted from the filings of the horizon
help = add the year’s rows to the calendar of the project, or look at earlier filings
page =
    Whether a day is worked is settled year by year. For the filings that were tried, a date falls into a year that no calendar lists, so it cannot be told. Nothing is guessed. A project can lay rows of its own over the calendar that comes with the tool.
