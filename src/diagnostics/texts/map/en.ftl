# The picture of slack: a day a cell.

map-about = A cell is a day, and stands for everything that counts as filed on it, on every path and in every case whose term is known: how much of the term the worst one has left when it is done.
map-number = The number is whole days of clock time left; with a minus: late by no more than so many days.
map-late-week = late by more than 7 days
map-late = late by up to 7 days
map-under-day = in time, with less than a day left
map-days-1 = 1 or 2 whole days left
map-days-3 = 3 to 6 whole days left
map-days-7 = 7 or more whole days left
map-empty = nothing counts as filed on that day
map-holiday = holiday
map-moved-off = day off instead of another
map-worked = worked weekend day
map-unknown = not known: the calendar ends before
map-projected = calendar of the year not settled yet
map-cell-left = { $day }: { $clock } left
map-cell-late = { $day }: late by { $clock }
map-cell-unknown = { $day }: not known
map-channel = channel `{ $channel }`
map-none = no term is known or can be judged here, so there are no days to show
map-at-most = so the numbers here are the most that can be left: whatever has no limit only takes from them
map-if-term = as if the term were { $term }
map-if-limit = as if `{ $step }` had { $limit }
map-known-on = by the calendar as it was known on { $day }
map-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
  }
map-weekday = { $weekday ->
    [1] Mo
    [2] Tu
    [3] We
    [4] Th
    [5] Fr
    [6] Sa
   *[7] Su
  }
