title = an `expect` that marks no finding
message = nothing here is a `{ $code }` any more
label = this mark no longer applies
help = remove the line, or correct the code if another finding was meant
page = `expect` marks a finding that is known and cannot be mended, because it stands in a published act. A mark that marks nothing is a promise about a fault that is no longer there, and would hide the next one of its kind. A mark reaches the findings of its code whose first place lies in the statement that holds the mark, in the channels named with `via` if there are any.
