title = two versions of one act in force at once
message = two versions of `{ $id }` are in force at once: { $from ->
    [none] { $until ->
        [none] on every day
       *[other] until { $until }
    }
   *[other] { $until ->
        [none] from { $from } on
       *[other] from { $from } to { $until }
    }
  }
label = the later version
label-before = the other version
help = give the earlier version its last day in force, the day before the later one begins, or leave its end out: then it is in force until the next version
page = A case falls under the version in force on the day of its filing. Where two are in force, nobody can say which limits, papers and officers apply to it. The tool judges such days by the version that began later.
