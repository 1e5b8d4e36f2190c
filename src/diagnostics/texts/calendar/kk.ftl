# `reglament calendar` күндер туралы не айтады.

calendar-why-working = кәдімгі жұмыс күні
calendar-why-weekend = демалыс күні ({ $source })
calendar-why-holiday = { $name } ({ $source })
calendar-why-substituted = демалыс күнімен ({ $day }) тұспа-тұс келген мереке үшін берілген демалыс күні: { $name } ({ $source })
calendar-why-moved-off = ауыстырылған демалыс күні, оның орнына мына күн жұмыс күні: { $day } ({ $source })
calendar-why-moved-worked = мына күннің орнына, сол күннің сағаттарымен жұмыс күні: { $day } ({ $source })
calendar-why-made-working = жұмыс күні деп белгіленген ({ $source })
calendar-closed = `{ $schedule }` кестесі бойынша бұл күні жұмыс істемейді
calendar-open = `{ $schedule }` кестесі бойынша ашық: { $hours }
calendar-name-moved-off = ауыстырылған демалыс күні
calendar-name-moved-worked = ауыстырылған демалыс күнінің орнына жұмыс күні
calendar-name-working = жұмыс күні
calendar-off = жұмыс емес
calendar-worked = жұмыс
calendar-known-since = белгілі болған күні: { $day }
calendar-projected = болжам: { $year } жылдың күндері әлі бекітілмеген
calendar-sum = { $working ->
    [one] { $year } жыл: { $working } жұмыс күні
   *[other] { $year } жыл: { $working } жұмыс күні
  }
calendar-due = басталуы: { $from }; мерзімі: { $duration }; соңы: { $due }
calendar-ways = жұмыс күні ме, күнтізбелік күн бе — айтылмаған; екеуінше де есептелді:
calendar-skipped = есепке кірмеген күндер:
calendar-no-year = `{ $calendar }` күнтізбесінде { $year } жыл жоқ: онда { $first }–{ $last } жылдар бар; жоба оны өз жолдарымен толықтыра алады
calendar-unknown = `{ $value }` деген күнтізбе жоқ; мынаны таңдаңыз: { $known }
calendar-unknown-schedule = `{ $value }` деген кесте жоқ; мыналардың бірін таңдаңыз: { $known }
calendar-bad-duration = `{ $value }` мерзім емес: мысалы, `10 жұмыс күні`, `30 күнтізбелік күн`, `15 минут`, `1 ай` немесе `сол күні` деп жазыңыз
calendar-bad-instant = `{ $value }` уақыты бар күн емес: мысалы, 2018-03-05T10:00 деп жазыңыз
calendar-bad-day = `{ $value }` күн емес: мысалы, 2018-03-05 деп жазыңыз
calendar-bad-year = `{ $value }` жыл емес: мысалы, 2018 деп жазыңыз
calendar-bad-reading = `{ $value }` түсіндіру емес: АТАУЫ=МӘНІ деп жазыңыз, мысалы { $known }
calendar-no-from = қай уақыттан бастап екенін айтыңыз: мысалы, --from 2018-03-05T10:00
