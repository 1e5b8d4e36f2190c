title = a document the state has is demanded
message = the document `{ $document }` is obtained from a state system, so the applicant may not be asked for it
label = demanded of the applicant
label-obtained = said here to be obtained
help = write `obtains` instead of `requires`
page = Papers that can be had from information systems may not be demanded of those who apply.
