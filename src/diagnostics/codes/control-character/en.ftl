title = a character that cannot be seen
message = the text holds the invisible character { $character }
label = at this place
label-also = here as well
help = delete the character
page = Text copied from another program may bring control characters along that no eye sees. They divide words, turn the order of what is written, and make exported documents that other programs cannot open.
