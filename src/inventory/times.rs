//! The times that a clause gives: a number in digits or in words with a unit behind it, and "the same day".
//!
//! A year of an order, the hour of a clock and the number of an article are none.

use super::letters::words;
use crate::time::{Duration, Unit};

/// Numbers in words, in the forms that acts use.
const NUMBERS: &[(u32, &[&str])] = &[
    (1, &["one", "бір", "один", "одного", "одной", "одну", "одна", "одно"]),
    (2, &["two", "екі", "два", "двух", "две"]),
    (3, &["three", "үш", "три", "трех", "трёх"]),
    (4, &["four", "төрт", "четыре", "четырех", "четырёх"]),
    (5, &["five", "бес", "пять", "пяти"]),
    (6, &["six", "алты", "шесть", "шести"]),
    (7, &["seven", "жеті", "семь", "семи"]),
    (8, &["eight", "сегіз", "восемь", "восьми"]),
    (9, &["nine", "тоғыз", "девять", "девяти"]),
    (10, &["ten", "он", "десять", "десяти"]),
    (11, &["eleven", "одиннадцать", "одиннадцати"]),
    (12, &["twelve", "двенадцать", "двенадцати"]),
    (13, &["thirteen", "тринадцать", "тринадцати"]),
    (14, &["fourteen", "четырнадцать", "четырнадцати"]),
    (15, &["fifteen", "пятнадцать", "пятнадцати"]),
    (16, &["шестнадцать", "шестнадцати"]),
    (17, &["семнадцать", "семнадцати"]),
    (18, &["восемнадцать", "восемнадцати"]),
    (19, &["девятнадцать", "девятнадцати"]),
    (20, &["twenty", "жиырма", "двадцать", "двадцати"]),
    (30, &["thirty", "отыз", "тридцать", "тридцати"]),
    (40, &["қырық", "сорок", "сорока"]),
    (50, &["елу", "пятьдесят", "пятидесяти"]),
    (60, &["алпыс", "шестьдесят", "шестидесяти"]),
    (70, &["жетпіс", "семьдесят", "семидесяти"]),
    (80, &["сексен", "восемьдесят", "восьмидесяти"]),
    (90, &["тоқсан", "девяносто"]),
];

/// Units by the beginning of their words; what else a word may end in is a case ending.
const UNITS: &[(Unit, &[&str])] = &[
    (Unit::Minute, &["минут", "мин", "minute", "minutes"]),
    (Unit::Hour, &["hour", "hours", "сағат", "час", "часа", "часов"]),
    (Unit::Day, &["күн", "күні", "күнде", "күннен", "күннің", "күнге", "күнінен", "күнінде", "күндік"]),
    (Unit::Day, &["день", "дня", "дней", "дню", "днях", "day", "days"]),
    (Unit::Month, &["ай", "айдан", "айға", "айдың", "айлық", "месяц", "месяца", "месяцев", "month", "months"]),
    (Unit::Year, &["жыл", "жылдан", "жылға", "жылдық", "год", "года", "лет", "year", "years"]),
];

const WORKING: &[&str] = &["жұмыс", "рабочий", "рабочих", "рабочего", "рабочие", "рабочая", "working"];
const CALENDAR: &[&str] = &["күнтізбелік", "календарный", "календарных", "календарного", "календарные", "calendar"];

/// Larger numbers before a unit are years of orders.
const LARGEST: u32 = 999;

/// Whoever does something does it on the day on which this was done.
const DONE: &[&str] = &["сол", "осы", "қабылдаған", "түскен", "тіркеген", "тіркелген", "алған", "қойылған", "қойған"];
/// `в день …`
const OF_DAY: &[&str] =
    &["поступления", "приема", "приёма", "обращения", "регистрации", "подписания", "получения", "подачи"];

/// The times of a text, in its order, each once.
pub fn times(text: &str) -> Vec<Duration> {
    let words = words(text);
    let mut times: Vec<Duration> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (found, next) = match number(&words, at) {
            Some((quantity, behind)) => (with_unit(&words, at, quantity, behind), behind),
            None => (same_day(&words, at), at + 1),
        };
        if let Some(time) = found.filter(|time| !times.contains(time)) {
            times.push(time);
        }
        at = next;
    }
    times
}

fn word(words: &[String], at: usize) -> &str {
    words.get(at).map_or("", String::as_str)
}

/// The number that begins here, and where the words go on behind it and behind its words in parentheses.
fn number(words: &[String], at: usize) -> Option<(u32, usize)> {
    let first = word(words, at);
    if first.bytes().all(|byte| byte.is_ascii_digit()) && !first.is_empty() {
        let part_of_more = |mark: &str, beyond: &str| {
            [".", ":", "/", ","].contains(&mark) && beyond.starts_with(|letter: char| letter.is_ascii_digit())
        };
        let before = at > 1 && part_of_more(word(words, at - 1), word(words, at - 2));
        let behind = part_of_more(word(words, at + 1), word(words, at + 2));
        let named = at > 0 && ["№", "n"].contains(&word(words, at - 1));
        let number = first.parse().ok().filter(|_| !before && !behind && !named);
        return Some((number.unwrap_or(0), behind_words(words, at + 1)));
    }
    let (mut sum, mut next) = (0, at);
    while let Some(value) = in_words(word(words, next)) {
        // `жиырма бір`: tens, then ones; anything else is another number.
        if next > at && !(sum % 10 == 0 && value < 10) {
            break;
        }
        sum += value;
        next += 1;
    }
    (next > at).then_some((sum, next))
}

fn in_words(word: &str) -> Option<u32> {
    NUMBERS.iter().find(|(_, forms)| forms.contains(&word)).map(|(number, _)| *number)
}

/// Behind `(он бес)`, if that stands here.
fn behind_words(words: &[String], at: usize) -> usize {
    let closes = |(offset, word): (usize, &String)| (word == ")").then_some(at + offset + 1);
    match word(words, at) {
        "(" => {
            words[at..].iter().enumerate().take(8).find_map(closes).filter(|_| in_words(word(words, at + 1)).is_some())
        }
        _ => None,
    }
    .unwrap_or(at)
}

/// The number with the unit behind it, and the kind of day before or behind it.
fn with_unit(words: &[String], at: usize, quantity: u32, behind: usize) -> Option<Duration> {
    if quantity == 0 || quantity > LARGEST {
        return None;
    }
    let kind_before = at.checked_sub(1).map_or("", |before| word(words, before));
    let kinds = [kind_before, word(words, behind)];
    let has_kind = is_kind(word(words, behind));
    let unit = unit(word(words, behind + usize::from(has_kind)))?;
    let of_clock = ["с", "до", "в", "к"].contains(&kind_before) && unit == Unit::Hour;
    let unit = match unit {
        Unit::Day if kinds.iter().any(|kind| WORKING.contains(kind)) => Unit::WorkingDay,
        Unit::Day if kinds.iter().any(|kind| CALENDAR.contains(kind)) => Unit::CalendarDay,
        other => other,
    };
    (!of_clock).then(|| Duration::new(quantity, unit))
}

fn is_kind(word: &str) -> bool {
    WORKING.contains(&word) || CALENDAR.contains(&word)
}

fn unit(word: &str) -> Option<Unit> {
    let long = |unit: &Unit| matches!(unit, Unit::Minute | Unit::Hour);
    let fits =
        |unit: &Unit, form: &str| word == form || (long(unit) && form.chars().count() > 4 && word.starts_with(form));
    UNITS.iter().find(|(unit, forms)| forms.iter().any(|form| fits(unit, form))).map(|(unit, _)| *unit)
}

/// `сол күні`, `өтінішті қабылдаған күні`, `в тот же день`, `в день поступления`.
fn same_day(words: &[String], at: usize) -> Option<Duration> {
    let day = if word(words, at + 1) == "жұмыс" { at + 2 } else { at + 1 };
    let on_day =
        ["күні", "күн"].contains(&word(words, day)) && (word(words, day) == "күні" || word(words, at) == "сол");
    // `күні мен уақыты`: a date that is written down.
    let dated = ["мен", "және", ",", "туралы"].contains(&word(words, day + 1));
    let kazakh = DONE.contains(&word(words, at)) && on_day && !dated;
    let third = word(words, at + 2);
    let russian = match (word(words, at), word(words, at + 1)) {
        ("тот" | "того", "же") => ["день", "дня"].contains(&third),
        ("the", "same") => third == "day",
        ("в", "день") => OF_DAY.contains(&third),
        _ => false,
    };
    (kazakh || russian).then_some(Duration::SAME_DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let told = |time: &Duration| format!("{} {:?}", time.quantity, time.unit);
        times(text).iter().map(told).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn times_in_kazakh() {
        for (text, times) in [
            ("тіркейді – 15 (он бес) минут;", "15 Minute"),
            ("тіркейді - 15(он бес) минуттан аспайды", "15 Minute"),
            ("жолдайды – күнтізбелік 3 (үш) күн;", "3 CalendarDay"),
            ("күнтiзбелiк 30 (отыз) күннен аспайды", "30 CalendarDay"),
            ("1 (бір) күнтізбелік күн ішінде", "1 CalendarDay"),
            ("2 (екі ) жұмыс күн", "2 WorkingDay"),
            ("үш жұмыс күні өткен соң", "3 WorkingDay"),
            ("күнтізбелік жиырма бір күн", "21 CalendarDay"),
            ("1 (бір) күні ішінде", "1 Day"),
            ("1(бір) сағат, сосын 1 (бір) ай", "1 Hour, 1 Month"),
            ("нәтижені сол күні береді", "0 SameDay"),
            ("сол күн ішінде береді", "0 SameDay"),
            ("өтінішті қабылдаған күні береді", "0 SameDay"),
            ("қол қойылған күні 15 (он бес) минут ішінде", "0 SameDay, 15 Minute"),
            ("(2 минут ішінде)", "2 Minute"),
        ] {
            assert_eq!(told(text), times, "{text}");
        }
    }

    #[test]
    fn times_in_russian() {
        for (text, times) in [
            ("в течение 15 (пятнадцати) минут", "15 Minute"),
            ("не более 20 мин.", "20 Minute"),
            ("3 (три) рабочих дня, 10 календарных дней", "3 WorkingDay, 10 CalendarDay"),
            ("по истечении десяти календарных дней", "10 CalendarDay"),
            ("в течение двадцати одного рабочего дня", "21 WorkingDay"),
            ("1 (один) час; месяц хранит; 1 (одного) месяца", "1 Hour, 1 Month"),
            ("выдаёт в тот же день", "0 SameDay"),
            ("передаёт в день поступления", "0 SameDay"),
        ] {
            assert_eq!(told(text), times, "{text}");
        }
    }

    #[test]
    fn what_is_no_time() {
        for text in [
            "2015 жылғы 27 наурыздағы № 272 бұйрық",
            "2015 жылдың 25 қыркүйегінде",
            "сағат 9.00-ден 20.00-ге дейін",
            "қабылданған күні мен уақыты",
            "келесі жұмыс күні",
            "тіркелген күнінен бастап",
            "9-тармақтың 3) тармақшасы",
            "екі данада, бір мезгілде",
            "с 9.00 до 18.30 часов, до 18 часов",
            "приказ от 27 марта 2015 года № 272",
            "на следующий рабочий день",
        ] {
            assert_eq!(told(text), "", "{text}");
        }
    }
}
