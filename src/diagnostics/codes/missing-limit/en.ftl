title = a limit is missing
message = this `{ $statement }` line gives no length of time
label = no limit is said
help = write the limit, such as `3 working days`; a term that nobody knows is `unknown`
page = Where a term or an extension does not say how long it is, there is nothing to hold the regulation against.
