title = an extension without a notice
message = the term is extended, and nothing says when the applicant is told
label = extended without a notice
help = add the `notice` in the block of the extension, or mark it with `expect` if the act is so
page = Who waits for a result has to learn that the term was extended before it is over. An extension therefore comes with a limit for its notice.
