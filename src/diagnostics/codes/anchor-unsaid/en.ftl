title = a limit with no beginning
message = { $why ->
    [undated] no clause says from when `{ $step }` has { $said }, and `{ $before }`, awaited before it, has no limit
    [one-sentence] one clause gives `{ $before }` and `{ $step }` a limit each, and no clause says from when the second runs
   *[same-day] `{ $step }` is due { $said }, and no clause says the same as what
  }
label = { $clause ->
    [none] { $said } from no event
   *[other] clause { $clause } gives { $said } from no event
  }
label-also = clause { $clause } gives { $said } from no event
label-before = { $clause ->
    [none] `{ $before }` comes before it
   *[other] clause { $clause }: `{ $before }` comes before it
  }
label-beside = { $clause ->
    [none] `{ $before }` has a limit in the same sentence
   *[other] clause { $clause }: `{ $before }` has a limit in the same sentence
  }
help = if the act is so, mark it with `expect`; otherwise write the event with `from`
page = A limit in days has a last day only if it is known from when it runs. Behind something that has no date of its own, behind another limit in the same sentence, or where an act says just “the same day”, at least two beginnings are possible, and they give different dates.
