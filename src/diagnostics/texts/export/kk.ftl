# `export` не айтады және суреттерде не тұрады.

export-unknown-format = `{ $format }` форматы жоқ; бары: { $known }
export-unknown-engine = `--engine` `{ $format }` форматының диалектісін атамайды
export-no-regulation = жазатын регламент жоқ: біреуін атаңыз немесе команданы регламенті бар жобада шақырыңыз
export-unknown-channel = мұнда `{ $channel }` арнасы бар регламент жоқ; бары: { $known }
export-not-built-in = бұл жинақ `{ $format }` жаза алмайды: былай жинаңыз: `cargo build --release --features documents`
export-failed = `{ $id }` жазылмайды: { $why }
export-written = жазылды: { $path }
export-nothing = `{ $format }` форматында жазатын ештеңе жоқ
export-missing-letters = ескерту: суреттер қарпінде { $letters } жоқ: PNG мен PDF-те орнында шаршы тұрады
export-progress = { $all } ішінен { $done }: { $id }

# Суреттердегі сөздер.
diagram-applicant = көрсетілетін қызметті алушы
diagram-nobody = орындаушысы аталмаған
diagram-start = Қызмет көрсетудің басталуы
diagram-receipt = Өтініш қабылданды
diagram-granted = Қызмет көрсетілді
diagram-refused = Бас тартылды
diagram-returned = Қаралмай қайтарылды
diagram-yes = иә
diagram-no = жоқ
diagram-otherwise = басқа жағдайда
diagram-and = және
diagram-or = немесе
diagram-clauses = Тармақтар
diagram-expired = Мерзімі өтті
diagram-legend = Шартты белгілер
diagram-legend-ends = мемлекеттік қызмет көрсетудің басталуы немесе аяқталуы
diagram-legend-action = көрсетілетін қызметті алушы немесе ҚФБ рәсімінің (іс-қимылының) атауы
diagram-legend-choice = таңдау нұсқасы
diagram-legend-passage = келесі рәсімге (іс-қимылға) өту
diagram-legend-wait = сыртқы оқиғаны күту
diagram-legend-connector = сызбаның басқа беттегі жалғасы
diagram-legend-unit = ҚФБ – құрылымдық-функционалдық бірлік: көрсетілетін қызметті берушінің бөлімшелері (қызметкерлері), халыққа қызмет көрсету орталықтары, порталдар және ақпараттық жүйелер
diagram-legend-system = ақпараттық жүйенің үдерісі
diagram-reference = Мемлекеттік қызмет көрсетудің бизнес-процестерінің анықтамалығы
diagram-interaction = Ақпараттық жүйелердің функционалдық өзара іс-қимылының диаграммасы
diagram-channel = Арна
diagram-page = { $page }-бет, барлығы { $pages }
diagram-about = Жолдар: { $lanes }; қадамдар: { $steps }
diagram-process = { $number }-процесс
diagram-condition = { $number }-шарт
