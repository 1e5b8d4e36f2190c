title = a ground for refusal is missing
message = the standard's ground `{ $ground }` is missing in the regulation
label = the grounds are listed here
label-standard = the standard's ground
help = add the line `ground { $ground }`, or mark with `expect` that the act is so
page = Where a regulation lists grounds for refusal itself, they must be those of the standard.
