title = an abbreviation defined twice
message = the act defines the abbreviation `{ $short }` more than once
label = defined again
label-other = defined here as well
help = leave one definition, or mark it with `expect` if the act is so
page = An abbreviation is defined where it first stands, and only there. A second definition makes the reader look for a difference that may not be meant.
