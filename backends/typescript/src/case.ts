/** One case: its state is nothing but the filing and the events so far. */

import type { Extension, Limit, Node } from "./artifact.js";
import { type ChannelRules, at as member } from "./channel.js";
import { type Facts, holds } from "./conditions.js";
import { Beyond, Refused } from "./errors.js";
import { dayAt, parseInstant, showDay, showInstant } from "./instants.js";
import type { Stop } from "./term.js";

export interface Filing {
  readonly regulation: string;
  readonly channel: string;
  /** Like `2018-11-28T17:30`. */
  readonly filed: string;
  readonly facts: Readonly<Record<string, string>>;
}

export type Event =
  | { readonly event: "done"; readonly step: string; readonly at: string }
  | { readonly event: "decided"; readonly step: string; readonly facts: Readonly<Record<string, string>>; readonly at: string }
  | { readonly event: "arrived"; readonly step: string; readonly at: string }
  | { readonly event: "learned"; readonly facts: Readonly<Record<string, string>>; readonly at: string }
  | { readonly event: "extended"; readonly extension: string; readonly at: string }
  | { readonly event: "withdrawn"; readonly at: string };

/** A node under way; no due date where nothing bounds it, no actor where the act names nobody. */
export interface Active {
  readonly step: string;
  readonly kind: Node["kind"];
  readonly actor: string | null;
  readonly from: string;
  readonly due: string | null;
  /** The act gives the limit; else the date is only assumed, or there is none. */
  readonly binding: boolean;
}

/** What can follow what is under way. */
export interface Next {
  readonly after: string;
  readonly step: string;
  readonly kind: Node["kind"];
  readonly actor: string | null;
}

/** A node that somebody did, with the due date that it had just before. */
export interface Past extends Omit<Active, "binding"> {
  readonly at: string;
  readonly late: boolean;
}

/** As docs/artifact.md lays it out. */
export interface State {
  readonly active: readonly Active[];
  readonly beyond_calendar: boolean;
  readonly counted: string;
  readonly done: readonly Past[];
  readonly due: string | null;
  readonly ended_by: string | null;
  readonly extensions: readonly string[];
  readonly facts: Readonly<Record<string, string>>;
  readonly in_force: boolean;
  readonly outcome: Node["outcome"];
  readonly projected: boolean;
  readonly status: "open" | "ended" | "withdrawn" | "stuck";
  readonly stopped_since: string | null;
  readonly stuck_at: string | null;
}

/** One limit of a step; the earliest `until` of all counts. `skipped` are the days between that are off. */
export interface Reason {
  readonly limit: Limit;
  readonly counted_from: string;
  readonly until: string | null;
  readonly skipped: readonly { readonly date: string; readonly name: ReadonlyMap<string, string> | null }[];
}

export interface Allowed {
  readonly event: Event["event"];
  /** The step or the extension. */
  readonly of: string | null;
}

const WORDS: Partial<Record<Node["kind"], Event["event"]>> = {
  choice: "decided",
  wait: "arrived",
  step: "done",
  receipt: "done",
};

export class Case {
  readonly #channel: ChannelRules;
  readonly #filing: Filing;
  readonly #events: Event[] = [];
  readonly #counted: number;
  readonly #facts: Map<number, number>;
  readonly #done = new Map<number, number>();
  readonly #active = new Map<number, number>();
  readonly #joining = new Map<number, number[]>();
  readonly #past: Past[] = [];
  readonly #extended: string[] = [];
  readonly #stops: Stop[] = [];
  #last: number;
  #stoppedSince: number | undefined;
  #end: Node | undefined;
  #withdrawn = false;
  #stuckAt: string | null = null;
  #beyond = false;

  /** Opened by `Rules.open`. */
  constructor(channel: ChannelRules, filing: Filing, counted: number, facts: Facts) {
    this.#channel = channel;
    this.#filing = { ...filing, facts: { ...filing.facts } };
    this.#counted = counted;
    this.#facts = new Map(facts);
    this.#last = parseInstant(filing.filed);
    const { entry } = channel.rules;
    if (entry !== null) this.#enter(entry, counted);
  }

  // --- what is asked

  /** When the filing counts. */
  get counted(): string {
    return showInstant(this.#counted);
  }

  get over(): boolean {
    return this.#end !== undefined || this.#withdrawn || this.#active.size === 0;
  }

  /** The filing and the events, for `Rules.replay`. */
  record(): { readonly case: Filing; readonly events: readonly Event[] } {
    return { case: this.#filing, events: [...this.#events] };
  }

  /** What is under way, in the order of the nodes. */
  active(): readonly Active[] {
    return this.#underWay().map((ix) => this.#shown(ix, orUndefined(() => this.#dueOf(ix))));
  }

  /** What is under way, the earliest due date first; what has none last. */
  due(): readonly Active[] {
    const last = "~";
    return [...this.active()].sort((one, other) => compare(one.due ?? last, other.due ?? last));
  }

  /** What should have been done before `now`, and is not. */
  late(now: string): readonly Active[] {
    const instant = parseInstant(now);
    return this.due().filter((it) => it.binding && it.due !== null && parseInstant(it.due) < instant);
  }

  /** Whom the file can come to next, as far as the facts known leave it open. */
  next(): readonly Next[] {
    const all: Next[] = [];
    for (const after of this.#underWay()) {
      const seen = new Set<number>();
      const open = [after];
      for (let from = open.pop(); from !== undefined; from = open.pop()) {
        for (const { to, when } of this.#channel.node(from).next) {
          if (holds(when, this.#facts) === false || seen.has(to)) continue;
          seen.add(to);
          const { id: step, kind, pace } = this.#channel.node(to);
          if (pace === "automatic" && kind !== "end") open.push(to);
          else all.push({ after: this.#channel.node(after).id, step, kind, actor: this.#channel.actor(to) });
        }
      }
    }
    return all;
  }

  /** The events that would be taken now. */
  allowed(): readonly Allowed[] {
    if (this.over) return [];
    const acts = this.active().map((it): Allowed => ({ event: WORDS[it.kind] ?? "done", of: it.step }));
    const held = this.#extensions();
    const open = this.#channel.rules.extensions.filter((it) => !held.includes(it));
    const extensions = open.map((it): Allowed => ({ event: "extended", of: it.id }));
    return [...acts, ...extensions, { event: "learned", of: null }, { event: "withdrawn", of: null }];
  }

  /** On what ground a step under way is due: each of its limits with what it was counted from. */
  why(step: string): readonly Reason[] {
    const ix = this.#channel.places.get(step);
    if (ix === undefined || !this.#active.has(ix)) return [];
    return this.#channel.node(ix).limits.map((limit) => this.#reason(ix, limit));
  }

  state(): State {
    let beyond = this.#beyond;
    const ask = (question: () => number | undefined): number | undefined => {
      try {
        return question();
      } catch (error) {
        if (!(error instanceof Beyond)) throw error;
        beyond = true;
        return undefined;
      }
    };
    const due = ask(() => this.#termEnd());
    const active = this.#underWay().map((ix) => this.#shown(ix, ask(() => this.#dueOf(ix))));
    const filed = parseInstant(this.#filing.filed);
    const dues = [...active, ...this.#past].map((it) => (it.due === null ? undefined : parseInstant(it.due)));
    const projected = [filed, due, ...dues].some((it) => it !== undefined && this.#channel.days.projected(dayAt(it)));
    const status = this.#end ? "ended" : this.#withdrawn ? "withdrawn" : this.#active.size > 0 ? "open" : "stuck";
    const { in_force_from: from, in_force_until: until } = this.#channel.regulation;
    const day = dayAt(filed);
    return {
      active,
      beyond_calendar: beyond,
      counted: this.counted,
      done: [...this.#past],
      due: shownOrNull(due),
      ended_by: this.#end?.id ?? null,
      extensions: this.#extensions().map((it) => it.id),
      facts: this.#channel.named(this.#facts),
      in_force: (from === null || from <= day) && (until === null || day <= until),
      outcome: this.#end?.outcome ?? null,
      projected,
      status,
      stopped_since: this.over ? null : shownOrNull(this.#stoppedSince),
      stuck_at: this.#stuckAt,
    };
  }

  // --- what happens

  /** Changes the state, or throws {@link Refused} and changes nothing. */
  apply(event: Event): void {
    const at = parseInstant(event.at);
    if (this.over) throw new Refused("case-over");
    if (at < this.#last) throw new Refused("out-of-order");
    switch (event.event) {
      case "done":
      case "arrived":
        this.#act(event.event, event.step, {}, at);
        break;
      case "decided":
        this.#act(event.event, event.step, event.facts, at);
        break;
      case "learned":
        this.#learned(event.facts).forEach((value, fact) => this.#facts.set(fact, value));
        break;
      case "extended":
        this.#extend(event.extension);
        break;
      case "withdrawn":
        this.#withdrawn = true;
        this.#active.clear();
        break;
      default:
        throw new TypeError(`no event: ${JSON.stringify(event satisfies never)}`);
    }
    this.#last = at;
    this.#settle(at);
    this.#events.push(structuredClone(event));
  }

  #act(word: Event["event"], step: string, told: Readonly<Record<string, string>>, at: number): void {
    const ix = this.#channel.places.get(step);
    if (ix === undefined) throw new Refused("unknown-step");
    if (WORDS[this.#channel.node(ix).kind] !== word) throw new Refused("wrong-event");
    if (this.#done.has(ix)) throw new Refused("already-done");
    const came = this.#active.get(ix);
    if (came === undefined) throw new Refused("not-under-way");
    if (at < came) throw new Refused("too-early");
    const learned = this.#learned(told);
    const then = new Map([...this.#facts, ...learned]);
    if (word === "decided" && this.#way(ix, then) === "open") throw new Refused("undecided");
    const due = orUndefined(() => this.#dueOf(ix), () => (this.#beyond = true));
    learned.forEach((value, fact) => this.#facts.set(fact, value));
    this.#finish(ix, at, due);
  }

  #learned(told: Readonly<Record<string, string>>): Facts {
    const learned = this.#channel.factsOf(told);
    for (const [fact, value] of learned) {
      if ((this.#facts.get(fact) ?? value) !== value) throw new Refused("fact-settled");
    }
    return learned;
  }

  #extend(extension: string): void {
    const known = this.#channel.rules.extensions.some((it) => it.id === extension);
    if (!known) throw new Refused("unknown-extension");
    if (this.#extended.includes(extension)) throw new Refused("already-extended");
    this.#extended.push(extension);
  }

  /** Choices that nobody makes go on as soon as the facts say where. */
  #settle(at: number): void {
    for (;;) {
      const settled = this.#underWay().find(
        (ix) => this.#channel.node(ix).pace === "automatic" && this.#way(ix, this.#facts) !== "open",
      );
      if (settled === undefined) return;
      this.#finish(settled, Math.max(at, this.#active.get(settled) ?? at), undefined);
    }
  }

  #finish(ix: number, at: number, due: number | undefined): void {
    const node = this.#channel.node(ix);
    const late = due !== undefined && due < at;
    const { binding, ...was } = this.#shown(ix, due);
    this.#past.push({ ...was, at: showInstant(at), late: late && binding });
    this.#active.delete(ix);
    const waits = this.#underWay().some((other) => this.#channel.node(other).stops_clock);
    if (node.stops_clock && this.#stoppedSince !== undefined && !waits) {
      this.#stops.push([this.#stoppedSince, at]);
      this.#stoppedSince = undefined;
    }
    this.#leave(ix, at);
  }

  // --- how a file goes

  #enter(ix: number, at: number): void {
    const node = this.#channel.node(ix);
    if (this.#end !== undefined) return;
    if (node.kind === "end") {
      this.#done.set(ix, at);
      this.#end = node;
      this.#active.clear();
    } else if (node.kind === "join") {
      const came = [...(this.#joining.get(ix) ?? []), at];
      this.#joining.set(ix, came);
      if (came.length >= node.needs && !this.#done.has(ix)) this.#leave(ix, Math.max(...came));
    } else if (node.kind === "parallel") {
      this.#done.set(ix, at);
      node.next.forEach((edge) => this.#enter(edge.to, at));
    } else if (node.pace === "automatic" && this.#way(ix, this.#facts) !== "open") {
      this.#leave(ix, at);
    } else {
      this.#active.set(ix, at);
      if (node.stops_clock && this.#channel.readings.get("clock-stop") === "yes") this.#stoppedSince ??= at;
    }
  }

  /** Where the file goes; `undefined`: nowhere; open: that hangs on facts that are not known. */
  #way(ix: number, facts: Facts): number | "open" | undefined {
    let open = false;
    for (const edge of this.#channel.node(ix).next) {
      const answer = holds(edge.when, facts);
      if (answer === true) return edge.to;
      open ||= answer === undefined;
    }
    return open ? "open" : undefined;
  }

  #leave(ix: number, at: number): void {
    this.#done.set(ix, at);
    const way = this.#way(ix, this.#facts);
    if (typeof way === "number") this.#enter(way, at);
    else this.#stuckAt ??= this.#channel.node(ix).id;
  }

  // --- dates

  #underWay(): number[] {
    return [...this.#active.keys()].sort((one, other) => one - other);
  }

  #came(ix: number): number {
    return this.#active.get(ix) ?? this.#counted;
  }

  #shown(ix: number, due: number | undefined): Active {
    const node = this.#channel.node(ix);
    const from = showInstant(this.#came(ix));
    return { step: node.id, kind: node.kind, actor: this.#channel.actor(ix), from, due: shownOrNull(due), binding: node.limits.length > 0 };
  }

  #dueOf(ix: number): number | undefined {
    const node = this.#channel.node(ix);
    const came = this.#came(ix);
    if (node.pace === "at_once") return came;
    if (node.pace !== "limited") return undefined;
    const limit = this.#channel.limit(node, this.#anchor(ix), () => this.#termEnd());
    return limit === undefined ? undefined : Math.max(limit, came);
  }

  /** The latest of the node's events that happened. */
  #anchor(ix: number): number {
    const happened = this.#channel.node(ix).anchor.map((anchor) => {
      if (anchor === "previous") return this.#came(ix);
      return anchor === "filing" ? this.#counted : this.#done.get(anchor.done);
    });
    const known = happened.filter((it) => it !== undefined);
    return known.length === 0 ? this.#came(ix) : Math.max(...known);
  }

  /** Those that hold, in the order of the rules. */
  #extensions(): readonly Extension[] {
    const met = (it: Extension) => it.when.kind !== "always" && holds(it.when, this.#facts) === true;
    return this.#channel.rules.extensions.filter((it) => this.#extended.includes(it.id) || met(it));
  }

  #termEnd(): number | undefined {
    const more = this.#extensions().map((it) => it.limit);
    return this.#channel.termEnd(this.#facts, more, this.#counted, this.#stops);
  }

  #reason(ix: number, limit: Limit): Reason {
    const node = this.#channel.node(ix);
    const from = this.#anchor(ix);
    const until = orUndefined(() => this.#channel.limitEnd(node, limit, from, () => this.#termEnd()));
    const skipped = [];
    const ruler = this.#channel.stepRuler(node.schedule);
    const last = until === undefined || limit.before_term ? -Infinity : dayAt(until);
    for (let day = dayAt(from); day <= last; day++) {
      if (ruler.working(day)) continue;
      const name = this.#channel.days.listed(day)?.name ?? null;
      skipped.push({ date: showDay(day), name: name === null ? null : member(this.#channel.all.texts, name) });
    }
    return { limit, counted_from: showInstant(from), until: shownOrNull(until), skipped };
  }
}

function shownOrNull(at: number | undefined): string | null {
  return at === undefined ? null : showInstant(at);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** `undefined` for what lies beyond the calendar, after a remark. */
function orUndefined<T>(question: () => T | undefined, remark: () => void = () => {}): T | undefined {
  try {
    return question();
  } catch (error) {
    if (!(error instanceof Beyond)) throw error;
    remark();
    return undefined;
  }
}
