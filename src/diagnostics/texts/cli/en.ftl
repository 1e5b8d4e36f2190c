# What the command line says of a call.

path-not-found = there is no file or folder `{ $path }`
path-unreadable = `{ $path }` cannot be read{ $why ->
    [none] {""}
   *[other] : “{ $why }”
  }
no-project = no project here: name a file or a folder, or go to the folder that holds `reglament.toml`
several-projects = which project? name one of: { $projects }
unknown-regulation = there is no regulation `{ $id }`: { $suggestion ->
    [none] { $count ->
        [0] the project has none
       *[other] the project has { $known }
      }
   *[other] did you mean `{ $suggestion }`?
  }
cannot-write = the answer could not be written: { $why }
file-not-written = the file `{ $path }` could not be written: { $why }
bug = this is a bug of reglament itself, not of your text ({ $why }); please report it with the file that shows it

# One line a regulation, under the findings of a check.
verdict-on-time = { $id }: on time, with at least { $slack } to spare
verdict-late = { $id }: late, by up to { $slack }
verdict-unprovable = { $id }: cannot be proved on time
verdict-unknown-term = { $id }: the term of the standard is not known

# The table of all regulations.
overview-regulation = regulation
overview-channel = channel
overview-term = term
overview-verdict = verdict
overview-slack = least slack
overview-promise = least promise
overview-errors = errors
overview-warnings = warnings
overview-notes = notes

# How much of an act is carried.
coverage-no-inventory = the project keeps no inventory of the act of `{ $id }`: make it with `reglament coverage { $id } ACT.txt --write`
coverage-which-part = the act holds { $count } regulations: say with `--part` which it is: { $titles }
coverage-no-clauses = no clause was found in `{ $path }`
overview-at-least = ≥ { $promise }

# Known findings, recorded in a file.
baseline-missing = there is no baseline `{ $path }`: make it with --record
baseline-unreadable = `{ $path }` is no baseline that can be read: { $why }
baseline-recorded = recorded in `{ $path }`: { $findings }
baseline-update = `--record` takes out of the baseline what is no longer found

# What the formatter did.
fmt-written = written: { $path }
fmt-in-part = `{ $path }`: lines that cannot be read stay as they are; `reglament check` names them
fmt-untouched = `{ $path }` stays as it is: a brace is missing or too many, or a text that cannot be read whole was to be turned into another vocabulary; `reglament check` names the place

# Versions of one act.
not-in-force = no version of `{ $id }` is in force on { $day }:
which-version = `{ $id }` has several versions: name one by a day on which it is in force, with `--in-force-on`
in-force = { $from ->
    [none] { $until ->
        [none] in force, from and until when is not said
       *[other] in force until { $until }
    }
   *[other] { $until ->
        [none] in force from { $from }
       *[other] in force from { $from } to { $until }
    }
  }

# What a beginning is made of.
new-exists = `{ $path }` is there already, and nothing is written over it
new-bad-id = `{ $id }` is no id of an act: two names or more joined by a dot, like `town.fence`
new-which-standard = { $given ->
    [none] which standard does it implement? Name one with --implements
   *[other] the project has no standard `{ $given }`
  }: { $known }
new-next = next: `reglament check`
new-ask-title = the name of the service
new-ask-organisation = who serves
new-ask-term = the term that the standard promises
new-title = Name of the service
new-organisation = the office

# A call that clap can't take.
call-help = `--help` tells how to call it
call-unknown-argument = there is no option `{ $argument }` here{ $meant ->
    [none] {""}
   *[other] ; did you mean `{ $meant }`?
  }
call-unknown-command = there is no command `{ $command }`{ $meant ->
    [none] {""}
   *[other] ; did you mean `{ $meant }`?
  }
call-missing-argument = this is missing in the call: { $arguments }
call-missing-value = `{ $argument }` needs a value
call-bad-value = `{ $value }` is no value for `{ $argument }`
call-unknown-value = `{ $value }` is no value for `{ $argument }`; there are { $known }
call-conflict = `{ $argument }` doesn't go with the rest of the call
