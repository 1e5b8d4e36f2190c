title = a clause that does not say from when
message = a clause gives `{ $step }` a limit and does not say from when; another counts from { $said }
label = clause { $clause } gives { $limit } and no event
label-other = clause { $clause } gives { $limit } and no event
label-said = clause { $clause } counts from { $said }
help = if the act is so, mark it with `expect`; otherwise write `from` into the clause's parentheses
page = Two clauses give one step a limit, and only one of them names the event that it runs from. Read alone, the other lets it run from the day the file arrives.
