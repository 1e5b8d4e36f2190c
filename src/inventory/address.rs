//! The address of a clause: `6`, `6.4`, `6.4/2`, `A2.3`, `O5`, and `5.1#2` where an act uses it a second time.

use std::fmt;

/// Compared by what it means: `6.4/1` is `6.4`, and `5.1#2/2` is `5.1/2#2`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Address {
    pub room: Room,
    /// The number of the clause, then those of its items: `6`, `6-1`. Empty for an annex as a whole.
    pub numbers: Vec<String>,
    /// The paragraph; the own line is 1.
    pub paragraph: u32,
    /// How many times the act has used the address, with this one.
    pub occurrence: u32,
}

/// Which part of the act the clause stands in.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Room {
    /// The regulation itself.
    Regulation,
    /// The order that approves it.
    Order,
    /// An annex, by its number.
    Annex(String),
}

impl Address {
    /// Reads an address; `None` for what is none.
    pub fn parse(text: &str) -> Option<Address> {
        let (path, marks) = text.split_at(text.find(['/', '#']).unwrap_or(text.len()));
        let (room, path) = match path.chars().next()? {
            'A' | 'А' => (true, &path[path.chars().next()?.len_utf8()..]),
            'O' | 'О' => (false, &path[path.chars().next()?.len_utf8()..]),
            _ => return Address::new(Room::Regulation, path.split('.'), marks),
        };
        let mut numbers = path.split('.');
        match room {
            true => Address::new(Room::Annex(numbers.next()?.to_owned()), numbers, marks),
            false => Address::new(Room::Order, numbers, marks),
        }
    }

    fn new<'t>(room: Room, numbers: impl Iterator<Item = &'t str>, marks: &str) -> Option<Address> {
        let numbers: Vec<String> = numbers.map(str::to_owned).collect();
        let all = numbers.iter().chain(match &room {
            Room::Annex(number) => Some(number),
            _ => None,
        });
        if !all.clone().all(|number| is_number(number)) || (numbers.is_empty() && !matches!(room, Room::Annex(_))) {
            return None;
        }
        let (mut paragraph, mut occurrence) = (1, 1);
        for mark in pieces(marks) {
            let number: u32 = mark[1..].parse().ok()?;
            match mark.starts_with('/') {
                true => paragraph = number,
                false => occurrence = number,
            }
        }
        Some(Address { room, numbers, paragraph, occurrence })
    }

    /// Whether it is an item or a paragraph of `top`, or of one of its items, by the numbers alone.
    pub fn is_under(&self, top: &Address) -> bool {
        let same = self.room == top.room && self.numbers.starts_with(&top.numbers) && top.paragraph == 1;
        same && (self.numbers.len() > top.numbers.len() || self.paragraph > 1)
    }

    /// Whether it may still belong to what `top` begins: the same annex, the same clause, or the same item.
    pub fn is_in_unit_of(&self, top: &Address) -> bool {
        let begins_again = self.numbers == top.numbers && self.paragraph == 1;
        self.room == top.room && self.numbers.starts_with(&top.numbers) && !begins_again
    }

    /// The last number, as a number; `6-1` is 6.
    pub fn last_number(&self) -> Option<u32> {
        self.numbers.last()?.split('-').next()?.parse().ok()
    }
}

fn is_number(text: &str) -> bool {
    let digits = |piece: &str| !piece.is_empty() && piece.bytes().all(|byte| byte.is_ascii_digit());
    text.split('-').all(digits)
}

/// `/2#3` as `/2` and `#3`.
fn pieces(marks: &str) -> Vec<&str> {
    let starts: Vec<usize> = marks.match_indices(['/', '#']).map(|(at, _)| at).collect();
    starts.iter().enumerate().map(|(ix, at)| &marks[*at..starts.get(ix + 1).copied().unwrap_or(marks.len())]).collect()
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers = self.numbers.join(".");
        match &self.room {
            Room::Regulation => out.write_str(&numbers)?,
            Room::Order => write!(out, "O{numbers}")?,
            Room::Annex(annex) if numbers.is_empty() => write!(out, "A{annex}")?,
            Room::Annex(annex) => write!(out, "A{annex}.{numbers}")?,
        }
        if self.paragraph > 1 {
            write!(out, "/{}", self.paragraph)?;
        }
        if self.occurrence > 1 {
            write!(out, "#{}", self.occurrence)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> Address {
        Address::parse(text).unwrap_or_else(|| panic!("{text} is an address"))
    }

    #[test]
    fn what_is_written_is_read() {
        for text in ["6", "6.4", "6.4/2", "A2", "A2.3", "A2.8.1", "O5", "O1/2", "5.1#2", "5.4/4#2", "12#2", "6-1.2"] {
            assert_eq!(address(text).to_string(), text);
        }
        for text in ["", "A", "O", "six", "6.", "6..1", "6/x", "-1"] {
            assert_eq!(Address::parse(text), None, "{text}");
        }
    }

    #[test]
    fn one_clause_has_one_address() {
        assert_eq!(address("6.4/1"), address("6.4"));
        assert_eq!(address("5.1#2/2"), address("5.1/2#2"));
        assert_eq!(address("А2"), address("A2"), "the Cyrillic letter");
    }

    #[test]
    fn items_and_paragraphs_stand_under_their_clause() {
        for (under, top) in [("6/2", "6"), ("6.4", "6"), ("6.4/2", "6.4"), ("6.4/2", "6"), ("A2.3", "A2")] {
            assert!(address(under).is_under(&address(top)), "{under} under {top}");
        }
        for (other, top) in [("6", "6"), ("61", "6"), ("O6", "6"), ("6.41", "6.4"), ("6.4/3", "6.4/2"), ("A21.3", "A2")]
        {
            assert!(!address(other).is_under(&address(top)), "{other} is not under {top}");
        }
    }
}
