title = an end without its outcome
message = this end does not say how the case ends
label = no outcome
help = write `granted`, `refused` or `returned`
page = There are three ends: the service is granted, refused with reasons, or the papers are given back. The terms and grounds of a refusal are checked apart.
