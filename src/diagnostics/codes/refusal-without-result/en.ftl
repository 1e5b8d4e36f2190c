title = a refusal that no result names
message = the refusal `{ $end }` gives none of the results that the act declares
label = ends without a declared result
label-result = declared result: { $result }
label-step = a clause that refuses
help = declare the refusal among the results and name it here, or mark it with `expect` if the act is so
page = An act that lists its results lists every way in which the service can end. A refusal that is none of them leaves the applicant without an answer to appeal against.
