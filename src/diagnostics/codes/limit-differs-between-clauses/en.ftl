title = clauses give different limits
message = clauses give `{ $step }` different limits
label = { $clause ->
    [none] the line gives { $said }
   *[other] clause { $clause } gives { $said }
  }
label-other = { $clause ->
    [none] the line gives { $said }
   *[other] clause { $clause } gives { $said }
  }
help = if the act is so, mark it with `expect`; otherwise correct the clause's parentheses
page = A published regulation tells one step several times: in the summary list, in the detailed one, for every channel. Where the limits differ, nobody knows which one the officer must keep.
