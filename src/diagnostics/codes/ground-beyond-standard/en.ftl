title = a ground beyond the standard
message = the standard has no ground `{ $ground }`
label = one too many
label-standard = the standard's grounds start here
help = take the line out, or mark with `expect` that the act is so
page = A service is refused only on grounds that the law sets. A regulation cannot add one.
