/** Civil minutes and days as numbers: a day counts from 1970-01-01, an instant is its day's 1440 minutes and the minute. */

export const MINUTES = 1440;
export const LAST = MINUTES - 1;
const DAY = 86_400_000;

export interface YearMonthDay {
  readonly year: number;
  /** 0 is January. */
  readonly month: number;
  readonly day: number;
}

/** The number of a day of the years from 1 to 9999, or `undefined` where there is no such day. */
export function dayOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  const right = date.getUTCFullYear() === year && date.getUTCMonth() === month && date.getUTCDate() === day;
  return right && year >= 1 && year <= 9999 ? Math.floor(date.getTime() / DAY) : undefined;
}

export function dateOf(day: number): YearMonthDay {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

export function parseDay(text: string): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found ? dayOf(Number(found[1]), Number(found[2]) - 1, Number(found[3])) : undefined;
}

/** Throws for anything but an instant like `2018-11-28T17:30`. */
export function parseInstant(text: string): number {
  const found = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  const day = found ? parseDay(found[1] ?? "") : undefined;
  if (!found || day === undefined) {
    throw new RangeError(`no instant like 2018-11-28T17:30: ${JSON.stringify(text)}`);
  }
  return day * MINUTES + Number(found[2]) * 60 + Number(found[3]);
}

export function showDay(day: number): string {
  const { year, month, day: number } = dateOf(day);
  return `${pad(year, 4)}-${pad(month + 1, 2)}-${pad(number, 2)}`;
}

export function showInstant(at: number): string {
  const minute = minuteOf(at);
  return `${showDay(dayAt(at))}T${pad(Math.floor(minute / 60), 2)}:${pad(minute % 60, 2)}`;
}

export function dayAt(at: number): number {
  return Math.floor(at / MINUTES);
}

export function minuteOf(at: number): number {
  return at - dayAt(at) * MINUTES;
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, "0");
}
