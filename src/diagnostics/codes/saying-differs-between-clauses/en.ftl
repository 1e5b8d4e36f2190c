title = clauses say it differently
message = clauses give different limits for one thing: `{ $what }`
label = { $clause ->
    [none] the line gives { $said }
   *[other] clause { $clause } gives { $said }
  }
label-other = { $clause ->
    [none] the line gives { $said }
   *[other] clause { $clause } gives { $said }
  }
help = if the act is so, mark it with `expect`; otherwise correct the clause's parentheses
page = A term, an extension, a complaint or an obligation may be told in several clauses. Where they give different limits, nobody knows which one holds.
