title = clauses hand to different bodies
message = clauses let `{ $step }` hand to different bodies
label = { $clause ->
    [none] the line gives “{ $said }”
   *[other] clause { $clause } gives “{ $said }”
  }
label-other = { $clause ->
    [none] the line gives “{ $said }”
   *[other] clause { $clause } gives “{ $said }”
  }
help = if the act is so, mark it with `expect`; otherwise correct the clause's parentheses
page = Where one clause hands the file to one body and another clause to another, nobody knows who starts the next step.
