title = an abbreviation that is never defined
message = the act uses the abbreviation `{ $short }` and defines it nowhere
label = used without a definition
label-other = used here as well
help = cite the clause that defines it behind `clause`, or mark it with `expect` if the act is so
page = A reader must learn from the act itself what a short form stands for. One that is defined nowhere can be read in more than one way.
