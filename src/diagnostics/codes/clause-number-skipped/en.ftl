title = a number that the act passes over
message = the act has no clause { $missing } before clause { $clause }
label = { $cited ->
    [no] its regulation
   *[yes] cited here
  }
label-after = this number follows
label-before = upon this one
help = the act is so: mark it with `expect`
page = A missing number leaves a reader in doubt whether a clause was lost, and a reference to it leads nowhere. It may have been taken out by an amendment, which the act should say.
