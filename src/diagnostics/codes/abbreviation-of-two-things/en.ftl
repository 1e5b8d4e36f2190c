title = one abbreviation for two things
message = the act lets the abbreviation `{ $short }` mean two things
label = means something else here
label-other = what it means here
help = give each its own abbreviation, or mark it with `expect` if the act is so
page = Where a short form stands for two things, a clause that uses it can be read in two ways.
