title = a branch that no clause describes
message = clauses say what follows in one branch of `{ $choice }`, and nothing of this one
label = no clause says what follows here
label-described = a clause describes this branch
label-choice = the check
help = cite the clause of this branch, or mark it with `expect` if the act is so
page = A check has two outcomes. An act that tells only one of them leaves it to the reader what follows otherwise.
