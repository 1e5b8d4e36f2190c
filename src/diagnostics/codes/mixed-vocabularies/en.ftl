title = keywords of two languages in one file
message = the file is written in { $vocabulary ->
    [kk] Kazakh
    [ru] Russian
   *[en] English
  } keywords, and these are of another language: { $words }
label = a word of another language
label-also = here as well
help = write the file in the keywords of one language
page = Every keyword exists in three languages, but a file keeps to one of them, so that it can be read aloud and checked. Names and texts may be in any language.
