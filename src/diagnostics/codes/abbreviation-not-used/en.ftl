title = an abbreviation that is never used
message = the act defines the abbreviation `{ $short }` and never uses it
label = defined, and not used
label-other = defined here as well
help = cite the clauses that use it behind `used`, or mark it with `expect` if the act is so
page = A definition that nothing uses shows that the act goes on under another name, or that a clause was lost.
