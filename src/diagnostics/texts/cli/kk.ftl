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
bug = бұл мәтініңіздің емес, reglament бағдарламасының өз қатесі ({ $why }); оны көрсететін файлмен бірге хабарлаңыз
