title = a result that leaves in another form
message = the act promises the result `{ $result }` in one form, and it only ever leaves in another
label = { $form ->
    [both] promised: electronic or on paper
   *[other] promised: { $form }
  }
label-leaves = { $form ->
    [both] leaves: electronic or on paper
   *[other] leaves: { $form }
  }
help = correct the promise or the step, or mark it with `expect` if the act is so
page = What an act promises on paper has to be given on paper somewhere, and what it promises electronically has to leave electronically. Otherwise no applicant ever gets what is promised.
