/** The rules as they stand in the file. docs/artifact.md says what each field means; dates are numbers of days. */

import {
  type Context,
  type Read,
  type Reader,
  day,
  list,
  malformed,
  maybe,
  object,
  oneOf,
  struct,
  text,
  whole,
  words,
  yesNo,
} from "./decode.js";

export type Condition =
  | { readonly kind: "always" }
  | { readonly kind: "is"; readonly fact: number; readonly value: number }
  | { readonly kind: "not"; readonly inner: Condition }
  | { readonly kind: "all" | "any"; readonly parts: readonly Condition[] };

export type Anchor = "filing" | "previous" | { readonly done: number };

const DEEPEST = 48;

const condition: Reader<Condition> = (value, place, context) => conditionAt(value, place, context, 0);

function conditionAt(value: unknown, place: string, context: Context, depth: number): Condition {
  if (depth > DEEPEST) throw malformed(place, "a condition is nested too deeply");
  if (value === "always") return { kind: "always" };
  const [entry, ...more] = Object.entries(object(value, place));
  if (entry === undefined || more.length > 0) throw malformed(place, "no condition");
  const [word, inner] = entry;
  if (word === "not") return { kind: "not", inner: conditionAt(inner, place, context, depth + 1) };
  if (word === "is") {
    const [fact, wanted, ...rest] = list(whole)(inner, place, context);
    if (fact === undefined || wanted === undefined || rest.length > 0) throw malformed(place, "no condition");
    return { kind: "is", fact, value: wanted };
  }
  if ((word !== "all" && word !== "any") || !Array.isArray(inner)) throw malformed(place, "no condition");
  return { kind: word, parts: inner.map((part) => conditionAt(part, place, context, depth + 1)) };
}

const anchor: Reader<Anchor> = (value, place, context) => {
  if (value === "filing" || value === "previous") return value;
  return struct({ done: whole })(value, place, context);
};

const unit = oneOf("minute", "hour", "working_day", "calendar_day", "month", "year", "same_day", "day");
const length = struct({ first_day_counted: yesNo, quantity: whole, unit });
const limit = struct({ before_term: yesNo, clauses: list(text), first_day_counted: yesNo, quantity: whole, unit });
const named = struct({ clauses: list(text), id: text, label: maybe(whole) });
const edge = struct({ to: whole, when: condition });

const node = struct({
  actor: maybe(whole),
  anchor: list(anchor),
  clauses: list(text),
  gives: list(text),
  hands_to: maybe(whole),
  id: text,
  kind: oneOf("choice", "end", "join", "parallel", "receipt", "step", "wait"),
  label: maybe(whole),
  limits: list(limit),
  needs: whole,
  next: list(edge),
  outcome: maybe(oneOf("granted", "refused", "returned")),
  pace: oneOf("at_once", "automatic", "limited", "open"),
  results: list(whole),
  schedule: whole,
  stage: maybe(text),
  stops_clock: yesNo,
});

const channel = struct({
  accepts: maybe(struct({ round_the_clock: yesNo, schedule: whole })),
  completeness_check: maybe(length),
  documents: list(
    struct({ clauses: list(text), document: whole, obtained: yesNo, said_by: oneOf("regulation", "standard"), when: condition }),
  ),
  entry: maybe(whole),
  extensions: list(
    struct({
      clauses: list(text),
      id: text,
      label: maybe(whole),
      limit: length,
      notice: maybe(length),
      notice_from: list(text),
      when: condition,
    }),
  ),
  id: text,
  label: maybe(whole),
  nodes: list(node),
  readings: whole,
  term_schedule: whole,
  terms: list(struct({ case: text, clauses: list(text), label: maybe(whole), limit: maybe(length), when: condition })),
});

const saying = struct({
  about: text,
  actor: maybe(whole),
  channels: list(text),
  clauses: list(text),
  counted_from: list(text),
  id: text,
  label: maybe(whole),
  limits: list(limit),
  when: condition,
});

const regulation = struct({
  act: maybe(whole),
  calendar: whole,
  channels: list(channel),
  from: maybe(day),
  grounds: list(named),
  id: text,
  in_force_from: maybe(day),
  in_force_until: maybe(day),
  organisation: maybe(whole),
  results: list(named),
  sayings: list(saying),
  standard: maybe(whole),
  title: maybe(whole),
  until: maybe(day),
});

const opening = struct({
  breaks: list(list(whole)),
  days: list(whole),
  from: whole,
  last: maybe(day),
  since: maybe(day),
  until: whole,
});

const calendar = struct({
  id: text,
  weekend: list(whole),
  weekend_name: maybe(whole),
  weekend_source: maybe(whole),
  years: list(
    struct({
      days: list(
        struct({
          date: day,
          kind: oneOf("working", "weekend", "holiday", "substituted", "moved"),
          name: maybe(whole),
          other: maybe(day),
          source: maybe(whole),
          working: yesNo,
        }),
      ),
      projected: yesNo,
      year: whole,
    }),
  ),
});

export const artifact = struct({
  actors: list(
    struct({
      id: text,
      kind: oneOf("applicant", "official", "outside", "system"),
      label: maybe(whole),
      organisation: maybe(whole),
    }),
  ),
  calendars: list(calendar),
  documents: list(struct({ id: text, label: maybe(whole) })),
  facts: list(struct({ id: text, label: maybe(whole), values: list(text) })),
  format: text,
  hash: text,
  organisations: list(struct({ id: text, label: maybe(whole), schedule: whole })),
  readings: list(words),
  regulations: list(regulation),
  revision: whole,
  schedules: list(struct({ acceptance: list(opening), id: text, work: list(opening) })),
  standards: list(
    struct({
      act: maybe(whole),
      grounds: list(named),
      id: text,
      in_force_from: maybe(day),
      in_force_until: maybe(day),
      results: list(named),
      title: maybe(whole),
    }),
  ),
  texts: list(words),
  version: whole,
});

export type Artifact = Read<typeof artifact>;
export type Calendar = Read<typeof calendar>;
export type CalendarDay = Calendar["years"][number]["days"][number];
export type Channel = Read<typeof channel>;
export type Extension = Channel["extensions"][number];
export type Length = Read<typeof length>;
export type Limit = Read<typeof limit>;
export type Node = Read<typeof node>;
export type Opening = Read<typeof opening>;
export type Regulation = Read<typeof regulation>;
export type Schedule = Artifact["schedules"][number];
export type Unit = Length["unit"];
