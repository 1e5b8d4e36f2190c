//! The table of codes: one line a finding. A code is never reused, and never changes its meaning.

use serde::Serialize;

/// How much a finding weighs: an error fails the check, a warning does under `--deny warnings`, a note never does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Error,
    Warning,
    Note,
}

macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident)*) => {
        /// What a finding is about. Its texts and its page stand in `codes/<name>/`.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Code { $($variant),* }

        impl Code {
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// The stable name, kebab-case.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name),* }
            }

            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity),* }
            }

            /// The Fluent source in Kazakh, Russian and English.
            pub(crate) fn texts(self) -> [&'static str; 3] {
                match self {
                    $(Code::$variant => [
                        include_str!(concat!("codes/", $name, "/kk.ftl")),
                        include_str!(concat!("codes/", $name, "/ru.ftl")),
                        include_str!(concat!("codes/", $name, "/en.ftl")),
                    ]),*
                }
            }

            /// An example that makes exactly this finding, and one that makes none.
            pub fn examples(self) -> [&'static str; 2] {
                match self {
                    $(Code::$variant => [
                        include_str!(concat!("codes/", $name, "/wrong.reglament")),
                        include_str!(concat!("codes/", $name, "/right.reglament")),
                    ]),*
                }
            }
        }
    };
}

codes! {
    // --- files and projects
    FileUnreadable "file-unreadable" Error
    FileTooLarge "file-too-large" Error
    BinaryFile "binary-file" Error
    InvalidUtf8 "invalid-utf8" Error
    ImportOutsideProject "import-outside-project" Error
    BadProjectFile "bad-project-file" Error
    UnknownSetting "unknown-setting" Error
    SettingNotText "setting-not-text" Error
    UnknownLanguage "unknown-language" Error
    UnknownCalendar "unknown-calendar" Error
    BadCalendarRows "bad-calendar-rows" Error
    InventoryUnreadable "inventory-unreadable" Error

    // --- the text itself
    UnknownWord "unknown-word" Error
    LookAlikeLetter "look-alike-letter" Error
    UnexpectedText "unexpected-text" Error
    MissingValue "missing-value" Error
    UnterminatedText "unterminated-text" Error
    MissingBrace "missing-brace" Error
    ExtraBrace "extra-brace" Error
    StrayBlock "stray-block" Error
    NestingTooDeep "nesting-too-deep" Error
    MisplacedPart "misplaced-part" Error
    MissingPart "missing-part" Error
    ReservedName "reserved-name" Error
    NameNotNormalised "name-not-normalised" Warning
    MixedVocabularies "mixed-vocabularies" Warning
    ControlCharacter "control-character" Error
    ZeroLimit "zero-limit" Error
    NumberOutOfRange "number-out-of-range" Error
    NoSuchDate "no-such-date" Error
    NoSuchTime "no-such-time" Error
    BackwardRange "backward-range" Error

    // --- names and what they mean
    AmbiguousName "ambiguous-name" Error
    ChannelNotOfProcedure "channel-not-of-procedure" Error
    DuplicateName "duplicate-name" Error
    EndWithoutOutcome "end-without-outcome" Error
    EntersParallelBranch "enters-parallel-branch" Error
    FactNeedsValue "fact-needs-value" Error
    ImportCycle "import-cycle" Error
    LeavesParallelBranch "leaves-parallel-branch" Error
    MissingImport "missing-import" Error
    MissingLimit "missing-limit" Error
    NameNotImported "name-not-imported" Error
    OneValue "one-value" Error
    PathEndsNowhere "path-ends-nowhere" Error
    PartNeverApplies "part-never-applies" Error
    ProcedureLoops "procedure-loops" Error
    ProcedureWithoutChannel "procedure-without-channel" Error
    RepeatedPart "repeated-part" Error
    ScheduleWithoutHours "schedule-without-hours" Error
    SecondProcedure "second-procedure" Error
    SecondRegulation "second-regulation" Error
    StatementWithoutRegulation "statement-without-regulation" Error
    TargetNotInChannel "target-not-in-channel" Error
    UnknownEvent "unknown-event" Error
    UnknownName "unknown-name" Error
    UnknownReading "unknown-reading" Error
    UnknownReadingValue "unknown-reading-value" Error
    UnknownTarget "unknown-target" Error
    UnknownValue "unknown-value" Error
    WithoutBranches "without-branches" Error
    WrongKind "wrong-kind" Error

    // --- the proof
    TermMissed "term-missed" Error
    TermUnprovable "term-unprovable" Warning
    UnboundedWait "unbounded-wait" Warning
    StepWithoutLimit "step-without-limit" Warning
    TermUnknown "term-unknown" Note
    LimitBeforeArrival "limit-before-arrival" Warning
    StageSmallerThanItsSteps "stage-smaller-than-its-steps" Warning
    NoticeBeforeReason "notice-before-reason" Warning
    CalendarWithoutYear "calendar-without-year" Error

    // --- what an act says, held against itself and against its standard
    AbbreviationDefinedTwice "abbreviation-defined-twice" Warning
    AbbreviationNotDefined "abbreviation-not-defined" Warning
    AbbreviationNotUsed "abbreviation-not-used" Warning
    AbbreviationOfTwoThings "abbreviation-of-two-things" Warning
    AbbreviationUsedBefore "abbreviation-used-before" Warning
    ActorByTwoNames "actor-by-two-names" Warning
    ActorDiffersBetweenChannels "actor-differs-between-channels" Warning
    ActorDiffersBetweenClauses "actor-differs-between-clauses" Error
    ActorLeftUnsaid "actor-left-unsaid" Warning
    ActorNotListed "actor-not-listed" Error
    AnchorDiffersBetweenChannels "anchor-differs-between-channels" Warning
    AnchorDiffersBetweenClauses "anchor-differs-between-clauses" Error
    AnchorLeftUnsaid "anchor-left-unsaid" Warning
    AnchorNotOnEveryPath "anchor-not-on-every-path" Error
    BodyBesideItsSuccessor "body-beside-its-successor" Warning
    BodyEndedWhileInForce "body-ended-while-in-force" Warning
    BodyNoLongerExists "body-no-longer-exists" Error
    BranchNotDescribed "branch-not-described" Warning
    BreakOutsideHours "break-outside-hours" Error
    AnchorUnsaid "anchor-unsaid" Warning
    CaseLeftOut "case-left-out" Error
    ChannelMentionedNotOffered "channel-mentioned-not-offered" Warning
    ChannelNeverRefuses "channel-never-refuses" Warning
    ChannelNotAnnounced "channel-not-announced" Error
    ChannelNotDescribed "channel-not-described" Error
    ChannelNotInStandard "channel-not-in-standard" Error
    DeclaredTwice "declared-twice" Warning
    DiffersFromStandard "differs-from-standard" Error
    DocumentBeyondStandard "document-beyond-standard" Warning
    DocumentForgotten "document-forgotten" Error
    DocumentInOtherCases "document-in-other-cases" Warning
    ExtensionWithoutNotice "extension-without-notice" Warning
    FeeDiffers "fee-differs" Error
    FormDiffers "form-differs" Warning
    FormDiffersBetweenClauses "form-differs-between-clauses" Warning
    GroundBeyondStandard "ground-beyond-standard" Warning
    GroundMissing "ground-missing" Error
    HandsToAnother "hands-to-another" Error
    HoursDiffer "hours-differ" Warning
    LimitDiffersBetweenChannels "limit-differs-between-channels" Warning
    LimitDiffersBetweenClauses "limit-differs-between-clauses" Error
    LimitOnApplicant "limit-on-applicant" Warning
    ListedActorIdle "listed-actor-idle" Warning
    ChannelWithoutParticipants "channel-without-participants" Note
    ChannelWithoutDocuments "channel-without-documents" Note
    ResultLeftWithAnother "result-left-with-another" Warning
    MissingTranslation "missing-translation" Warning
    MixedDays "mixed-days" Warning
    NumberRepeated "number-repeated" Warning
    NumberSkipped "number-skipped" Warning
    ObtainedDocumentDemanded "obtained-document-demanded" Error
    OverlappingBranches "overlapping-branches" Error
    RecipientDiffersBetweenChannels "recipient-differs-between-channels" Warning
    RecipientDiffersBetweenClauses "recipient-differs-between-clauses" Warning
    RefusalWithoutGround "refusal-without-ground" Note
    RefusalWithoutResult "refusal-without-result" Warning
    RegulationWithoutProcedure "regulation-without-procedure" Warning
    ResultDiffersBetweenChannels "result-differs-between-channels" Warning
    ResultDiffersBetweenClauses "result-differs-between-clauses" Warning
    ResultLeavesInAnotherForm "result-leaves-in-another-form" Error
    ResultNotGiven "result-not-given" Error
    ResultNotGivenInChannel "result-not-given-in-channel" Warning
    SayingDiffersBetweenClauses "saying-differs-between-clauses" Error
    StepLeftOutOfList "step-left-out-of-list" Warning
    StepWithoutActor "step-without-actor" Warning
    StepsInAnotherOrder "steps-in-another-order" Warning
    SummaryDiffersFromItsSteps "summary-differs-from-its-steps" Error
    TermMissing "term-missing" Error
    TwoAbbreviations "two-abbreviations" Warning
    UnqualifiedDay "unqualified-day" Warning
    UnreachableStep "unreachable-step" Error
    UnusedFact "unused-fact" Warning

    // --- versions of one act by their days in force
    StandardNotInForce "standard-not-in-force" Warning
    VersionsLeaveGap "versions-leave-gap" Warning
    VersionsOverlap "versions-overlap" Error

    // --- the act's own clauses, held against its inventory
    BindingClauseOmitted "binding-clause-omitted" Error
    ClauseNotCarried "clause-not-carried" Error
    ClauseNotInAct "clause-not-in-act" Error
    ClauseNumberRepeated "clause-number-repeated" Warning
    ClauseNumberSkipped "clause-number-skipped" Warning
    ClauseOmittedAndCarried "clause-omitted-and-carried" Error
    TimeNotCarried "time-not-carried" Error
    TimeNotInClause "time-not-in-clause" Error

    // --- what is known already
    StaleExpect "stale-expect" Error
    UnknownCode "unknown-code" Error
}
