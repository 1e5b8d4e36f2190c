title = a summary that is not the sum of its steps
message = { $what ->
    [stage] the summary gives `{ $name }` another limit than its steps together: { $sum }
   *[step] the parts of `{ $name }` give { $sum } together
  }
label = clause { $clause } gives { $said }
label-part = clause { $clause } gives { $said }
label-step = { $clause ->
    [none] `{ $step }` has { $said }
   *[other] clause { $clause }: `{ $step }` has { $said }
  }
help = if the act is so, mark it with `expect`; otherwise correct the limit in the parentheses
page = A summary item stands for the steps under it, and its limit is what theirs add up to. Days of one kind are compared with days of that kind; minutes among days count as more than nothing and less than a day; where ways part, one that adds up is enough.
