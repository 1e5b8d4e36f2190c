# Командалық жол шақыру туралы не айтады.

path-not-found = `{ $path }` деген файл не қалта жоқ
path-unreadable = `{ $path }` файлы оқылмайды{ $why ->
    [none] {""}
   *[other] : «{ $why }»
  }
no-project = мұнда жоба жоқ: файлды не қалтаны атаңыз немесе `reglament.toml` тұрған қалтаға өтіңіз
several-projects = қай жоба? мынаның бірін атаңыз: { $projects }
unknown-regulation = `{ $id }` деген регламент жоқ: { $suggestion ->
    [none] { $count ->
        [0] жобада бірде-бір регламент жоқ
       *[other] жобада мыналар бар: { $known }
      }
   *[other] мүмкін, `{ $suggestion }` болар?
  }
cannot-write = жауапты жазу мүмкін болмады: { $why }
file-not-written = `{ $path }` файлы жазылмады: { $why }
bug = бұл мәтініңіздің емес, reglament бағдарламасының өз қатесі ({ $why }); оны көрсететін файлмен бірге хабарлаңыз

# Тексеру ескертулерінің астында әр регламентке бір жол.
verdict-on-time = { $id }: мерзімінде, кемінде { $slack } артығымен
verdict-late = { $id }: кешігеді, ең көбі { $slack }
verdict-unprovable = { $id }: мерзімнің сақталатынын дәлелдеуге болмайды
verdict-unknown-term = { $id }: стандарттағы мерзім белгісіз

# Барлық регламенттердің кестесі.
overview-regulation = регламент
overview-channel = арна
overview-term = мерзім
overview-verdict = қорытынды
overview-slack = ең аз қор
overview-promise = уәде етуге болатын ең қысқа мерзім
overview-errors = қателер
overview-warnings = ескертулер
overview-notes = ескертпелер

coverage-no-inventory = жобада `{ $id }` актісінің тізімдемесі жоқ: оны жасаңыз: `reglament coverage { $id } АКТ.txt --write`
coverage-which-part = актіде { $count } регламент бар: `--part` арқылы қайсысы екенін айтыңыз: { $titles }
coverage-no-clauses = `{ $path }` файлынан бірде-бір тармақ табылмады
overview-at-least = ≥ { $promise }

# Файлға жазылған белгілі ескертулер.
baseline-missing = белгілі ескертулер файлы `{ $path }` жоқ: оны --record арқылы жасаңыз
baseline-unreadable = `{ $path }` белгілі ескертулер файлы ретінде оқылмайды: { $why }
baseline-recorded = `{ $path }` файлына жазылды: { $findings }
baseline-update = `--record` енді табылмағанды жазбадан алып тастайды

# Пішімдеу не істеді.
fmt-written = жазылды: { $path }
fmt-in-part = `{ $path }`: оқылмайтын жолдар сол күйінде қалды; оларды `reglament check` атайды
fmt-untouched = `{ $path }` сол күйінде қалды: жақшалар жұп емес немесе толық оқылмайтын мәтін басқа сөздікке ауыстырылмақ болды; орнын `reglament check` атайды

# Бір актінің редакциялары.
not-in-force = `{ $id }` актісінің бірде-бір редакциясы { $day } күні күшінде емес:
which-version = `{ $id }` актісінің бірнеше редакциясы бар: қайсысы екенін ол күшінде болған күнмен көрсетіңіз: `--in-force-on`
in-force = { $from ->
    [none] { $until ->
        [none] күшінде, күндері көрсетілмеген
       *[other] { $until } дейін күшінде (осы күнді қоса)
    }
   *[other] { $until ->
        [none] { $from } бастап күшінде
       *[other] { $from } – { $until } аралығында күшінде
    }
  }

# Бастама неден тұрады.
new-exists = `{ $path }` бұрыннан бар, үстінен ештеңе жазылмайды
new-bad-id = `{ $id }` — актінің атауы емес: нүктемен қосылған екі не одан көп атау керек, мысалы `town.fence`
new-which-standard = { $given ->
    [none] қай стандарт орындалады? Оны --implements арқылы көрсетіңіз
   *[other] жобада `{ $given }` стандарты жоқ
  }: { $known }
new-next = әрі қарай: `reglament check`
new-ask-title = қызметтің атауы
new-ask-organisation = қызметті кім көрсетеді
new-ask-term = стандарт уәде ететін мерзім
new-title = Қызметтің атауы
new-organisation = мекеме

# Түсінуге болмайтын шақыру.
call-help = қалай шақыру керегін `--help` айтады
call-unknown-argument = мұнда `{ $argument }` параметрі жоқ{ $meant ->
    [none] {""}
   *[other] ; мүмкін, `{ $meant }` болар?
  }
call-unknown-command = `{ $command }` командасы жоқ{ $meant ->
    [none] {""}
   *[other] ; мүмкін, `{ $meant }` болар?
  }
call-missing-argument = шақыруда мынау жетіспейді: { $arguments }
call-missing-value = `{ $argument }` мәнін қажет етеді
call-bad-value = `{ $value }` мәні `{ $argument }` үшін жарамайды
call-unknown-value = `{ $value }` мәні `{ $argument }` үшін жарамайды; бары: { $known }
call-conflict = `{ $argument }` шақырудың қалғанына сәйкес келмейді
