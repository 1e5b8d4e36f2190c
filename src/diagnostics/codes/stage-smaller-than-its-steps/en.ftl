title = a stage shorter than its steps
message = in the channel `{ $channel }` the steps of `{ $stage }` can last longer than its limit: what is filed on { $filed } should leave it on { $due }, and leaves it on { $finished }
label = the limit of the whole stage
label-last = `{ $step }` may last longer
help = make the limit of the stage longer, or those of its steps shorter
page =
    A stage has a limit of its own, and its steps have theirs. Each step may take all that it is given, and then the stage lasts longer than its limit says. One of the two is wrong. The steps govern the date on which the service is done; the stage is held against them.
