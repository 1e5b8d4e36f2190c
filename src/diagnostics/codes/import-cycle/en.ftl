title = files that use one another in a circle
message = using `{ $name }` closes a circle: { $files }
label = the circle closes here
label-other = this line is part of the circle
help = move what they share into a third file that both use
page = Of files that use one another none can be read first. Put what they share into a file of its own.
