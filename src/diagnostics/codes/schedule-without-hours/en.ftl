title = a schedule without hours
message = the schedule `{ $name }` has no working hours
label = no hours are said
help = add an `open` line, such as `open monday-friday 9:00-18:30`
page = Minutes and working days run by the schedule of an organisation. In a schedule without hours no limit would ever end.
