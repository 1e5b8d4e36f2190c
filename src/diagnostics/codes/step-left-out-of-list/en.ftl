title = a step that one list leaves out
message = the list of clause { $full } tells `{ $step }`, and that of clause { $short } leaves it out
label = clause { $clause } tells `{ $own }`
label-other = clause { $clause } tells `{ $own }`
label-near = { $side ->
    [before] clause { $clause } comes before it
   *[behind] clause { $clause } comes behind it
  }
help = if the act is so, mark it with `expect`; otherwise cite the clause that tells it, with empty parentheses where it says no more
page = An act tells its procedure several times. A step that one list has and another has not is done by nobody who follows the second.
