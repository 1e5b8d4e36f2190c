title = two regulations in one file
message = this file already holds a regulation
label = the second one
label-first = the first one
help = move the second regulation into a file of its own
page = The procedures and obligations in a file belong to its regulation. With two of them nobody knows to which.
