title = a fact needs its value
message = which value of `{ $fact }` is meant is not said
label = without a value
label-declared = its values are listed here
help = write the value, as in `{ $fact } = { $first }`; its values are { $values }
page = A yes/no fact can simply be named. Of a fact with a list of values it must be said which one is asked for.
