title = a channel that never refuses
message = no path of the channel `{ $channel }` ends with a refusal
label = nothing is refused here
label-ground = a ground for refusal
label-refusal = another channel refuses here
help = describe the refusal in this channel, or mark it with `expect` if the act is so
page = Grounds for refusal, and a refusal in another channel, are true of every applicant. A channel whose procedure knows no refusal does not say who refuses there, and by when.
