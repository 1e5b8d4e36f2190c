title = clauses count from different events
message = clauses count the limit of `{ $step }` from different events
label = { $clause ->
    [none] the line counts from { $said }
   *[other] clause { $clause } counts from { $said }
  }
label-other = { $clause ->
    [none] the line counts from { $said }
   *[other] clause { $clause } counts from { $said }
  }
help = if the act is so, mark it with `expect`; otherwise correct the clause's parentheses
page = A limit is only as clear as the event it runs from. Where one clause counts from the receipt and another from the registration, the last day is not the same.
