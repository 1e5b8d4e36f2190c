title = a regulation without a procedure
message = the regulation describes no procedure in any channel
label = no procedure belongs to it
label-announced = announced, and described nowhere
help = write the procedure, or mark it with `expect` if the act is so
page = A regulation is there to say who does what by when. Without a procedure nothing in it can be held against its standard.
