title = an arrow to an unknown line
message = this procedure has no line called `{ $name }`
label = no such line
help = { $suggestion ->
    [none] an arrow leads to the name of a line of the same procedure
   *[other] did you mean `{ $suggestion }`?
  }
page = An arrow says where the file goes next. Behind an arrow that leads nowhere the path breaks off.
