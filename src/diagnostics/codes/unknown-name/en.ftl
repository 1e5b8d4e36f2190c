title = an unknown name
message = `{ $name }` is not declared anywhere ({ $kind })
label = not known here
label-meant = a name like it is declared here
help = { $suggestion ->
    [none] declare it in this file, or in a file that this one uses
   *[other] did you mean `{ $suggestion }`?
  }
page = Every name is declared once: in the file itself, or in a file that it uses directly. Nobody knows who or what stands behind a name that is not declared, so its line cannot be checked.
