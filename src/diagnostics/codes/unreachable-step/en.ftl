title = a step that cannot be reached
message = no path leads to `{ $name }`
label = nothing comes here
help = lead an arrow here, or take the line out
page = A step that no case can reach is never done, and its limit never runs. Most often the arrow of an earlier line leads past it.
