title = a time that does not exist
message = no day has a time `{ $time }`
label = too many hours or minutes
help = write a time from 0:00 to 24:00
page = A time is written in hours and minutes with a colon. The day ends at 24:00, and an hour has sixty minutes.
