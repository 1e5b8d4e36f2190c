# Регламент актінің қаншасын береді.

coverage-sums = { $clauses } тармақтың { $carried } берілген, { $explained } түсіндірілген, { $missing } жоқ
coverage-of-act = { $of ->
    [1] акт: { $act }
   *[other] акт: { $act }, { $of } регламенттің { $number }-і
  }
coverage-changes = Тізімдемедегіден басқаша
coverage-changed = мәтіні өзгерген
coverage-appeared = жаңа
coverage-vanished = жоғалған
coverage-missing = Жоқ
coverage-explained = Себебімен қалдырылған
coverage-carried = Берілген, немен берілгені
coverage-acts = орган әрекет етеді
coverage-lost = ЖОҒАЛҒАН: { $times }
coverage-by-list = өзі ашатын тізбемен
coverage-regulation = регламент
coverage-clauses = тармақ
coverage-carried-n = берілген
coverage-explained-n = түсіндірілген
coverage-missing-n = жоқ
coverage-findings = ескерту
coverage-none = тізімдеме жоқ
