title = branches overlap
message = two branches hold in the same case: { $case }
label = the second one
label-first = the first one
help = make the conditions exclude each other, or use `otherwise`
page = Where two branches hold in one case, nobody knows where the file goes. Their order does not decide: in law the branch applies whose condition is met, not the one that stands first.
