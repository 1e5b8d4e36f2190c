# One case laid out in time, what is handed in, and why.

run-head = { $id } via { $channel }
run-counted = counted as filed: { $counted }, when somebody is there to take it
run-limit = { $limit } from { $from }
run-from-arrival = the arrival of the file
run-from-filing = the filing, { $begins }
run-from-done = `{ $step }`, { $begins }
run-from-term = the end of the term, { $begins }, back
run-clauses = ; clause { $clauses }
run-beyond = ; beyond the calendar
run-not-deciding = ; that is { $ends }, and another limit ends first
run-came-later = the limit was over on { $limit }, before the file came: due at once
run-at-once = nothing is said of an information system or the applicant: at once, as is assumed
run-open = nothing is said of how long it may take
run-term-unknown = { $limit } before the end of a term that is not known: no limit
run-undecided = it hangs on { $facts }
run-term = { $case ->
    [none] { $term } from { $starts }
   *[other] { $term } from { $starts } (case `{ $case }`)
  }
run-extension = longer by { $added }: `{ $extension }`
run-extension-declared = longer by { $added }: `{ $extension }`, as was declared
run-stopped = the clock of the term stood from { $from } to { $until }
run-stopped-still = the clock of the term stands since { $from }
run-skipped = { $day } is not counted: { $why }
run-closed = nobody works that day
run-due = due
run-done = done
run-done-late = done late
run-late = late
run-waiting = waits
run-skipped-step = not needed
run-done-at = { $done } (due { $due })
run-not-needed = not on the way of this case: { $steps }
run-no-term = the term is not known
run-term-ends = the term ends
run-granted = outcome: the service is provided
run-refused = outcome: refused
run-returned = outcome: returned without a decision
run-stuck = behind `{ $step }` the act says nothing of this case
run-withdrawn = the application was withdrawn
run-not-in-force = the regulation is not in force on the day of filing
run-beyond-calendar = some date lies in a year for which there is no calendar
run-which-channel = which channel? Name one with --channel: { $known }
run-event-refused = event { $number }, of { $at }, cannot have happened: { $why }
run-bad-events = `{ $path }` is no list of events: { $why }; write it like [{"{"}"event": "done", "step": "register", "at": "2018-03-05T10:15"{"}"}]
run-missing = the case hangs on facts that are not known; say each of them:
run-ask = { $fact } ({ $values })?

refused-unknown-regulation = there is no regulation `{ $id }`
refused-no-version = no version of `{ $id }` takes a filing of { $day }
refused-no-procedure = the channel `{ $channel }` has no procedure
refused-beyond-calendar = the calendar has no year { $year }
refused-unknown-fact = there is no fact `{ $fact }` here: { $known ->
    [none] none is asked for
   *[other] choose from { $known }
  }
refused-unknown-value = `{ $fact }` has no value `{ $value }`: choose from { $known }
refused-fact-settled = `{ $fact }` is known to be `{ $value }`, and does not change
refused-case-over = the case is over
refused-out-of-order = something happened on { $last } already; put the events in their order
refused-unknown-step = there is no step `{ $step }` in this channel
refused-no-act = `{ $step }` is no act: it comes about by itself
refused-wrong-event = `{ $step }` is not done so; write `{ $wanted }`
refused-already-done = `{ $step }` was done on { $at }
refused-not-under-way = the file is not at `{ $step }`: { $known ->
    [none] it is nowhere
   *[other] it is at { $known }
  }
refused-too-early = the file comes to `{ $step }` only on { $from }
refused-undecided = with that it is still open how it goes on behind `{ $step }`: say { $facts }
refused-unknown-extension = there is no extension `{ $extension }`: { $known ->
    [none] the standard has none
   *[other] choose from { $known }
  }
refused-already-extended = the extension `{ $extension }` holds already

documents-none = no document is spoken of
documents-required = required
documents-not-required = not required
documents-obtained = not to be asked for
documents-by-regulation = the regulation wants it
documents-by-standard = the standard wants it
documents-obtained-by-regulation = the regulation has it from a system of the state
documents-obtained-by-standard = the standard has it from a system of the state
documents-as = { "" } where { $facts }
documents-not-as = { "" } in another case, not where { $facts }
documents-open = that hangs on { $facts }
