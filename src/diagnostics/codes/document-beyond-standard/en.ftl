title = a document beyond the standard
message = the standard does not require the document `{ $document }`
label = one too many
label-standard = the standard's list starts here
help = take the line out, or mark with `expect` that the act is so
page = An applicant may not be asked for a paper that the standard does not name: the standard sets the list.
