title = a limit of zero
message = a limit cannot be zero
label = zero
help = write the limit that the act gives, or `same day` where it is done on the same day
page = Nothing is done within zero minutes or zero days. Where an act says that something is done on the day itself, the language has words of their own for it.
