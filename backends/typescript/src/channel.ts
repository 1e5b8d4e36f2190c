/** A regulation in one channel, with everything looked up that a case of it needs. */

import type { Artifact, Channel, Length, Limit, Node, Regulation } from "./artifact.js";
import { type Facts, asked, holds } from "./conditions.js";
import { type Days, Hours } from "./days.js";
import { Refused } from "./errors.js";
import { dayAt } from "./instants.js";
import { type Readings, Ruler } from "./ruler.js";
import { type Stop, Term } from "./term.js";

/** A member that was checked to be there when the rules were loaded. */
export function at<T>(list: readonly T[], ix: number): T {
  const found = list[ix];
  if (found === undefined) throw new RangeError(`no member ${ix} of ${list.length}`);
  return found;
}

export class ChannelRules {
  readonly readings: Readings;
  readonly places: ReadonlyMap<string, number>;
  /** What is asked in this channel, with the values that each fact can have. */
  readonly facts: ReadonlyMap<string, readonly string[]>;
  readonly #facts: ReadonlyMap<string, number>;
  readonly #hours = new Map<number, Hours>();
  readonly #provider: Ruler;

  constructor(
    readonly all: Artifact,
    readonly days: Days,
    readonly regulation: Regulation,
    readonly rules: Channel,
  ) {
    this.readings = at(all.readings, rules.readings);
    this.places = new Map(rules.nodes.map((node, ix) => [node.id, ix]));
    const conditions = [
      ...rules.nodes.flatMap((node) => node.next),
      ...rules.terms,
      ...rules.extensions,
      ...rules.documents,
    ].map((it) => it.when);
    const places = [...new Set(conditions.flatMap(asked))].sort((one, other) => one - other);
    this.#facts = new Map(places.map((ix) => [at(all.facts, ix).id, ix]));
    this.facts = new Map([...this.#facts].map(([name, ix]) => [name, at(all.facts, ix).values]));
    this.#provider = new Ruler(this.hours(rules.term_schedule), this.readings, true);
  }

  private hours(schedule: number): Hours {
    const moved = this.readings.get("moved-days") === "yes";
    const hours = this.#hours.get(schedule) ?? new Hours(this.days, at(this.all.schedules, schedule), moved);
    this.#hours.set(schedule, hours);
    return hours;
  }

  node(ix: number): Node {
    return at(this.rules.nodes, ix);
  }

  actor(ix: number): string | null {
    const { actor } = this.node(ix);
    return actor === null ? null : at(this.all.actors, actor).id;
  }

  /** Names and values as places; refused where there is none of that name. */
  factsOf(told: Readonly<Record<string, string>>): Map<number, number> {
    const found = new Map<number, number>();
    for (const [name, value] of Object.entries(told).sort(([one], [other]) => (one < other ? -1 : 1))) {
      const fact = this.#facts.get(name);
      if (fact === undefined) throw new Refused("unknown-fact");
      const place = at(this.all.facts, fact).values.indexOf(value);
      if (place < 0) throw new Refused("unknown-value");
      found.set(fact, place);
    }
    return found;
  }

  named(facts: Facts): Record<string, string> {
    const named = [...facts].map(([ix, value]) => [at(this.all.facts, ix).id, at(at(this.all.facts, ix).values, value)]);
    return Object.fromEntries(named) as Record<string, string>;
  }

  countsAsFiled(filed: number): number {
    const { accepts } = this.rules;
    if (accepts !== null) return this.hours(accepts.schedule).countsAsFiled(accepts.round_the_clock, filed);
    this.days.known(dayAt(filed));
    return filed;
  }

  stepRuler(schedule: number): Ruler {
    return new Ruler(this.hours(schedule), this.readings, false);
  }

  /** The earliest of the node's limits; `undefined`: all are counted back from a term that is not known. */
  limit(node: Node, anchor: number, termEnd: () => number | undefined): number | undefined {
    return earliest(node.limits.map((limit) => this.limitEnd(node, limit, anchor, termEnd)));
  }

  limitEnd(node: Node, limit: Limit, anchor: number, termEnd: () => number | undefined): number | undefined {
    if (!limit.before_term) return this.stepRuler(node.schedule).until(limit, anchor);
    const end = termEnd();
    return end === undefined ? undefined : this.#provider.before(limit, end);
  }

  /** Of the terms that hold, the one that ends first. */
  termEnd(facts: Facts, more: readonly Length[], counted: number, stops: readonly Stop[]): number | undefined {
    const check = this.rules.completeness_check;
    const ends = this.rules.terms.map((term) => {
      if (term.limit === null || holds(term.when, facts) !== true) return undefined;
      const start = check === null ? counted : this.stepRuler(this.rules.term_schedule).until(check, counted);
      return new Term([term.limit, ...more], this.#provider, start).end(stops);
    });
    return earliest(ends);
  }
}

function earliest(all: readonly (number | undefined)[]): number | undefined {
  const known = all.filter((it) => it !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
