title = an item that names nobody
message = the list of clause { $list } says who does its steps, and of `{ $step }` it does not
label = clause { $clause } names nobody
label-named = clause { $clause }: “{ $actor }”
help = if the act is so, mark it with `expect`; otherwise write `by` into the clause's parentheses
page = In a list whose items say who does what, one item that names nobody leaves its step to anyone. Another clause names the actor; the two should say the same.
