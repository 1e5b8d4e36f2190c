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
bug = this is a bug of reglament itself, not of your text ({ $why }); please report it with the file that shows it
