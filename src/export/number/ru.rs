//! Russian counts in the nominative: the last word agrees with what is counted, thousands are feminine.

use super::Gender;

const ONES: [&str; 20] = [
    "",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
];
const TENS: [&str; 10] =
    ["", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"];
const HUNDREDS: [&str; 10] =
    ["", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"];
/// As they stand behind one, two, and five.
const POWERS: [[&str; 3]; 4] = [
    ["", "", ""],
    ["тысяча", "тысячи", "тысяч"],
    ["миллион", "миллиона", "миллионов"],
    ["миллиард", "миллиарда", "миллиардов"],
];

pub(super) fn cardinal(number: u32, gender: Gender) -> String {
    if number == 0 {
        return "ноль".to_owned();
    }
    let mut said: Vec<&str> = Vec::new();
    for (group, power) in super::groups(number) {
        let gender = match power {
            0 => gender,
            1 => Gender::Feminine,
            _ => Gender::Masculine,
        };
        said.extend(below_thousand(group, gender));
        said.push(POWERS[power as usize][form(group)]);
    }
    said.retain(|word| !word.is_empty());
    said.join(" ")
}

fn below_thousand(number: u32, gender: Gender) -> [&'static str; 3] {
    let (hundreds, rest) = (number / 100, number % 100);
    let (tens, ones) = if rest < 20 { (0, rest) } else { (rest / 10, rest % 10) };
    let ones = match (ones, gender) {
        (1, Gender::Feminine) => "одна",
        (1, Gender::Neuter) => "одно",
        (2, Gender::Feminine) => "две",
        (ones, _) => ONES[ones as usize],
    };
    [HUNDREDS[hundreds as usize], TENS[tens as usize], ones]
}

/// Which of the three forms stands behind a number.
fn form(number: u32) -> usize {
    match (number % 10, number % 100) {
        (_, 11..=14) => 2,
        (1, _) => 0,
        (2..=4, _) => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_spelled() {
        for (number, said) in [
            (0, "ноль"),
            (1, "один"),
            (12, "двенадцать"),
            (21, "двадцать один"),
            (40, "сорок"),
            (100, "сто"),
            (212, "двести двенадцать"),
            (1000, "одна тысяча"),
            (2001, "две тысячи один"),
            (5014, "пять тысяч четырнадцать"),
            (10_000, "десять тысяч"),
            (11_000, "одиннадцать тысяч"),
            (2_000_000, "два миллиона"),
        ] {
            assert_eq!(cardinal(number, Gender::Masculine), said);
        }
    }

    #[test]
    fn the_last_word_agrees() {
        for (number, masculine, feminine, neuter) in [
            (1, "один", "одна", "одно"),
            (2, "два", "две", "два"),
            (11, "одиннадцать", "одиннадцать", "одиннадцать"),
            (61, "шестьдесят один", "шестьдесят одна", "шестьдесят одно"),
        ] {
            let said = |gender| cardinal(number, gender);
            assert_eq!(said(Gender::Masculine), masculine);
            assert_eq!(said(Gender::Feminine), feminine);
            assert_eq!(said(Gender::Neuter), neuter);
        }
    }
}
