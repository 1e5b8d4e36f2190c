title = a time that the clause doesn't give
message = clause { $clause } doesn't give { $times }
label = the model says it of this clause
label-act = { $gives ->
    [none] the clause gives no time
   *[some] the clause gives { $given }
  }
help = write in the clause's parentheses what it does give: `{ $clause } ()` cites it for no limit at all
page = A clause that is cited bare says all that its line says, the limit too. Where the act's text has no such time, the model puts words into its mouth, and the comparison of clauses compares something that nobody wrote.
