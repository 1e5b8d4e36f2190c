" Colours for the language of regulations; made from grammar/vocabulary.txt, held by a test.
if exists('b:current_syntax') | finish | endif
syntax iskeyword @,48-57,_,-,192-255
syntax match reglamentComment '//.*$'
syntax match reglamentString '"[^"]*"\?'
syntax match reglamentArrow '->'
syntax match reglamentNumber '\<\d[0-9.:/#-]*'
syntax keyword reglamentStructure қызмет-мерзімі organisation organization обязанность организация параллельно поступление срок-услуги
syntax keyword reglamentStructure уведомление obligation regulation завершение использует complaint extension otherwise
syntax keyword reglamentStructure procedure продление процедура регламент қолданады document parallel schedule
syntax keyword reglamentStructure standard документ ожидание стандарт участник хабарлау қатысушы channel
syntax keyword reglamentStructure receipt аяқталу порядок система условие әйтпесе branch choice
syntax keyword reglamentStructure notice system график жалоба міндет тәртіп ұзарту actor
syntax keyword reglamentStructure stage бұтақ ветвь иначе канал кезең кесте орган
syntax keyword reglamentStructure рәсім шағым қатар құжат body fact step term
syntax keyword reglamentStructure wait when арна егер если жүйе күту түсу
syntax keyword reglamentStructure факт шарт этап ұйым end use
syntax keyword reglamentUnit календарного календарные календарный календарных күнтізбелік calendar рабочего minutes
syntax keyword reglamentUnit working месяцев рабочая рабочей рабочие рабочий рабочих minute
syntax keyword reglamentUnit months күннен месяца минута минуту минуты сағаты hours
syntax keyword reglamentUnit month years жұмыс күнде месяц минут сағат часов
syntax keyword reglamentUnit days hour same year года день дней жылы
syntax keyword reglamentUnit күні часа day айы год дни дня жыл
syntax keyword reglamentUnit күн лет сол час ай
syntax match reglamentUnit '\<в\s\+тот\s\+же\>'
syntax match reglamentUnit '\<тот\s\+же\>'
syntax keyword reglamentKeyword мерзімді-тоқтата-тұрады приостанавливает-срок включая-первый-день мерзім-соңына-дейін completeness-check бірінші-күнді-қоса мерзімді-тоқтатады останавливает-срок
syntax keyword reglamentKeyword толықтықты-тексеру first-day-counted иначе-называется проверка-полноты услугополучатель round-the-clock до-конца-срока жүзеге-асырады
syntax keyword reglamentKeyword жұмыс-істейді круглосуточно күші-жойылған правопреемник употребляется утратило-силу abbreviation бас-тартылды
syntax keyword reglamentKeyword күшін-жойған утратил-силу қызмет-алушы before-term stops-clock басқа-атауы воскресенье запрашивает
syntax keyword reglamentKeyword исполнитель понедельник талап-етеді тәулік-бойы употреблено электрондық электронная қолданылған
syntax keyword reglamentKeyword өзгертілген electronic implements атап-өтеді возвращено көрсетілді неизвестен предлагает
syntax keyword reglamentKeyword примечание сокращение толкование электронды электронно қабылдайды қайтарылды қамтымайды
syntax keyword reglamentKeyword applicant effective successor wednesday бесплатно действует заявитель именуется
syntax keyword reglamentKeyword обращение орындаушы основание принимает реализует результат түсіндіру упоминает
syntax keyword reglamentKeyword mentions repealed requires returned saturday thursday бейсенбі белгісіз
syntax keyword reglamentKeyword бумажная дереккөз дүйсенбі жексенбі значения известно источник мағынасы
syntax keyword reglamentKeyword мирасқор название означает опускает отказано преемник работает сейсенбі
syntax keyword reglamentKeyword сұратады сәрсенбі төлемақы қысқарту accepts amended granted obtains
syntax keyword reglamentKeyword outside reading refused tuesday unknown аталған белгілі бумажно
syntax keyword reglamentKeyword внешний вторник ескерту изменен изменён күшінде мұрагер оказано
syntax keyword reglamentKeyword открыто перерыв пятница суббота тапсыру требует четверг ұсынады
syntax keyword reglamentKeyword called clause except expect filing friday ground listed
syntax keyword reglamentKeyword monday number offers result source sunday values арқылы
syntax keyword reglamentKeyword атымен бастап бөлігі вместо жүгіну мерзім мәндер назван
syntax keyword reglamentKeyword немесе нәтиже нөмірі орнына отсчет отсчёт подача сыртқы
syntax keyword reglamentKeyword тармақ только үзіліс alias break limit means omits
syntax keyword reglamentKeyword paper since title until алушы атауы басқа бөлік
syntax keyword reglamentKeyword кроме кімге негіз номер нысан нөмір плата пункт
syntax keyword reglamentKeyword санақ сенбі среда тегін төлем форма часть через
syntax keyword reglamentKeyword қағаз form free from note only open part
syntax keyword reglamentKeyword used ашық басы емес жұма және кому соңы
syntax keyword reglamentKeyword срок act and fee not via yes акт
syntax keyword reglamentKeyword жоқ или нет тек by en kk no
syntax keyword reglamentKeyword of or ru to да иә не от
syntax keyword reglamentKeyword по и с
highlight default link reglamentComment Comment
highlight default link reglamentString String
highlight default link reglamentArrow Operator
highlight default link reglamentNumber Number
highlight default link reglamentStructure Statement
highlight default link reglamentUnit Type
highlight default link reglamentKeyword Keyword
let b:current_syntax = 'reglament'
