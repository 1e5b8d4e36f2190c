//! The sentences themselves, in Fluent: one bundle a language for what every room says, one more for each code.
//!
//! A room that speaks to people has a folder here with `kk.ftl`, `ru.ftl` and `en.ftl`, and a line in [`ROOMS`]. The
//! sentences of a finding stand beside its page in `codes/<code>/`. A test holds the three languages together.

use super::Code;
use crate::vocabulary::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, OnceLock};

macro_rules! rooms {
    ($($name:literal),* $(,)?) => {
        /// The folders, and of each its texts in the order of [`Language::ALL`].
        const ROOMS: &[(&str, [&str; 3])] = &[$(($name, [
            include_str!(concat!($name, "/kk.ftl")),
            include_str!(concat!($name, "/ru.ftl")),
            include_str!(concat!($name, "/en.ftl")),
        ])),*];
    };
}

rooms![
    "words", "cli", "help", "calendar", "coverage", "parse", "show", "prove", "map", "export", "diff", "ide", "lsp",
    "run"
];

type Bundle = FluentBundle<Arc<FluentResource>>;

/// All texts in one language.
pub(super) struct Texts {
    language: Language,
    shared: Vec<Arc<FluentResource>>,
    general: Bundle,
    /// Made when a code is first spoken of.
    codes: HashMap<Code, OnceLock<Bundle>>,
}

/// Parsed once, when a language is first spoken.
pub(super) fn texts(language: Language) -> &'static Texts {
    static TEXTS: [LazyLock<Texts>; 3] = [
        LazyLock::new(|| Texts::load(Language::Kk)),
        LazyLock::new(|| Texts::load(Language::Ru)),
        LazyLock::new(|| Texts::load(Language::En)),
    ];
    &TEXTS[language as usize]
}

impl Texts {
    fn load(language: Language) -> Texts {
        let shared: Vec<_> = ROOMS.iter().map(|(_, texts)| resource(texts[language as usize])).collect();
        Texts {
            language,
            general: bundle(language, &shared),
            shared,
            codes: Code::ALL.iter().map(|code| (*code, OnceLock::new())).collect(),
        }
    }

    /// The sentence `id` that belongs to no code.
    pub fn general(&self, id: &str, args: &FluentArgs) -> Said {
        format(&self.general, id, args)
    }

    /// The sentence `id` of a code. A code may use the shared sentences in its own.
    pub fn of_code(&self, code: Code, id: &str, args: &FluentArgs) -> Said {
        let bundle = self.codes[&code].get_or_init(|| {
            let own = resource(code.texts()[self.language as usize]);
            let mut all = self.shared.clone();
            all.push(own);
            bundle(self.language, &all)
        });
        let mut said = format(bundle, id, args);
        said.flaw = said.flaw.map(|flaw| format!("{}: {flaw}", code.name()));
        said
    }
}

/// A sentence with its values in place.
pub(super) struct Said {
    pub text: String,
    /// What is wrong with the sentence or with the values given to it; the tests let none through.
    pub flaw: Option<String>,
}

/// Fluent keeps what it could read of a faulty text; the test over all texts lets none through.
fn resource(text: &str) -> Arc<FluentResource> {
    Arc::new(FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource))
}

fn bundle(language: Language, resources: &[Arc<FluentResource>]) -> Bundle {
    let locale = language.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    // No invisible marks round the values: messages are searched and compared.
    bundle.set_use_isolating(false);
    for resource in resources {
        // A code's own `help` or `label` stands before a shared sentence of that name.
        bundle.add_resource_overriding(resource.clone());
    }
    bundle
}

fn format(bundle: &Bundle, id: &str, args: &FluentArgs) -> Said {
    let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
        return Said { text: id.to_owned(), flaw: Some(format!("no sentence `{id}`")) };
    };
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
    let flaw = errors.first().map(|error| format!("`{id}`: {error}"));
    Said { text, flaw }
}
