title = a word that the language does not know
message = `{ $word }` is not a word of the language
label = not known here
help = { $suggestion ->
    [none] write one of: { $expected }
   *[other] did you mean `{ $suggestion }`?
  }
page = Every part of a line starts with a keyword, which says what the part is about. A word in that place that is no keyword is most often a misspelling, or a letter of another alphabet that looks the same.
