title = a result that nothing gives
message = no step and no end gives the result `{ $result }`
label = declared here
help = add `result { $result }` to the end or the step that gives it
page = Every result that a regulation declares is given by a step or an end. Otherwise what the applicant is promised lies on none of the paths.
