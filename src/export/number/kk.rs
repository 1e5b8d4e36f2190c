//! Kazakh counts. «Жүз» and «мың» stand without «бір» before them, as in acts and CLDR: «жүз елу», «мың тоғыз жүз».

const ONES: [&str; 10] = ["", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"];
const TENS: [&str; 10] = ["", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"];
const POWERS: [&str; 4] = ["", "мың", "миллион", "миллиард"];

pub(super) fn cardinal(number: u32) -> String {
    if number == 0 {
        return "нөл".to_owned();
    }
    let groups = super::groups(number);
    let mut said: Vec<&str> = Vec::new();
    for (at, (group, power)) in groups.iter().enumerate() {
        // One thousand loses its «бір» only where nothing larger stands before it.
        if !(*power == 1 && *group == 1 && at == 0) {
            said.extend(below_thousand(*group));
        }
        said.push(POWERS[*power as usize]);
    }
    said.retain(|word| !word.is_empty());
    said.join(" ")
}

fn below_thousand(number: u32) -> Vec<&'static str> {
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    let mut said = Vec::new();
    if hundreds > 1 {
        said.push(ONES[hundreds as usize]);
    }
    if hundreds > 0 {
        said.push("жүз");
    }
    said.extend([TENS[tens as usize], ONES[ones as usize]]);
    said
}

#[cfg(test)]
mod tests {
    use super::cardinal;

    #[test]
    fn counts_are_spelled() {
        for (number, said) in [
            (0, "нөл"),
            (1, "бір"),
            (10, "он"),
            (15, "он бес"),
            (100, "жүз"),
            (118, "жүз он сегіз"),
            (300, "үш жүз"),
            (1000, "мың"),
            (1900, "мың тоғыз жүз"),
            (2024, "екі мың жиырма төрт"),
            (10_000, "он мың"),
            (1_000_000, "бір миллион"),
            (1_001_000, "бір миллион бір мың"),
            (u32::MAX, "төрт миллиард екі жүз тоқсан төрт миллион тоғыз жүз алпыс жеті мың екі жүз тоқсан бес"),
        ] {
            assert_eq!(cardinal(number), said);
        }
    }
}
