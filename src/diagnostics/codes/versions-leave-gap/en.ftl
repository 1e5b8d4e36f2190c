title = days on which no version of an act is in force
message = no version of `{ $id }` is in force { $from ->
    [none] { $until ->
        [none] on every day
       *[other] until { $until }
    }
   *[other] { $until ->
        [none] from { $from } on
       *[other] from { $from } to { $until }
    }
  }
label = the later version begins here
label-before = the earlier version ends here
help = let the later version begin on the day after the earlier one ends, or mark the gap with `expect` if the acts are so
page = Between two versions of one act there are days without any: what is filed then falls under no rule. That happens where an act is repealed before the one that replaces it comes into force.
