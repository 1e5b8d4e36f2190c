# How much of an act its regulation carries.

coverage-sums = { $carried } of { $clauses } clauses carried, { $explained } explained, { $missing } missing
coverage-of-act = { $of ->
    [1] the act: { $act }
   *[other] the act: { $act }, regulation { $number } of { $of }
  }
coverage-changes = Other than in the inventory
coverage-changed = the text has changed
coverage-appeared = new
coverage-vanished = gone
coverage-missing = Missing
coverage-explained = Left out, with the reason
coverage-carried = Carried, and by what
coverage-acts = a body acts
coverage-lost = LOST: { $times }
coverage-by-list = the list that it opens
coverage-regulation = regulation
coverage-clauses = clauses
coverage-carried-n = carried
coverage-explained-n = explained
coverage-missing-n = missing
coverage-findings = findings
coverage-none = no inventory
