title = hours that differ
message = the act gives `{ $channel }` other hours, from { $day } on
label = the hours that the act gives
label-schedule = the schedule of the organisation
label-standard = the hours that the standard gives
label-clause = the hours that the act gives elsewhere
help = correct the act's hours or the schedule, or mark it with `expect` if the act is so
page = Whether a filing counts for the day hangs on the hours. The hours that an act prints for a channel have to be those of the organisation behind it on the days on which the act is in force, and those of its standard.
