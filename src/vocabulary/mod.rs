//! The words of the language: one table, `grammar/vocabulary.txt`, in English, Russian and Kazakh.
//!
//! A [`Keyword`] is what a word means; a [`Vocabulary`] is the language it is spelled in. The table is read once.

mod nearest;
mod table;

pub use nearest::{look_alike, nearest};

/// The three vocabularies, which are also the languages that the tool speaks and that texts are written in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    Kk,
    Ru,
    En,
}

/// The language that the keywords of a file are written in.
pub type Vocabulary = Language;

impl Language {
    pub const ALL: [Language; 3] = [Language::Kk, Language::Ru, Language::En];

    /// The tag: `kk`, `ru` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Kk => "kk",
            Language::Ru => "ru",
            Language::En => "en",
        }
    }
}

macro_rules! keywords {
    ($($variant:ident = $id:literal),* $(,)?) => {
        /// What a word of the language means, whatever vocabulary it is spelled in.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Keyword { $($variant),* }

        impl Keyword {
            pub const ALL: &'static [Keyword] = &[$(Keyword::$variant),*];

            /// Its name in the table.
            pub fn id(self) -> &'static str {
                match self { $(Keyword::$variant => $id),* }
            }
        }
    };
}

keywords! {
    Use = "use",
    Regulation = "regulation",
    Standard = "standard",
    Organisation = "organisation",
    Schedule = "schedule",
    Actor = "actor",
    System = "system",
    Channel = "channel",
    Fact = "fact",
    Document = "document",
    Body = "body",
    Procedure = "procedure",
    Title = "title",
    Implements = "implements",
    Act = "act",
    Source = "source",
    Effective = "effective",
    Since = "since",
    Until = "until",
    Amended = "amended",
    Repealed = "repealed",
    Offers = "offers",
    Listed = "listed",
    Requires = "requires",
    Obtains = "obtains",
    Ground = "ground",
    Term = "term",
    Unknown = "unknown",
    CompletenessCheck = "completeness-check",
    Extension = "extension",
    Notice = "notice",
    Obligation = "obligation",
    Complaint = "complaint",
    Form = "form",
    Electronic = "electronic",
    Paper = "paper",
    Fee = "fee",
    Free = "free",
    Reading = "reading",
    Expect = "expect",
    Step = "step",
    Stage = "stage",
    Choice = "choice",
    When = "when",
    Otherwise = "otherwise",
    Parallel = "parallel",
    Branch = "branch",
    Wait = "wait",
    Receipt = "receipt",
    Filing = "filing",
    End = "end",
    Granted = "granted",
    Refused = "refused",
    Returned = "returned",
    By = "by",
    Applicant = "applicant",
    Outside = "outside",
    Limit = "limit",
    From = "from",
    To = "to",
    Clause = "clause",
    Via = "via",
    Only = "only",
    Except = "except",
    Result = "result",
    Note = "note",
    Alias = "alias",
    Successor = "successor",
    Values = "values",
    StopsClock = "stops-clock",
    BeforeTerm = "before-term",
    FirstDayCounted = "first-day-counted",
    And = "and",
    Or = "or",
    Not = "not",
    Yes = "yes",
    No = "no",
    Same = "same",
    Working = "working",
    Calendar = "calendar",
    Minute = "minute",
    Hour = "hour",
    Day = "day",
    Month = "month",
    Year = "year",
    Open = "open",
    Accepts = "accepts",
    RoundTheClock = "round-the-clock",
    Break = "break",
    Monday = "monday",
    Tuesday = "tuesday",
    Wednesday = "wednesday",
    Thursday = "thursday",
    Friday = "friday",
    Saturday = "saturday",
    Sunday = "sunday",
    Kk = "kk",
    Ru = "ru",
    En = "en",
}
