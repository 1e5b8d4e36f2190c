title = clauses name different actors
message = clauses let different actors do `{ $step }`
label = { $clause ->
    [none] the line gives “{ $said }”
   *[other] clause { $clause } gives “{ $said }”
  }
label-other = { $clause ->
    [none] the line gives “{ $said }”
   *[other] clause { $clause } gives “{ $said }”
  }
help = if the act is so, mark it with `expect`; otherwise correct the clause's parentheses
page = Where one clause lets one body do a step and another clause another, nobody knows who answers for it.
