title = working and calendar days on one way
message = working and calendar days are counted on one way: { $channels }
label = { $clause ->
    [none] the line gives { $said }
   *[other] clause { $clause } gives { $said }
  }
label-other = { $clause ->
    [none] the line gives { $said }
   *[other] clause { $clause } gives { $said }
  }
help = if the act is so, mark it with `expect`; otherwise count in one kind of day
page = Ten working days and ten calendar days are different things, and a chain of both has no length of its own: it hangs on the holidays that fall into it. A term that is promised in one kind of day can't be compared with such a chain by adding up.
