//! Which of two clauses comes first in an act, as far as their addresses tell.

/// Whether the clause `one` certainly comes before the clause `other`.
///
/// The approving order comes before the act, and the act before its annexes. The second use of an address (`5.1#2`) may
/// stand anywhere, and so may a later paragraph of a clause (`1/3`) beside the items of that clause (`1.2`).
pub(super) fn is_before(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (read(one), read(other)) else { return false };
    if one.part != other.part {
        return one.part < other.part;
    }
    match one.numbers.iter().zip(&other.numbers).find(|(one, other)| one != other) {
        Some((one, other)) => one < other,
        None if one.numbers.len() == other.numbers.len() => one.paragraph < other.paragraph,
        None => one.numbers.len() < other.numbers.len() && one.paragraph == 1,
    }
}

struct Address {
    /// The order, the act, an annex.
    part: u8,
    numbers: Vec<Vec<u32>>,
    paragraph: u32,
}

fn read(address: &str) -> Option<Address> {
    let (part, rest) = match address.chars().next()? {
        'O' => (0, &address[1..]),
        'A' => (2, &address[1..]),
        _ => (1, address),
    };
    let (clause, paragraph) = rest.split_once('/').unwrap_or((rest, "1"));
    let number = |text: &str| text.split('-').map(|part| part.parse().ok()).collect::<Option<Vec<u32>>>();
    let numbers = clause.split('.').map(number).collect::<Option<Vec<_>>>()?;
    Some(Address { part, numbers, paragraph: paragraph.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::is_before;

    #[test]
    fn what_comes_first_is_known_only_where_the_addresses_tell() {
        for (one, other) in
            [("O5", "1"), ("9", "A1.2"), ("2", "10"), ("6.4", "6.4/2"), ("6.2/3", "6.4"), ("7", "7-1"), ("3", "3.1")]
        {
            assert!(is_before(one, other) && !is_before(other, one), "{one} {other}");
        }
        for (one, other) in [("1/3", "1.2"), ("5.1#2", "9"), ("6.4", "6.4/1"), ("4", "4")] {
            assert!(!is_before(one, other) && !is_before(other, one), "{one} {other}");
        }
    }
}
