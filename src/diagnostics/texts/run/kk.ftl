# Уақыт бойынша жайылған бір іс, не тапсырылады және неге.

run-head = { $id }, арна: { $channel }
run-counted = берілген деп есептеледі: { $counted }, қабылдайтын кісі болғанда
run-limit = { $limit }, санақ басы: { $from }
run-from-arrival = істің келуі
run-from-filing = өтініш беру, { $begins }
run-from-done = `{ $step }`, { $begins }
run-from-term = мерзім соңынан кері, { $begins }
run-clauses = ; { $clauses }-тармақ
run-beyond = ; күнтізбеден тыс
run-not-deciding = ; бұл { $ends }, ал басқа мерзім ертерек бітеді
run-came-later = мерзім { $limit } біткен, іс одан кейін келді: дереу
run-at-once = ақпараттық жүйе немесе алушы туралы ештеңе айтылмаған: дереу деп алынды
run-open = қанша уақыт алатыны айтылмаған
run-term-unknown = белгісіз мерзімнің соңына дейін { $limit }: шек жоқ
run-undecided = мынаған байланысты: { $facts }
run-term = { $case ->
    [none] { $term }, санақ басы: { $starts }
   *[other] { $term }, санақ басы: { $starts } (`{ $case }` жағдайы)
  }
run-extension = { $added } ұзартылды: `{ $extension }`
run-extension-declared = хабарланғандай { $added } ұзартылды: `{ $extension }`
run-stopped = мерзімнің өтуі тоқтап тұрды: { $from } – { $until }
run-stopped-still = мерзімнің өтуі тоқтап тұр: { $from } бастап
run-skipped = { $day } есепке алынбайды: { $why }
run-closed = бұл күні ешкім жұмыс істемейді
run-due = мерзімі бар
run-done = орындалды
run-done-late = кешігіп орындалды
run-late = кешікті
run-waiting = күтуде
run-skipped-step = қажет емес
run-done-at = { $done } (мерзімі: { $due })
run-not-needed = бұл істің жолында жоқ: { $steps }
run-no-term = мерзімі белгісіз
run-term-ends = мерзім бітеді
run-granted = нәтиже: қызмет көрсетілді
run-refused = нәтиже: бас тартылды
run-returned = нәтиже: шешімсіз қайтарылды
run-stuck = `{ $step }` соңынан бұл жағдайда не болатынын акт айтпайды
run-withdrawn = өтініш кері алынды
run-not-in-force = өтініш берілген күні регламент күшінде емес
run-beyond-calendar = бір күн күнтізбесі жоқ жылға түседі
run-which-channel = қай арна? --channel арқылы атаңыз: { $known }
run-event-refused = { $number }-оқиға ({ $at }) бола алмайды: { $why }
run-bad-events = `{ $path }` оқиғалар тізімі емес: { $why }; былай жазылады: [{"{"}"event": "done", "step": "register", "at": "2018-03-05T10:15"{"}"}]
run-missing = істің барысы белгісіз шарттарға байланысты; әрқайсысын айтыңыз:
run-ask = { $fact } ({ $values })?

refused-unknown-regulation = `{ $id }` регламенті жоқ
refused-no-version = `{ $id }` регламентінің ешбір редакциясы { $day } берілгенге қолданылмайды
refused-no-procedure = `{ $channel }` арнасының рәсімі жоқ
refused-beyond-calendar = күнтізбеде { $year } жыл жоқ
refused-unknown-fact = мұнда `{ $fact }` шарты жоқ: { $known ->
    [none] ешбірі сұралмайды
   *[other] мыналардан таңдаңыз: { $known }
  }
refused-unknown-value = `{ $fact }` шартында `{ $value }` мәні жоқ: мыналардан таңдаңыз: { $known }
refused-fact-settled = `{ $fact }` мәні `{ $value }` екені белгілі, ол өзгермейді
refused-case-over = іс аяқталған
refused-out-of-order = { $last } бірдеңе болып қойған; оқиғаларды ретімен қойыңыз
refused-unknown-step = бұл арнада `{ $step }` қадамы жоқ
refused-no-act = `{ $step }` әрекет емес: ол өзі болады
refused-wrong-event = `{ $step }` бұлай белгіленбейді; `{ $wanted }` деп жазыңыз
refused-already-done = `{ $step }` { $at } орындалған
refused-not-under-way = іс `{ $step }` қадамында емес: { $known ->
    [none] ол ешқайда емес
   *[other] ол мында: { $known }
  }
refused-too-early = іс `{ $step }` қадамына { $from } ғана келеді
refused-undecided = сонда да `{ $step }` соңынан не болатыны шешілмеген: мынаны айтыңыз: { $facts }
refused-unknown-extension = `{ $extension }` ұзартуы жоқ: { $known ->
    [none] стандартта ұзарту жоқ
   *[other] мыналардан таңдаңыз: { $known }
  }
refused-already-extended = `{ $extension }` ұзартуы қолданылып тұр

documents-none = ешбір құжат туралы айтылмаған
documents-required = қажет
documents-not-required = қажет емес
documents-obtained = сұралмайды
documents-by-regulation = регламент талап етеді
documents-by-standard = стандарт талап етеді
documents-obtained-by-regulation = регламент бойынша мемлекеттік жүйеден алынады
documents-obtained-by-standard = стандарт бойынша мемлекеттік жүйеден алынады
documents-as = { "" }, өйткені { $facts }
documents-not-as = { "" } басқа жағдайда, { $facts } болғанда емес
documents-open = мынаған байланысты: { $facts }
