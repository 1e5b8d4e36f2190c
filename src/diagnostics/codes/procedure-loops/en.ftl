title = the procedure runs in a circle
message = this way leads back to `{ $name }`
label = leads back
label-target = the way comes here again
help = lead forward; filing again is a new filing, and giving back for correction is an end
page = A circle may last for any time, so no term can be proved over it. In law a file does not circle either: it is given back, or corrected once.
