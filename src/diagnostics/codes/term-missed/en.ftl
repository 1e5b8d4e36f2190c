title = the term is missed
message = in the channel `{ $channel }` the steps can last longer than the term: what is filed on { $filed } is done on { $finished }
label = late by { $late }
label-term = the term: { $term }
help = { $known ->
    [open] shorten a step, and give a limit to what has none: as if that took no time, { $promise } is the shortest term that every filing keeps
    [yes] shorten a step, or promise { $promise }: that is the shortest term that every filing keeps
   *[other] shorten a step: no term within the calendar is long enough
  }
page =
    Every actor is given the whole of its limit, and every minute of ten years is tried as the time of filing, in every channel and every case. For the filing shown, the last step ends after the term of the standard.

    The dates under the message tell who holds the file from when until when. They can be checked with a calendar and a pencil. `prove` tells for each step how short it would have to be.
