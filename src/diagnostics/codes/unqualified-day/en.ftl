title = working or calendar days
message = `{ $limit }` does not say whether working or calendar days are meant
label = which days is not said
help = add `working` or `calendar`; if the act does not say, mark it with `expect`
page = Ten calendar days and ten working days can lie weeks apart. Where the act does not say, the limit is counted both ways and the worse one holds.
