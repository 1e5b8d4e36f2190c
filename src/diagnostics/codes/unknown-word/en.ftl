title = a word that the language does not know
message = `{ $word }` is not a word of the language
label = not known here
help = { $suggestion ->
    [none] { $expected ->
        [none] write a word that may stand here
       *[other] write one of: { $expected }
    }
   *[other] did you mean `{ $suggestion }`?
  }
page = Every part of a line starts with a keyword. A word in that place that is no keyword is most often a misspelling. The parts beside it are read all the same.
