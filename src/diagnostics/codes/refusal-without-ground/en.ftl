title = a refusal without a ground
message = the act refuses with the result `{ $result }`, and names no ground for it
label = a refusal among the results
label-end = refused here
help = name the grounds with `ground`, in the act or in its standard, or mark it with `expect` if the act is so
page = A reasoned refusal needs a reason that an act allows. Where neither the regulation nor its standard lists grounds, the applicant cannot tell what to mend, nor a court what to ask.
