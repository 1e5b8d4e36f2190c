# What `--help` says: a sentence a command, a sentence an argument.

help-usage = Usage:
help-commands = Commands
help-command = COMMAND
help-options = Options
help-arguments = Arguments

help-reglament = Regulations for public services: written once, checked, and proved on time
help-any-lang = the language of what people read: kk, ru or en (else that of the locale, else English)
help-any-format = how to answer: human or json (else human)
help-any-project = the project: a folder or a file (else the nearest reglament.toml upwards, or the only one directly below)
help-any-help = this help
help-any-version = the version

help-check = Every finding of a project: read, resolved, checked, and proved on time
help-check-paths = files or folders (else the project)
help-check-deny = what fails the check besides errors: warnings
help-check-format = how to answer: human, json, sarif, junit or github (else human)
help-check-baseline = findings recorded earlier: they are shown, and only new ones fail the check
help-check-record = write the findings of this check into the file of --baseline
help-check-in-force-on = only what is in force on that day
help-coverage = Which clauses of its act a regulation carries, explains or misses; without a regulation, the totals of all
help-coverage-id = the regulation: folder and name, such as `north-kazakhstan.change-purpose`
help-coverage-act = the act's published text (else the inventory that the project keeps)
help-coverage-part = which regulation of the act, counted from 1 (else the only one, or the one with its title)
help-coverage-write = write the inventory of the act beside the regulation
help-explain = What a finding means, with a wrong text and a right one; without a code, the list of all
help-explain-code = the code, as it stands in brackets beside a finding
help-export = Regulations in another notation: pictures, documents, BPMN
help-export-id = the regulation: folder and name (else all of the project)
help-export-to = the format: bpmn, svg, png, pdf, ...
help-export-channel = only this channel (else every one)
help-export-direction = which way a diagram flows: down, with lanes as columns as in the official annex, or right (else down)
help-export-engine = a dialect of the format, where it has some
help-export-output = the file, or the folder where there are several (else the working folder)
help-fmt = Files in their canonical form: parts in order and in columns, blocks indented
help-fmt-paths = files or folders (else the project)
help-fmt-check = change nothing: show what would change, and end with 1 if anything would
help-fmt-vocabulary = write the words of the language in kk, ru or en (else those of the file)
help-calendar = Days of a calendar, the end of a term with the days that were not counted, and why a day is worked or off
help-calendar-ask = days (of a year), add (a duration, from --from on), or why (a day is worked or off)
help-calendar-of = the year, the duration (10 working days), or the day
help-calendar-from = from when a duration runs, like 2018-03-05T10:00
help-calendar-calendar = the calendar (else the project's, else kz)
help-calendar-schedule = whose hours: a schedule or an organisation of the project, or provider or corporation (else provider)
help-calendar-step = count as a step does: by the schedule's own week, without rolling to a working day (else as a term)
help-calendar-known-on = the calendar as it was known on that day
help-calendar-reading = how a doubt is read, like roll=every-step; several are allowed
help-overview = Every regulation in one table: verdict, least promise, number of findings
help-overview-paths = files or folders; none: the project here
help-show = One regulation laid out: channels, steps, actors, limits, clauses
help-show-id = the regulation: folder and name, such as `north-kazakhstan.change-purpose`
help-prove = Term by term: the verdict, the slack, the worst start and its chain of steps
help-prove-id = the regulation: folder and name, such as `north-kazakhstan.change-purpose`
help-prove-certificate = write the proof out into this file, for `reglament-oracle certificate` to go over
help-prove-calendar-map = paint into this SVG file what the worst filing of each day has left: a year a row, a day a cell
help-prove-channel = only these channels in the picture; several are allowed
help-prove-all-readings = judge under every reading that matters here: on time under every, some or none
help-prove-reading = how a doubt is read, like roll=every-step; several are allowed
help-prove-term = what if the term were another, like "10 working days"
help-prove-limit = what if a step had another limit, like prepare="2 working days"; several are allowed
help-prove-known-on = the calendar as it was known on that day
help-prove-in-force-on = the version that is in force on that day (else every one)
help-prove-from = the first day of filing (else 2016-01-01)
help-prove-to = the last day of filing (else 2025-12-31)
help-diff = What an amendment changes in meaning, and not in text
help-diff-old = the text before: a file, a folder, or a revision of git (REVISION or REVISION:PATH)
help-diff-new = the text after (else the project here)
help-diff-in-force-on = only what is in force on that day; given twice: the day of the old text, and of the new one
help-diff-format = how the answer is written: human, json, md
