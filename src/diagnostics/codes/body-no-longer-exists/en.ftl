title = a body that no longer existed
message = the act names `{ $body }`, which had ended on { $ended }, before the clause was in force
label = no longer existed
label-other = named here as well
label-successor = its successor is named here
label-table = the table of bodies gives its end here
help = name the body that took its place{ $successor ->
    [none] {""}
   *[other] , `{ $successor }`
  }, or mark it with `expect` if the act is so
page = What is known of bodies stands in the table of `body` statements with its dates. A body that had ended before a clause came into force cannot act by it.
