title = a line that is none of an inventory
message = this line of the inventory can't be read: `{ $text }`
label = not an address, a hash and what the clause has
help = make the inventory anew: `reglament coverage ID ACT.txt --write`
page = An inventory lists the clauses of a published act, a line a clause: its address, the hash of its text, and what it has. It is made by a command. A line that can't be read is a clause that nobody asks about.
