title = an `expect` of a code that does not exist
message = there is no finding called `{ $code }`
label = not a code
help = { $suggestion ->
    [none] `reglament explain` lists the codes
   *[other] did you mean `{ $suggestion }`?
  }
page = After `expect` stands the code of a finding, exactly as the tool prints it in brackets beside the finding. `reglament explain` lists all of them.
