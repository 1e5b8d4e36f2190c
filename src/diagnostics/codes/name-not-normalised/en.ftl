title = a letter written as two characters
message = in `{ $word }` one letter is written as two characters
label = looks the same, and is stored otherwise
label-also = here as well
help = type the word anew on the keyboard
page = Some programs store letters such as «й» as two characters. Nobody sees it, but searching and comparing take the word for another. The language reads it as if the letter were one character.
