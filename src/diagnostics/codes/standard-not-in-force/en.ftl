title = a regulation in force without its standard
message = its standard `{ $standard }` is not in force { $from ->
    [none] { $until ->
        [none] on every day
       *[other] until { $until }
    }
   *[other] { $until ->
        [none] from { $from } on
       *[other] from { $from } to { $until }
    }
  }, and the regulation is
label = in force by these dates
label-standard = the dates of the standard
help = correct the dates, add the version of the standard that was in force then, or mark it with `expect` if the acts are so
page = A regulation carries out a standard and has its term from there. On days on which no version of the standard is in force there is no term to keep, and nothing is proved of what is filed then.
