title = a calendar that does not exist
message = there is no calendar `{ $value }`
label = not known
help = write one of: { $known }
page = A calendar says of each day whether it is a working day. The calendars that the tool brings are listed in the help of this finding.
