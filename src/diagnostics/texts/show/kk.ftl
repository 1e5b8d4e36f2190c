# Бір регламент оқуға ыңғайлы түрде.

show-channel = Арна
show-besides = Акт мерзім белгілеген басқа істер
show-omits = Актіден әдейі қалдырылғаны
show-abbreviations = Қысқартулар
show-mentions = Акт атап өткендер
show-implements = жүзеге асырады
show-since = күшіне енген күні
show-until = күшінде болған соңғы күн
show-participants = Кім қатысады
show-step = рәсім
show-who = кім › кімге
show-limit = мерзім
show-from = неден саналады
show-clauses = тармақтар
show-next = әрі қарай
show-documents = Не тапсырылады, мемлекетте не бар
show-grounds = Бас тарту негіздері
show-results = Нәтижелер
show-conditions = Нысаны, төлемақысы және актінің тағдыры
