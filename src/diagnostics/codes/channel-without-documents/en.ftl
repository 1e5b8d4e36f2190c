title = a channel for which nothing is handed in
message = the act says what is handed in, and nothing for the channel `{ $channel }`
label = offered here
label-other = said for other channels
help = say what is handed in through this channel, or mark with `expect` that the act is silent
page = Where an act says for some of its channels what starts the service, whoever comes through another one does not know what to bring.
