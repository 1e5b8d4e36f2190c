/** Everything in an artifact that refers to something else, followed: so that an evaluator can look up without asking. */

import type { Artifact, Calendar, Channel, Condition, Node, Regulation, Schedule } from "./artifact.js";
import { LoadError } from "./errors.js";
import { MINUTES, dateOf } from "./instants.js";

const READINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ["first-day", ["no", "yes"]],
  ["day-end", ["close", "midnight", "reception"]],
  ["roll", ["term-only", "every-step"]],
  ["week", ["own", "national"]],
  ["moved-days", ["yes", "no"]],
  ["check-place", ["inside", "before"]],
  ["clock-stop", ["yes", "no"]],
  ["month-rule", ["civil-code", "law-2000"]],
  ["unqualified-day", ["calendar", "working"]],
]);

function ensure(holds: boolean, place: string, problem: string): void {
  if (!holds) throw new LoadError("reference", `${place}: ${problem}`);
}

function inside(ix: number | null, of: readonly unknown[], place: string, what: string): void {
  ensure(ix === null || ix < of.length, place, `there is no such ${what}`);
}

/** Throws for the first place that does not hold. */
export function check(rules: Artifact): void {
  const texts = (place: string, all: readonly (number | null)[]) =>
    all.forEach((ix) => inside(ix, rules.texts, place, "text"));
  rules.calendars.forEach((it) => checkCalendar(rules, it));
  rules.schedules.forEach(checkSchedule);
  for (const readings of rules.readings) {
    const right = [...READINGS].every(([name, answers]) => answers.includes(readings.get(name) ?? ""));
    ensure(right && readings.size === READINGS.size, "readings", "a doubt has no answer, or an unknown one");
  }
  for (const it of rules.organisations) {
    texts(it.id, [it.label]);
    inside(it.schedule, rules.schedules, it.id, "schedule");
  }
  for (const it of rules.actors) {
    texts(it.id, [it.label]);
    inside(it.organisation, rules.organisations, it.id, "organisation");
  }
  rules.documents.forEach((it) => texts(it.id, [it.label]));
  for (const it of rules.facts) {
    texts(it.id, [it.label]);
    ensure(it.values.length > 0, it.id, "a fact has no values");
  }
  for (const it of rules.standards) {
    texts(it.id, [it.act, it.title, ...[...it.grounds, ...it.results].map((named) => named.label)]);
  }
  rules.regulations.forEach((it) => checkRegulation(rules, it, texts));
}

type Texts = (place: string, all: readonly (number | null)[]) => void;

function checkCondition(rules: Artifact, place: string, condition: Condition): void {
  if (condition.kind === "is") {
    const fact = rules.facts[condition.fact];
    const known = fact !== undefined && condition.value < fact.values.length;
    ensure(known, place, "a condition asks for a fact or a value that is not there");
  } else if (condition.kind === "not") {
    checkCondition(rules, place, condition.inner);
  } else if (condition.kind !== "always") {
    condition.parts.forEach((part) => checkCondition(rules, place, part));
  }
}

function checkCalendar(rules: Artifact, calendar: Calendar): void {
  const place = calendar.id;
  const near = (year: number) => year >= 1900 && year <= 2200;
  const all = [calendar.weekend_name, calendar.weekend_source];
  ensure(weekdays(calendar.weekend), place, "a day of the week is a number from 1 to 7");
  ensure(calendar.years.length > 0, place, "a calendar has no years");
  calendar.years.forEach((year, at) => {
    const inOrder = near(year.year) && year.year === (calendar.years[0]?.year ?? 0) + at;
    ensure(inOrder, place, "years do not follow one another, or lie too far away");
    year.days.forEach((day, number) => {
      const before = year.days[number - 1];
      ensure(dateOf(day.date).year === year.year, place, "a day stands under another year");
      ensure(before === undefined || before.date < day.date, place, "the days of a year are not in order");
      const known = day.other === null || near(dateOf(day.other).year);
      ensure(known, place, "a day refers to another that lies too far away");
      all.push(day.name, day.source);
    });
  });
  all.forEach((ix) => inside(ix, rules.texts, place, "text"));
}

function checkSchedule(schedule: Schedule): void {
  for (const it of [...schedule.work, ...schedule.acceptance]) {
    const breaks = it.breaks.every(
      ([from, until, ...more]) => from !== undefined && until !== undefined && from < until && until <= MINUTES && more.length === 0,
    );
    const hours = it.from < it.until && it.until <= MINUTES;
    ensure(breaks && hours && weekdays(it.days), schedule.id, "hours are no hours of a day");
  }
}

function checkRegulation(rules: Artifact, it: Regulation, texts: Texts): void {
  texts(it.id, [it.act, it.title, ...[...it.grounds, ...it.results].map((named) => named.label)]);
  inside(it.organisation, rules.organisations, it.id, "organisation");
  inside(it.calendar, rules.calendars, it.id, "calendar");
  inside(it.standard, rules.standards, it.id, "standard");
  for (const saying of it.sayings) {
    texts(it.id, [saying.label]);
    inside(saying.actor, rules.actors, it.id, "actor");
    checkCondition(rules, it.id, saying.when);
  }
  it.channels.forEach((channel) => checkChannel(rules, `${it.id} via ${channel.id}`, channel, texts));
}

function checkChannel(rules: Artifact, place: string, channel: Channel, texts: Texts): void {
  inside(channel.readings, rules.readings, place, "reading");
  inside(channel.term_schedule, rules.schedules, place, "schedule");
  inside(channel.accepts?.schedule ?? null, rules.schedules, place, "schedule");
  texts(place, [channel.label, ...[...channel.terms, ...channel.extensions].map((it) => it.label)]);
  for (const it of [...channel.terms, ...channel.extensions, ...channel.documents]) {
    checkCondition(rules, place, it.when);
  }
  channel.documents.forEach((it) => inside(it.document, rules.documents, place, "document"));
  inside(channel.entry, channel.nodes, place, "entry");
  channel.nodes.forEach((node) => checkNode(rules, `${place}, ${node.id}`, channel, node, texts));
  ensure(acyclic(channel), place, "the procedure runs in a circle");
}

function checkNode(rules: Artifact, place: string, channel: Channel, node: Node, texts: Texts): void {
  texts(place, [node.label, ...node.results]);
  inside(node.actor, rules.actors, place, "actor");
  inside(node.hands_to, rules.actors, place, "actor");
  inside(node.schedule, rules.schedules, place, "schedule");
  for (const edge of node.next) {
    inside(edge.to, channel.nodes, place, "node");
    checkCondition(rules, place, edge.when);
  }
  for (const anchor of node.anchor) {
    if (typeof anchor === "object") inside(anchor.done, channel.nodes, place, "anchor");
  }
  ensure(shaped(node), place, "a node has not the shape of its kind");
}

/** Whether what a node has goes with its kind. */
function shaped(node: Node): boolean {
  const plain = node.next.every((edge) => edge.when.kind === "always");
  const point = node.kind === "end" || node.kind === "join" || node.kind === "parallel";
  const act = node.kind === "step" || node.kind === "wait";
  let ways = plain && node.next.length <= 1;
  if (node.kind === "choice") ways = true;
  else if (node.kind === "parallel") ways = plain;
  else if (node.kind === "end") ways = node.next.length === 0;
  const paced =
    node.pace === "automatic" ? !act : !point && (node.pace === "limited") === node.limits.length > 0;
  const ends = (node.kind === "end") === (node.outcome !== null);
  const joins = (node.kind === "join") === node.needs > 0;
  return ways && paced && ends && joins && (!node.stops_clock || node.kind === "wait");
}

function weekdays(days: readonly number[]): boolean {
  return days.every((day, at) => day >= 1 && day <= 7 && (at === 0 || (days[at - 1] ?? 8) < day));
}

/** Node after node that nothing leads to any more; what is left over runs in a circle. */
function acyclic(channel: Channel): boolean {
  const coming = channel.nodes.map(() => 0);
  channel.nodes.forEach((node) => node.next.forEach((edge) => (coming[edge.to] = (coming[edge.to] ?? 0) + 1)));
  const free = coming.flatMap((count, at) => (count === 0 ? [at] : []));
  let seen = 0;
  for (let at = free.pop(); at !== undefined; at = free.pop()) {
    seen++;
    for (const edge of channel.nodes[at]?.next ?? []) {
      const left = (coming[edge.to] ?? 0) - 1;
      coming[edge.to] = left;
      if (left === 0) free.push(edge.to);
    }
  }
  return seen === channel.nodes.length;
}
