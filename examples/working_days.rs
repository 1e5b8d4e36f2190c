//! The ends of 1 to N working days from every day of some years, as `reglament calendar add` has them: a line a day.
//!
//! ```text
//! cargo run --example working_days -- 2015 2026 40
//! ```

use reglament::time::{Calendar, Day, Duration, LimitFn, OutOfCalendar, Readings, Timetable, Unit, WeeklyHours};
use std::io::{self, BufWriter, Write};
use std::sync::Arc;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let given: Vec<u32> = std::env::args().skip(1).map(|word| word.parse()).collect::<Result<_, _>>()?;
    let [first, last, most] = given[..] else { return Err("say FIRST-YEAR LAST-YEAR N".into()) };
    let calendar = Calendar::kazakhstan();
    let readings = Readings::default();
    let table = Arc::new(Timetable::for_term(&WeeklyHours::national(), &calendar, &readings));
    let limits: Vec<LimitFn> =
        (1..=most).map(|n| LimitFn::term(Duration::new(n, Unit::WorkingDay), &table, &readings)).collect();
    let day = |text: String| Day::parse(&text).ok_or("no such year");
    let (from, to) = (day(format!("{first}-01-01"))?, day(format!("{last}-12-31"))?);
    let mut out = BufWriter::new(io::stdout().lock());
    for start in (from.0..=to.0).map(Day) {
        let ends: Result<Vec<String>, OutOfCalendar> =
            limits.iter().map(|limit| Ok(limit.at(start.at(10 * 60))?.day().to_string())).collect();
        writeln!(out, "{start} {}", ends?.join(" "))?;
    }
    Ok(out.flush()?)
}
