title = a fact that nothing asks for
message = no condition asks for the fact `{ $name }`
label = declared and never used
help = use it in a condition, or take the line out
page = A fact is declared for the sake of conditions. Where none asks for it its value changes nothing: either a condition was forgotten, or the fact is one too many.
