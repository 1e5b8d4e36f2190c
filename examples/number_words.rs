//! Prints the numbers up to one given in words, for other programs to compare: the number, Kazakh, and Russian in its
//! three genders, a tab between them.

use reglament::export::number::{Gender, in_words};
use reglament::vocabulary::Language;

fn main() {
    let last = std::env::args().nth(1).and_then(|number| number.parse().ok()).unwrap_or(10_000);
    for number in 0..=last {
        let kk = in_words(number, Language::Kk, Gender::Masculine).unwrap_or_default();
        let ru = [Gender::Masculine, Gender::Feminine, Gender::Neuter]
            .map(|gender| in_words(number, Language::Ru, gender).unwrap_or_default());
        println!("{number}\t{kk}\t{}", ru.join("\t"));
    }
}
