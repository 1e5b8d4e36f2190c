title = the form differs from the standard
message = the form that the regulation gives is not the standard's
label = the regulation's form
label-standard = the standard
help = write the standard's form, or mark with `expect` that the act is so
page = Whether a service is given electronically, on paper or both is for the standard to say.
