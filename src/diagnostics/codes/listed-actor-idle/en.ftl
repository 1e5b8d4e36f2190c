title = a listed actor never acts
message = “{ $actor }” is listed and acts in no step
label = listed here
help = describe its step, or mark with `expect` that the act is so
page = A unit or an employee on the list is there because it does something. Where it does nothing, either the list is out of date or a step was forgotten.
