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
help-explain = What a finding means, with a wrong text and a right one; without a code, the list of all
help-explain-code = the code, as it stands in brackets beside a finding
