title = a number too large
message = { $number } is too large a number
label = more than { $most }
help = check the number: a digit may be too many
page = No act gives a limit of thousands of years. Such a number mostly comes from a digit too many.
