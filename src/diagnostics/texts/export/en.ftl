# What `export` says, and what stands in the pictures.

export-unknown-format = no format `{ $format }`; there are { $known }
export-unknown-engine = `--engine` doesn't name a dialect of the format `{ $format }`
export-no-regulation = no regulation to write: name one, or call it in a project that has one
export-unknown-channel = no regulation here has a channel `{ $channel }`; there are { $known }
export-not-built-in = this build can't write `{ $format }`: build it with `cargo build --release --features documents`
export-failed = `{ $id }` can't be written: { $why }
export-written = written: { $path }
export-nothing = nothing to write as `{ $format }`
export-missing-letters = warning: the font of the pictures lacks { $letters }: PNG and PDF show a box there
export-progress = { $done } of { $all }: { $id }

# Words in the pictures.
diagram-applicant = applicant
diagram-nobody = nobody is named
diagram-start = Start of the service
diagram-receipt = Application received
diagram-granted = Service provided
diagram-refused = Refused
diagram-returned = Returned without a decision
diagram-yes = yes
diagram-no = no
diagram-otherwise = otherwise
diagram-and = and
diagram-or = or
diagram-clauses = Clauses
diagram-expired = Limit passed
diagram-legend = Legend
diagram-legend-ends = start or end of the service
diagram-legend-action = procedure (action) of the applicant or a unit
diagram-legend-choice = choice
diagram-legend-passage = passage to the next procedure (action)
diagram-legend-wait = waiting for an outside event
diagram-legend-connector = the diagram goes on on another page
diagram-legend-unit = a unit is a structural and functional unit: departments and employees of the provider, public service centres, portals and information systems
diagram-legend-system = process of an information system
diagram-reference = Business-process reference of the public service
diagram-interaction = Diagram of how information systems interact
diagram-channel = Channel
diagram-page = Page { $page } of { $pages }
diagram-about = Lanes: { $lanes }; steps: { $steps }
diagram-process = Process { $number }
diagram-condition = Condition { $number }
