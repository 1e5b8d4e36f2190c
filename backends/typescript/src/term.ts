/** When the term of a case ends: the term, what extends it, and the clock that stops. */

import type { Length, Unit } from "./artifact.js";
import { nth } from "./days.js";
import { MINUTES, dayAt } from "./instants.js";
import { type Ruler, minutes } from "./ruler.js";

/** The clock stood from an instant to another. */
export type Stop = readonly [since: number, until: number];

/** A term with its extensions, counted by the provider's days. */
export class Term {
  constructor(
    private readonly parts: readonly Length[],
    private readonly ruler: Ruler,
    private readonly start: number,
  ) {}

  end(stops: readonly Stop[]): number {
    if (this.parts.every((part) => part.unit === "minute" || part.unit === "hour")) return this.endOfMinutes(stops);
    let day = this.lastDay();
    let end = this.endOn(day);
    for (const [since, until] of stops) {
      if (end < since || day < dayAt(since)) continue;
      const moved = this.moved(day, since, until);
      if (this.endOn(moved) >= end) [day, end] = [moved, this.endOn(moved)];
    }
    return end;
  }

  private endOfMinutes(stops: readonly Stop[]): number {
    const { hours } = this.ruler;
    let end = hours.minutesOn(this.parts.reduce((sum, part) => sum + minutes(part), 0), this.start);
    for (const [since, until] of stops) {
      if (since <= end) end = Math.max(end, hours.minutesOn(hours.minutesBetween(since, end), until));
    }
    return end;
  }

  private get firstDayCounted(): boolean {
    return this.parts[0]?.first_day_counted === true || this.ruler.reads("first-day", "yes");
  }

  private lastDay(): number {
    let at = this.start;
    let first = this.firstDayCounted;
    for (const [unit, quantity] of this.kinds()) {
      if (unit !== "minute") at = this.ruler.lastDay({ first_day_counted: first, quantity, unit }, at) * MINUTES;
      first = false;
    }
    return dayAt(at);
  }

  /** The parts added up by kind, in the order in which each kind first comes. */
  private kinds(): ReadonlyMap<Unit, number> {
    const kinds = new Map<Unit, number>();
    for (const part of this.parts) {
      const said = this.ruler.meant(part.unit);
      const unit = said === "hour" ? "minute" : said === "year" ? "month" : said;
      const count = part.quantity * (said === "hour" ? 60 : said === "year" ? 12 : 1);
      kinds.set(unit, (kinds.get(unit) ?? 0) + count);
    }
    return kinds;
  }

  private endOn(day: number): number {
    return this.ruler.endOf(this.ruler.rolled(day));
  }

  private counts(day: number): boolean {
    const inWorkingDays = this.parts.every((part) => this.ruler.meant(part.unit) === "working_day");
    return !inWorkingDays || this.ruler.hours.days.working(day);
  }

  /** The last day, if the clock stood between the two instants. */
  private moved(last: number, since: number, until: number): number {
    const [first] = this.parts;
    const itself = this.firstDayCounted && first !== undefined && this.ruler.meant(first.unit) === "working_day";
    const begun = dayAt(this.start) + (itself ? 0 : 1);
    let rest = 0;
    for (let day = Math.max(dayAt(since) + 1, begun); day <= last; day++) rest += this.counts(day) ? 1 : 0;
    const day = dayAt(until);
    if (rest === 0 && this.endOn(day) < until) return day + 1;
    return nth(rest, day, (it) => this.counts(it));
  }
}
