title = an arrow to an unknown line
message = this procedure has no line called `{ $name }`
label = no such line
help = { $suggestion ->
    [none] write the name of a line of the same procedure behind the arrow
   *[other] did you mean `{ $suggestion }`?
  }
page = An arrow says where the file goes next. Behind an arrow that leads nowhere the path breaks off.
