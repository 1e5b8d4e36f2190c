# Сколько из акта передаёт его регламент.

coverage-sums = передано пунктов: { $carried } из { $clauses }, объяснено: { $explained }, упущено: { $missing }
coverage-of-act = { $of ->
    [1] акт: { $act }
   *[other] акт: { $act }, регламент { $number } из { $of }
  }
coverage-changes = Иначе, чем в описи
coverage-changed = текст изменился
coverage-appeared = появился
coverage-vanished = исчез
coverage-missing = Упущено
coverage-explained = Опущено, с причиной
coverage-carried = Передано, и чем
coverage-acts = действует орган
coverage-lost = ПОТЕРЯНО: { $times }
coverage-by-list = перечнем, который он открывает
coverage-regulation = регламент
coverage-clauses = пунктов
coverage-carried-n = передано
coverage-explained-n = объяснено
coverage-missing-n = упущено
coverage-findings = замечаний
coverage-none = описи нет
