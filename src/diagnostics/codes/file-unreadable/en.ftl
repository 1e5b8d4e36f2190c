title = a file that cannot be read
message = `{ $path }` cannot be read: { $why ->
    [not-found] there is no such file
    [not-a-file] it is not a file
   *[other] the system says “{ $why }”
  }
label = this file
help = check the path and the rights to the file
page = The file, or the folder, could not be opened or read. Nothing is concluded from what it may hold.
