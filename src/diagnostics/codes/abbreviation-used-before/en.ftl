title = an abbreviation used before it is defined
message = the act uses the abbreviation `{ $short }` before it defines it
label = used before the definition
label-other = used before the definition too
label-defined = defined here
help = define it where it first stands, or mark it with `expect` if the act is so
page = An act is read from its beginning. A short form has to be explained at the first place at which it stands.
