title = a body that the act outlived
message = `{ $body }` ended on { $ended }, and the act went on naming it
label = the body that ended
label-other = named here as well
label-successor = its successor is named here
label-table = the table of bodies gives its end here
help = put its successor{ $successor ->
    [none] {""}
   *[other] {" "}`{ $successor }`
  } into the act with an amendment, or mark it with `expect` if the act is so
page = A body that ends while an act is in force has to be replaced in it. Until then the clause tells the applicant to turn to a body that is no longer there.
