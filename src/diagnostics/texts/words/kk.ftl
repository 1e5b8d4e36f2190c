# Барлық бөлімге ортақ сөздер: ескертулердің түрі, мерзім бірліктері, күндер, тізімдер, сандар.

severity-error = қате
severity-warning = ескерту
severity-note = ескертпе
severity-known = белгілі { $severity }
help-word = не істеу керек

# Мерзімдер; сан есімнен кейін зат есім жекеше түрде тұрады.
duration-minute = { $count } минут
duration-hour = { $count } сағат
duration-working-day = { $count } жұмыс күні
duration-calendar-day = күнтізбелік { $count } күн
duration-day = { $count } күн
duration-month = { $count } ай
duration-year = { $count } жыл
duration-same-day = сол күні
duration-first-day = { $duration }, бірінші күнді қоса

# Сағат бойынша уақыт аралығы осы бөліктерден құралады.
span-days = { $count } күн
span-hours = { $count } сағ
span-minutes = { $count } мин

# 2018 жылғы 28 қараша; 2018 жылғы 28 қараша, 17:30
date = { $year } жылғы { $day } { $month ->
    [1] қаңтар
    [2] ақпан
    [3] наурыз
    [4] сәуір
    [5] мамыр
    [6] маусым
    [7] шілде
    [8] тамыз
    [9] қыркүйек
    [10] қазан
    [11] қараша
   *[12] желтоқсан
  }
instant = { $date }, { $time }

list-or = { $first } немесе { $last }
list-and = { $first } және { $last }

# Тексерудің соңғы жолы: нөлге тең емес сандар үтір арқылы.
count-errors = { $count } қате
count-warnings = { $count } ескерту
count-notes = { $count } ескертпе
count-known = { $count } белгілі ескерту
count-files = { $count } файл
summary = тексерілді: { $files }; табылды: { $counts }
summary-clean = тексерілді: { $files }; ескерту жоқ
summary-explain = ескертудің мәні: `reglament explain { $code }`

# explain
explain-wrong = дұрыс емес
explain-right = дұрыс
explain-list = Барлық ескертулер және олардың салмағы; толығырақ: `reglament explain КОД`.
explain-unknown = `{ $code }` деген ескерту жоқ
explain-suggestion = бәлкім, `{ $suggestion }` болар
explain-see-list = барлық ескертулердің тізімі: `reglament explain`

# Күндері көрсетілген теріске шығару, жол-жолымен.
counterexample-filed = берілді: { $filed }
counterexample-counted = берілді деп есептеледі: { $counted }
counterexample-facts = бұл жағдайда: { $facts }
counterexample-step = { $step } ({ $actor }): { $from } – { $until }
counterexample-event = { $step }: { $from } – { $until }
counterexample-clause = { $clause }-тармақ
counterexample-finished = аяқталды: { $finished }
counterexample-due = мерзім аяқталады: { $due }

# The page with all messages (docs/messages).
gallery-title = Бағдарлама не айтады
gallery-about = Барлық ескертулер оқырман көретін сөздермен берілген: әрқайсысы өз бетіндегі дұрыс емес мысалда көрсетілген. Бұл бетті тест жазады; мәтіндердің өзі `src/diagnostics/codes/` қалтасында.

# Бұрын жазылған ескертулер.
baseline-vanished-title = енді табылмады
baseline-vanished = енді табылмады: { $code } ({ $title }){ $file ->
    [none] {""}
   *[other] , `{ $file }`
  }{ $about ->
    [none] {""}
   *[other] , { $about }
  }
