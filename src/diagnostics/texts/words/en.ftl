# Words that every room uses: severities, units, dates, lists, counts.

severity-error = error
severity-warning = warning
severity-note = note
severity-known = known { $severity }
help-word = help

# Durations; the number always stands before the unit.
duration-minute = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
  }
duration-hour = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
  }
duration-working-day = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
  }
duration-calendar-day = { $count ->
    [one] { $count } calendar day
   *[other] { $count } calendar days
  }
duration-day = { $count ->
    [one] { $count } day
   *[other] { $count } days
  }
duration-month = { $count ->
    [one] { $count } month
   *[other] { $count } months
  }
duration-year = { $count ->
    [one] { $count } year
   *[other] { $count } years
  }
duration-same-day = the same day
duration-first-day = { $duration }, the first day counted

# A length of clock time, put together of these.
span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
  }
span-hours = { $count } h
span-minutes = { $count } min

# 28 November 2018; 28 November 2018, 17:30
date = { $day } { $month ->
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
  } { $year }
instant = { $date }, { $time }

list-or = { $first } or { $last }
list-and = { $first } and { $last }

# The closing line of a check: the counts that are not zero, joined by commas.
count-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
  }
count-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
  }
count-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
  }
count-known = { $count ->
    [one] { $count } known finding
   *[other] { $count } known findings
  }
count-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
  }
summary = in { $files }: { $counts }
summary-clean = in { $files }: nothing to report
summary-explain = what a finding means: `reglament explain { $code }`

# explain
explain-wrong = wrong
explain-right = right
explain-list = What can be found, and how much it weighs; `reglament explain CODE` tells more.
explain-unknown = there is no finding called `{ $code }`
explain-suggestion = did you mean `{ $suggestion }`?
explain-see-list = `reglament explain` lists every finding

# A refutation with dates, line by line.
counterexample-filed = filed: { $filed }
counterexample-counted = counts as filed: { $counted }
counterexample-facts = in this case: { $facts }
counterexample-step = { $step } ({ $actor }): { $from } – { $until }
counterexample-event = { $step }: { $from } – { $until }
counterexample-clause = clause { $clause }
counterexample-finished = finished: { $finished }
counterexample-due = the term ends: { $due }

# The page with all messages (docs/messages).
gallery-title = What the tool says
gallery-about = Every finding in the words that a reader gets, each over the wrong text of its page. A test writes this page; the sentences stand in `src/diagnostics/codes/`.

# Findings that a baseline had.
baseline-vanished-title = no longer found
baseline-vanished = no longer found: { $code } ({ $title }){ $file ->
    [none] {""}
   *[other] {" "}in `{ $file }`
  }{ $about ->
    [none] {""}
   *[other] , { $about }
  }
