title = one thing said twice
message = `{ $part }` is said twice of one line
label = a second time
label-first = said here first
help = keep one; for another channel add `via`, and where a clause says otherwise, write that in the clause's parentheses
page = In one channel a line has one actor, one limit, one start of counting and one way on. Where clauses differ, what each says stands in its own parentheses.
