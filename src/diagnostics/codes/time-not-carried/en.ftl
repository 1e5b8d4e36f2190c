title = a time of the act that the model has lost
message = clause { $clause } also gives { $times }, and the model doesn't say so there
label = the clause is cited here
label-act = the act gives it here
help = say the time where the clause is cited: as a limit, in the clause's parentheses, or in the text of what it is a condition of
page = A number that gets lost between the act and its model is the worst slip of all: everything that is proved is proved of another act. Each time of a clause stands in a statement that cites it.
