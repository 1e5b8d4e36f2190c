title = two lists, two orders
message = clause { $first } has `{ $early }` before `{ $late }`, clause { $second } the other way round
label = clause { $clause }: `{ $step }`
label-other = clause { $clause }: `{ $step }`
help = if the act is so, mark it with `expect`; otherwise correct the clauses
page = The same steps in two orders are two procedures. Only steps of one way, each told in one item of either list, are compared.
