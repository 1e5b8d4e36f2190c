/** Which day is worked, and in which minutes: the calendar, and the hours of one schedule on it. */

import type { Calendar, CalendarDay, Opening, Schedule } from "./artifact.js";
import { Beyond } from "./errors.js";
import { LAST, MINUTES, dateOf, dayAt, dayOf, minuteOf, weekday } from "./instants.js";

/** From a minute of the day up to another. */
export type Stretch = readonly [from: number, until: number];

/** The days of one calendar. */
export class Days {
  readonly #first: number;
  readonly #last: number;
  readonly #weekend: ReadonlySet<number>;
  readonly #listed: ReadonlyMap<number, CalendarDay>;
  readonly #projected: ReadonlySet<number>;

  constructor(calendar: Calendar) {
    const years = calendar.years.map((it) => it.year);
    this.#first = dayOf(Math.min(...years), 0, 1) ?? 0;
    this.#last = dayOf(Math.max(...years), 11, 31) ?? 0;
    this.#weekend = new Set(calendar.weekend);
    this.#listed = new Map(calendar.years.flatMap((year) => year.days.map((day) => [day.date, day] as const)));
    this.#projected = new Set(calendar.years.filter((it) => it.projected).map((it) => it.year));
  }

  known(day: number): number {
    if (day < this.#first || day > this.#last) throw new Beyond("beyond the calendar");
    return day;
  }

  /** What the calendar says of the day, if it differs from the plain week. */
  listed(day: number): CalendarDay | undefined {
    return this.#listed.get(this.known(day));
  }

  /** Whether it is a working day of the national calendar. */
  working(day: number): boolean {
    return this.listed(day)?.working ?? !this.#weekend.has(weekday(day));
  }

  projected(day: number): boolean {
    return this.#projected.has(dateOf(day).year);
  }
}

/** The hours of one schedule; a moved day off binds who works at weekends, or it does not. */
export class Hours {
  readonly #work = new Map<number, readonly Stretch[]>();

  constructor(
    readonly days: Days,
    private readonly schedule: Schedule,
    private readonly movedDays: boolean,
  ) {}

  work(day: number): readonly Stretch[] {
    const known = this.#work.get(day) ?? this.stretches(this.schedule.work, day);
    this.#work.set(day, known);
    return known;
  }

  acceptance(day: number): readonly Stretch[] {
    return this.stretches(this.schedule.acceptance, day);
  }

  /** The last minute of the day's hours; of a day without any, the usual close. */
  close(day: number, reception: boolean): number {
    const own = (reception ? this.acceptance(day) : this.work(day)).at(-1);
    if (own !== undefined) return Math.min(own[1], LAST);
    const openings = reception ? this.schedule.acceptance : this.schedule.work;
    for (const numbers of [
      [1, 2, 3, 4, 5],
      [6, 7],
    ]) {
      const ends = numbers.flatMap((number) => joined(openings, day, number).map((it) => it[1]));
      if (ends.length > 0) return Math.min(Math.max(...ends), LAST);
    }
    return LAST;
  }

  private stretches(openings: readonly Opening[], day: number): readonly Stretch[] {
    const plays = this.plays(day);
    return plays === undefined ? [] : joined(openings, day, plays);
  }

  private opensOn(day: number, number: number): boolean {
    return this.schedule.work.some((it) => holdsOn(it, day) && it.days.includes(number));
  }

  /** The day of the week whose hours hold; `undefined`: none do. */
  private plays(day: number): number | undefined {
    const listed = this.days.listed(day);
    const own = weekday(day);
    if (listed === undefined || listed.kind === "working" || listed.kind === "weekend") return own;
    if (listed.kind === "holiday") return undefined;
    const atWeekends = this.opensOn(day, 6) || this.opensOn(day, 7);
    const bound = !atWeekends || this.movedDays;
    const other = listed.other === null ? undefined : weekday(listed.other);
    if (listed.kind === "substituted") {
      return !bound && other !== undefined && this.opensOn(day, other) ? own : undefined;
    }
    if (!bound) return own;
    if (!listed.working || (atWeekends && !this.opensOn(day, own))) return undefined;
    return other ?? own;
  }

  /** The earliest instant by which so many minutes of work have passed. */
  minutesOn(count: number, since: number): number {
    let left = count;
    if (left === 0) return since;
    for (let day = dayAt(since), minute = minuteOf(since); ; day++, minute = 0) {
      for (const [from, until] of this.work(day)) {
        const start = Math.max(from, minute);
        if (until > start && left <= until - start) return day * MINUTES + Math.min(start + left, LAST);
        left -= Math.max(until - start, 0);
      }
    }
  }

  /** The latest instant from which so much work is left. */
  minutesBack(count: number, before: number): number {
    let left = count;
    if (left === 0) return before;
    for (let day = dayAt(before), minute = minuteOf(before); ; day--, minute = MINUTES) {
      for (const [from, until] of [...this.work(day)].reverse()) {
        const end = Math.min(until, minute);
        if (end > from && left <= end - from) return day * MINUTES + end - left;
        left -= Math.max(end - from, 0);
      }
    }
  }

  /** How many minutes of work lie between two instants. */
  minutesBetween(since: number, until: number): number {
    let total = 0;
    for (let day = dayAt(since); day <= dayAt(until); day++) {
      for (const [from, end] of this.work(day)) {
        total += Math.max(0, Math.min(day * MINUTES + end, until) - Math.max(day * MINUTES + from, since));
      }
    }
    return total;
  }

  /** The first minute at or after `at` in which a filing counts. */
  countsAsFiled(roundTheClock: boolean, at: number): number {
    for (let day = dayAt(at), minute = minuteOf(at); ; day++, minute = 0) {
      const own = roundTheClock ? whole(this.work(day)) : this.acceptance(day);
      for (const [from, close] of own) {
        if (minute <= Math.min(close, LAST)) return day * MINUTES + Math.max(from, minute);
      }
    }
  }
}

/** From the first minute to the last, breaks inside. */
function whole(stretches: readonly Stretch[]): readonly Stretch[] {
  const [first, last] = [stretches.at(0), stretches.at(-1)];
  return first === undefined || last === undefined ? [] : [[first[0], last[1]]];
}

function holdsOn(opening: Opening, day: number): boolean {
  return (opening.since === null || opening.since <= day) && (opening.last === null || day <= opening.last);
}

/** The stretches of those openings that hold on the day and have the day of the week, joined where they touch. */
function joined(openings: readonly Opening[], day: number, number: number): readonly Stretch[] {
  const own = openings.filter((it) => holdsOn(it, day) && it.days.includes(number));
  const parts = own.flatMap(lessBreaks).sort(([one, end], [other, otherEnd]) => one - other || end - otherEnd);
  const stretches: Stretch[] = [];
  for (const part of parts) {
    const before = stretches.at(-1);
    if (before !== undefined && part[0] <= before[1]) {
      stretches[stretches.length - 1] = [before[0], Math.max(before[1], part[1])];
    } else {
      stretches.push(part);
    }
  }
  return stretches;
}

function lessBreaks(opening: Opening): Stretch[] {
  const parts: Stretch[] = [];
  let start = opening.from;
  const breaks = opening.breaks.map(([from, until]) => [from ?? 0, until ?? 0] as const);
  for (const [pause, resumes] of breaks.sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const until = Math.min(pause, opening.until);
    if (start < until) parts.push([start, until]);
    start = Math.max(start, resumes);
  }
  if (start < opening.until) parts.push([start, opening.until]);
  return parts;
}

/** The day on which so many of those that count have come, `day` itself not among them. */
export function nth(count: number, day: number, counts: (day: number) => boolean): number {
  let at = day;
  for (let left = count; left > 0; ) {
    at++;
    if (counts(at)) left--;
  }
  return at;
}
