title = a clause that the act doesn't have
message = the act has no clause { $clause }
label = cited here
help = { $near ->
    [none] look the clause up in the act's inventory
   *[other] the act has { $near }; look the clause up in its inventory
  }
page = A citation that leads nowhere can't be checked by anybody. Addresses are those of the act's inventory: `6.4` is clause 6, item 4, `6.4/2` its second paragraph, `A2.3` the third row of annex 2, `O5` a clause of the approving order, `5.1#2` the second clause with this number.
