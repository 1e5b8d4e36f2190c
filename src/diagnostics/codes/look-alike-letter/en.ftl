title = a letter of another alphabet that looks the same
message = `{ $word }` holds a letter of another alphabet that looks the same
label = looks right, and is another letter
label-also = here as well
help = write `{ $suggestion }`
page = Some Latin and Cyrillic letters look the same and are not. One of them makes another word of a word, and no reader can see it. A word is written in the letters of one alphabet.
