title = a file over 16 MiB
message = `{ $path }` is too large: { $why } MiB, and at most 16 are read
label = this file was not read
help = split it into files that use one another
page = A regulation of a thousand steps takes a hundredth of this. A larger file is most often something else, so it is not read at all.
