title = one actor, two names
message = the act calls “{ $actor }” by different names
label = { $clause ->
    [none] here “{ $name }”
   *[other] clause { $clause }: “{ $name }”
  }
label-other = { $clause ->
    [none] here “{ $name }”
   *[other] clause { $clause }: “{ $name }”
  }
help = if the act is so, mark it with `expect`; otherwise correct `called`
page = One employee under two names reads like two. Nobody can tell from the act whether the specialist of the office and the clerk of the office are the same person. A clause without `called` uses the usual name, which is the actor's label; letter case and spaces tell no names apart.
