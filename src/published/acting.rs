//! Whether a body does something in a clause: an official, a unit or an authority as the subject, and a verb that says
//! what it does; or an item of a list of processes.
//!
//! The applicant is no body, and a verb in the passive (`орналастырылады`, `размещается`) is nobody's act.

use crate::inventory::words;

/// Those who act, as subjects.
const BODIES: &[&str] = &[
    "басшы",
    "басшысы",
    "басшылары",
    "қызметкер",
    "қызметкері",
    "қызметкерлері",
    "жұмыскер",
    "жұмыскері",
    "маман",
    "маманы",
    "орындаушы",
    "орындаушысы",
    "инспектор",
    "инспекторы",
    "оператор",
    "операторы",
    "корпорация",
    "корпорациясы",
    "орган",
    "органы",
    "органдары",
    "әкім",
    "әкімі",
    "әкімдері",
    "әкімдік",
    "әкімдігі",
    "беруші",
    "берушісі",
    "бөлім",
    "бөлімі",
    "бөлімдері",
    "бөлімше",
    "бөлімшесі",
    "басқарма",
    "басқармасы",
    "комиссия",
    "комиссиясы",
    "кеңсе",
    "кеңсесі",
    "министрлік",
    "министрлігі",
    "министрі",
    "комитет",
    "комитеті",
    "департамент",
    "департаменті",
    "адам",
    "адамы",
    "мекемесі",
    "руководитель",
    "сотрудник",
    "работник",
    "специалист",
    "исполнитель",
    "услугодатель",
    "канцелярия",
    "корпорация",
    "орган",
    "органы",
    "отдел",
    "управление",
    "аким",
    "акимат",
    "акимы",
    "комиссия",
    "инспектор",
    "министерство",
    "комитет",
    "департамент",
    "лицо",
];

/// Those of them whose act may be told as a noun: `қызметкерінің … енгізуі`.
const PERSONS: &[&str] =
    &["басшысы", "қызметкері", "жұмыскері", "маманы", "орындаушысы", "инспекторы", "операторы", "беруші"];

/// Behind such a word the body is a way, a purpose or a name, and not a subject.
const NO_SUBJECT: &[&str] =
    &["арқылы", "үшін", "туралы", "бойынша", "жөніндегі", "атауы", "тарапынан", "атына", "ретінде"];

/// What is, and what consists of something, is not done.
const STATES: &[&str] = &[
    "табылады",
    "болады",
    "құрайды",
    "қамтиды",
    "білдіреді",
    "айқындайды",
    "тұрады",
    "есептеледі",
    "саналады",
    "является",
    "составляет",
    "содержит",
    "определяет",
    "имеет",
    "может",
    "включает",
    "состоит",
    "следует",
];

/// `алады`, `салады`: no passive, though they end like one.
const ACTIVE: &[&str] = &["алады", "салады", "келеді", "біледі"];

/// What an order tells somebody to do.
const WANTED: &[&str] = &[
    "етсін",
    "қабылдасын",
    "алсын",
    "берсін",
    "жіберсін",
    "жолдасын",
    "орналастырсын",
    "жүргізсін",
    "қойсын",
    "тапсырсын",
    "шығарсын",
    "хабарласын",
    "жасасын",
    "ұсынсын",
    "атқарсын",
    "жарияласын",
];

/// Whether a body acts in the text.
pub fn acts(text: &str) -> bool {
    let words = words(text);
    names_process(&words) || does(&words) || is_done_by(&words)
}

/// `3-процесс – …`, `1-шарт – …`, `процесс 3 – …`
fn names_process(words: &[String]) -> bool {
    let begins = |word: &String| {
        ["-процесс", "-шарт", "-үдеріс"].iter().any(|name| word.ends_with(name))
            || ["процесс", "условие"].contains(&word.as_str())
    };
    words.iter().take(2).any(begins)
        && words.iter().take(3).any(|word| word.starts_with(|letter: char| letter.is_numeric()))
}

/// An item of a list whose opening line names the body: `the committee: 1) … shall ensure`.
pub fn acts_under(opening: &str, text: &str) -> bool {
    let wanted = words(text).iter().any(|word| is_wanted(word));
    acts(text) || (wanted && acts(&format!("{opening} {text}")))
}

/// A subject, and after it a verb.
fn does(words: &[String]) -> bool {
    let subject = words.iter().enumerate().position(|(at, word)| {
        BODIES.contains(&word.as_str()) && words.get(at + 1).is_none_or(|next| !NO_SUBJECT.contains(&next.as_str()))
    });
    subject.is_some_and(|at| words[at + 1..].iter().any(|word| is_act(word)))
}

/// `қызметкерінің … енгізуі`, `басшысымен … қарау`: the body in another case, and the act as a noun.
fn is_done_by(words: &[String]) -> bool {
    let body = |word: &String| {
        let person = |person: &&str| [format!("{person}ның"), format!("{person}нің")].contains(word);
        PERSONS.iter().any(person)
    };
    let passive = |word: &str| ["луы", "луі", "нуы", "нуі"].iter().any(|end| word.ends_with(end));
    let noun_of_act = |word: &String| {
        let noun = (word.ends_with("уі") || word.ends_with("уы")) && word.chars().count() > 4;
        noun && !passive(word) && !word.starts_with("бол") && word != "атауы"
    };
    words.iter().position(body).is_some_and(|at| words[at + 1..].iter().any(noun_of_act))
}

fn is_act(word: &str) -> bool {
    if STATES.contains(&word) {
        return false;
    }
    let passive = ["лады", "леді", "нады", "неді"].iter().any(|end| word.ends_with(end)) && !ACTIVE.contains(&word);
    let kazakh = ["ады", "еді", "йды", "йді", "яды"].iter().any(|end| word.ends_with(end)) && word.chars().count() > 4;
    let russian = [
        "ает", "яет", "ует", "ёт", "дает", "нит", "дит", "вит", "тит", "сит", "рит", "лит", "жит", "ают", "яют", "уют",
    ];
    let russian = russian.iter().any(|end| word.ends_with(end)) && word.chars().count() > 5;
    (kazakh && !passive) || is_wanted(word) || russian
}

/// `қамтамасыз етсін`. Told by the word: a noun in the accusative ends likewise (`нәтижесін`).
fn is_wanted(word: &str) -> bool {
    WANTED.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_act() {
        for text in [
            "кеңсе қызметкері өтінішті тіркейді және басшыға береді",
            "қызмет берушінің басшысы қол қояды",
            "Комиссия үш күнде шешім шығарады",
            "1-процесс – пайдаланушының логин енгізуі",
            "2-шарт - деректерді тексеру",
            "қызметкерінің құжаттарды сканерлеуі",
            "облыстың басқармасы жариялануын қамтамасыз етсін",
            "сотрудник канцелярии регистрирует заявление",
            "руководитель подписывает ответ",
            "работник выдаёт расписку",
        ] {
            assert!(acts(text), "{text}");
        }
        assert!(acts_under("Министрліктің комитеті заңнамада белгіленген тәртіппен:", "жариялануын қамтамасыз етсін"));
    }

    #[test]
    fn nobody_acts() {
        assert!(!acts("осы бұйрықтың жариялануын қамтамасыз етсін"));
        for text in [
            "нәтиже нысаны: электрондық",
            "қызмет алушының мәліметтерді алуға мүмкіндігі бар",
            "мекенжайлар интернет-ресурста орналастырылған",
            "қызмет берушінің басшысы;",
            "тәртіп осы қосымшада көрсетіледі",
            "құжаттар беруші арқылы жіберіледі",
            "уәкілетті орган – әкімдіктің құрылымдық бөлімшесі",
            "адреса размещены на сайте министерства",
            "руководитель услугодателя;",
        ] {
            assert!(!acts(text), "{text}");
        }
    }
}
