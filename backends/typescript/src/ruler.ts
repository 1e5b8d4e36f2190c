/** How long a length lasts: whose days count, when a day ends, and on which day a length does. */

import type { Length, Unit } from "./artifact.js";
import { type Hours, nth } from "./days.js";
import { Beyond } from "./errors.js";
import { LAST, MINUTES, dateOf, dayAt, dayOf } from "./instants.js";

export type Readings = ReadonlyMap<string, string>;

/** Counts lengths by the hours of one schedule, under one set of readings: those of a step, or those of a term. */
export class Ruler {
  constructor(
    readonly hours: Hours,
    readonly readings: Readings,
    private readonly isTerm: boolean,
  ) {}

  reads(doubt: string, answer: string): boolean {
    return this.readings.get(doubt) === answer;
  }

  working(day: number): boolean {
    if (this.isTerm || this.reads("week", "national")) return this.hours.days.working(day);
    return this.hours.work(day).length > 0;
  }

  endOf(day: number): number {
    this.hours.days.known(day);
    if (this.isTerm && this.reads("day-end", "midnight")) return day * MINUTES + LAST;
    return day * MINUTES + this.hours.close(day, this.isTerm && this.reads("day-end", "reception"));
  }

  meant(unit: Unit): Unit {
    if (unit !== "day") return unit;
    return this.reads("unqualified-day", "working") ? "working_day" : "calendar_day";
  }

  /** The last minute in which something that may take `length` from `since` on is in time. */
  until(length: Length, since: number): number {
    if (length.quantity === 0 && length.unit !== "same_day") return since;
    if (length.unit === "minute" || length.unit === "hour") return this.hours.minutesOn(minutes(length), since);
    const day = this.lastDay(length, since);
    return this.endOf(this.isTerm || this.reads("roll", "every-step") ? this.rolled(day) : day);
  }

  /** The day on which a length of days, months or years ends, not rolled. */
  lastDay(length: Length, since: number): number {
    const [unit, count, day] = [this.meant(length.unit), length.quantity, dayAt(since)];
    const counts = (it: number) => this.working(it);
    if (unit === "same_day") return nth(1, this.openDay(since) - 1, counts);
    if (unit === "working_day" || unit === "calendar_day") {
      const from = length.first_day_counted ? this.openDay(since) - 1 : day;
      return unit === "working_day" ? nth(count, from, counts) : from + count;
    }
    const [moved, exists] = sameNumber(day, count * (unit === "year" ? 12 : 1));
    return exists && (length.first_day_counted || this.reads("month-rule", "law-2000")) ? moved - 1 : moved;
  }

  /** The day of the instant, or the next if that is over. */
  private openDay(since: number): number {
    const day = dayAt(since);
    return this.endOf(day) < since ? day + 1 : day;
  }

  /** The first of this day and those after it that is a working day. */
  rolled(day: number): number {
    return nth(1, day - 1, (it) => this.working(it));
  }

  /** Counted back from the end of a term: the close of that day, by the working days of the national calendar. */
  before(length: Length, end: number): number {
    const unit = this.meant(length.unit);
    let day = dayAt(end);
    if (unit === "minute" || unit === "hour") return this.hours.minutesBack(minutes(length), end);
    if (unit === "working_day") {
      for (let left = length.quantity; left > 0; ) {
        day--;
        if (this.hours.days.working(day)) left--;
      }
    } else if (unit === "calendar_day") {
      day -= length.quantity;
    } else if (unit === "month" || unit === "year") {
      day = sameNumber(day, -length.quantity * (unit === "year" ? 12 : 1))[0];
    }
    this.hours.days.known(day);
    return day * MINUTES + this.hours.close(day, false);
  }
}

export function minutes(length: Length): number {
  return length.quantity * (length.unit === "hour" ? 60 : 1);
}

/** The day of the same number so many months on, and whether there is one; else that month's last day. */
function sameNumber(from: number, months: number): readonly [day: number, exists: boolean] {
  const { year, month, day } = dateOf(from);
  const to = year * 12 + month + months;
  const [toYear, toMonth] = [Math.floor(to / 12), ((to % 12) + 12) % 12];
  for (let number = day; number > 0; number--) {
    const found = dayOf(toYear, toMonth, number);
    if (found !== undefined) return [found, number === day];
  }
  throw new Beyond("beyond the calendar");
}
