title = a body beside its successor
message = the act names `{ $body }`, which ended on { $ended }, beside its successor `{ $successor }`
label = the body that ended
label-other = named here as well
label-successor = its successor is named here
label-table = the table of bodies gives its end here
help = name one of them throughout, or mark it with `expect` if the act is so
page = An amendment that puts the new body into one clause has to put it into all of them. Where both stand, the reader cannot tell whether two bodies take part.
