title = a document required in other cases
message = { $asked ->
    [standard] the standard requires the document `{ $document }` in a case in which the regulation does not: { $case }
   *[other] the regulation requires the document `{ $document }` in a case in which the standard does not: { $case }
  }
label = the regulation's condition
label-standard = the standard's condition
help = write the standard's condition and channels, or mark it with `expect` if the act is so
page = In which cases a document has to be handed in is for the standard to say. A regulation that asks in more cases burdens the applicant, and one that asks in fewer lets an incomplete package come.
