title = a case is left out
message = no branch holds in this case: { $case }
label = this case is left out
help = add a branch, or `otherwise`
page = The branches of a choice must leave no case out. In a case without a branch the file stops here.
