title = a result left with somebody else
message = `{ $step }` hands the result to “{ $to }”, and nobody gives it to the applicant
label = the last act
label-end = the service ends here
help = add the step that gives the result to the applicant, or say `to applicant`
page = A service is rendered when the applicant has its result. Where the last act sends it to another body and no act of that body follows, the act leaves open who gives it, and by when.
