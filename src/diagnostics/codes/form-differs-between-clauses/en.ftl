title = clauses give different forms
message = { $result ->
    [none] clauses give the service different forms
   *[other] clauses give the result `{ $result }` different forms
  }
label = { $form ->
    [both] electronic or on paper
   *[other] { $form }
  }
label-other = { $form ->
    [both] electronic or on paper here
   *[other] { $form } here
  }
help = if the act is so, mark it with `expect`; otherwise correct the clause's parentheses
page = An applicant has to know in which form the service and its result come. Where clauses differ, whoever serves and whoever is served can each point to one.
