title = a file in another encoding
message = `{ $path }` is not encoded in UTF-8
label = from here on the bytes are no UTF-8
help = save the file in the encoding UTF-8
page = Kazakh letters have different bytes in different encodings. Every file is read as UTF-8, the encoding that has all letters, so that none is mistaken for another.
