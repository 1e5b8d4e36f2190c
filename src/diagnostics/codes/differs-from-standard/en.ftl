title = not what the standard says
message = the regulation gives `{ $what }` another limit than its standard
label = { $clause ->
    [none] the line gives { $said }
   *[other] clause { $clause } gives { $said }
  }
label-other = { $clause ->
    [none] the line gives { $said }
   *[other] clause { $clause } gives { $said }
  }
label-standard = the standard gives { $said }
help = write the standard's limit, or mark it with `expect` if the act is so
page = Terms, extensions, notices, complaint terms and duties are for the standard to set. A regulation that repeats them has to repeat them as they are.
