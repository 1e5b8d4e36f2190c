# One regulation laid out for people.

show-channel = Channel
show-besides = What else the act sets a time for
show-omits = What is left out of the act on purpose
show-abbreviations = Abbreviations
show-mentions = What the act names in passing
show-implements = implements
show-since = in force from
show-until = in force until
show-participants = Who takes part
show-step = step
show-who = who › to whom
show-limit = limit
show-from = counted from
show-clauses = clauses
show-next = next
show-documents = What is handed in, and what the state has
show-grounds = Grounds for refusal
show-results = Results
show-conditions = Form, fee, and what became of the act
