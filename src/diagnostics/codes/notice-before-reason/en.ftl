title = a notice due before its reason can be known
message = in the channel `{ $channel }` the notice of `{ $extension }` can be due before its reason is known: of what is filed on { $filed } the applicant must be told on { $due }, and the reason shows on { $known }
label = the notice is due on { $due }
label-known = here the reason can be known
help = count the notice from the event that shows the reason
page =
    A longer term must be told to the applicant in time. Here the time for telling runs out, in the worst case, before anybody can know that the term will be longer. A notice can only run from the event that shows its reason.
