title = handed to one, done by another
message = `{ $step }` hands the file to “{ $to }”, and the next step `{ $next }` is done by “{ $actor }”
label = handed to “{ $to }”
label-next = done by “{ $actor }”
help = if the act is so, mark it with `expect`; otherwise correct `to`
page = Whoever receives the file does the next step. Where an act hands it to one body and lets another act, it does not say how the file gets from the first to the second.
