title = a `use` that leaves the project
message = `{ $name }` lies outside the project
label = leads out of the folder of the project
help = move the file into the project, and name it by its path from there
page = A project is one folder, and what it means may not depend on where that folder stands. A file is named by its path from the folder that holds `reglament.toml`; a path that climbs out of it, or a link that leads out, is not followed.
