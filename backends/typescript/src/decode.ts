/** Small readers of JSON, put together to larger ones: each takes a value and where it stands, and gives it typed. */

import { LoadError } from "./errors.js";
import { parseDay } from "./instants.js";

export interface Context {
  /** Fields that are not known are a mistake. */
  readonly strict: boolean;
}

export type Reader<T> = (value: unknown, place: string, context: Context) => T;
export type Read<R> = R extends Reader<infer T> ? T : never;

export function malformed(place: string, problem: string): LoadError {
  return new LoadError("malformed", `${place}: ${problem}`);
}

export const text: Reader<string> = (value, place) => {
  if (typeof value !== "string") throw malformed(place, "no text");
  return value;
};

export const yesNo: Reader<boolean> = (value, place) => {
  if (typeof value !== "boolean") throw malformed(place, "neither true nor false");
  return value;
};

export const whole: Reader<number> = (value, place) => {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value >= 2 ** 32) {
    throw malformed(place, "no whole number");
  }
  return value;
};

/** A date, as the number of its day. */
export const day: Reader<number> = (value, place) => {
  const read = typeof value === "string" ? parseDay(value) : undefined;
  if (read === undefined) throw malformed(place, "no date like 2018-11-28");
  return read;
};

export function maybe<T>(inner: Reader<T>): Reader<T | null> {
  return (value, place, context) => (value === null ? null : inner(value, place, context));
}

export function list<T>(inner: Reader<T>): Reader<readonly T[]> {
  return (value, place, context) => {
    if (!Array.isArray(value)) throw malformed(place, "no list");
    return value.map((item, at) => inner(item, `${place}[${at}]`, context));
  };
}

export function oneOf<const W extends string>(...words: readonly W[]): Reader<W> {
  return (value, place) => {
    const found = words.find((word) => word === value);
    if (found === undefined) throw malformed(place, `${JSON.stringify(value)} is not known`);
    return found;
  };
}

/** Texts by name. */
export const words: Reader<ReadonlyMap<string, string>> = (value, place, context) =>
  new Map(Object.entries(object(value, place)).map(([name, it]) => [name, text(it, `${place}.${name}`, context)]));

type Fields = Record<string, Reader<unknown>>;

export function struct<F extends Fields>(fields: F): Reader<{ readonly [K in keyof F]: Read<F[K]> }> {
  return (value, place, context) => {
    const from = object(value, place);
    const read: Record<string, unknown> = {};
    for (const [name, reader] of Object.entries(fields)) {
      if (!Object.hasOwn(from, name)) throw malformed(place, `the field ${name} is missing`);
      read[name] = reader(from[name], `${place}.${name}`, context);
    }
    const unknown = context.strict ? Object.keys(from).find((name) => !Object.hasOwn(fields, name)) : undefined;
    if (unknown !== undefined) throw malformed(place, `the field ${unknown} is not known`);
    return read as { readonly [K in keyof F]: Read<F[K]> };
  };
}

export function object(value: unknown, place: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformed(place, "no object");
  return value as Record<string, unknown>;
}
