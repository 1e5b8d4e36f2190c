title = an anchor is not on every path
message = `{ $name }` can be reached without the event that its limit is counted from
label = some path lacks { $events }
help = name an event that lies on every path, or two events joined with `or`
page = The event that a limit is counted from must lie on every path to the step. Otherwise, where it did not happen, there is nothing to count from.
