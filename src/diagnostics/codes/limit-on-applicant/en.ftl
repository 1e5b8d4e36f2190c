title = a limit on the applicant
message = a limit binds the applicant in `{ $step }`
label = { $clause ->
    [none] the line gives { $said }
   *[other] clause { $clause } gives { $said }
  }
label-other = { $clause ->
    [none] the line gives { $said }
   *[other] clause { $clause } gives { $said }
  }
help = if the act is so, mark it with `expect`; otherwise take the limit out
page = A regulation binds those who provide the service. It cannot make the applicant hand in papers within a quarter of an hour, and nothing follows if it takes longer; counted in, such minutes only shorten the time of the others.
