title = an actor is not listed
message = “{ $actor }” acts, and the list of those who take part does not name it
label = acts here
label-list = the list starts here
help = if the act itself lacks it, mark that with `expect`; otherwise add a `listed` line
page = A regulation lists the units and employees who take part. Where one of them acts and the list does not name it, two parts of the act disagree. People of other organisations and information systems are not looked for in that list.
