title = a forgotten document
message = the standard requires the document `{ $document }`, and the regulation does not name it
label = this list lacks it
label-standard = the standard requires it here
help = add the line `requires { $document }`, or mark with `expect` that the act is so
page = A regulation that lists documents itself must name each one that the standard requires. Otherwise the applicant comes with an incomplete package and is refused.
