title = clauses give different results
message = clauses give `{ $step }` different results
label = { $clause ->
    [none] the line gives “{ $said }”
   *[other] clause { $clause } gives “{ $said }”
  }
label-other = { $clause ->
    [none] the line gives “{ $said }”
   *[other] clause { $clause } gives “{ $said }”
  }
help = if the act is so, mark it with `expect`; otherwise correct the clause's parentheses
page = A regulation lists the results of its steps in a clause of their own. Where that differs from what the step itself says, nobody knows what the next step starts from.
