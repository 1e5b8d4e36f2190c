/** Runs files of vectors, whose rules lie in the first folder, and prints each that comes out otherwise: see backends/run. */

import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { type Event, type Filing, Refused, Rules } from "../src/index.js";

interface Vector {
  readonly name: string;
  readonly case: Filing;
  readonly events: readonly Event[];
  readonly expect: Record<string, unknown>;
}

/** Of an object every field that is given, of a list its length and each member; anything else must be equal. */
function differences(expected: unknown, found: unknown, place: string): string[] {
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length) {
    return expected.flatMap((one, at) => differences(one, found[at], `${place}[${at}]`));
  }
  if (isObject(expected) && isObject(found)) {
    return Object.entries(expected).flatMap(([name, one]) => differences(one, found[name], `${place}.${name}`));
  }
  return expected === found ? [] : [`${place}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function answer(rules: Rules, vector: Vector): Record<string, unknown> {
  const attempt = (act: () => void): string => {
    try {
      act();
      return "ok";
    } catch (error) {
      if (error instanceof Refused) return error.reason;
      throw error;
    }
  };
  let opened: ReturnType<Rules["open"]> | undefined;
  const refused = attempt(() => (opened = rules.open(vector.case)));
  if (opened === undefined) return { refused };
  const one = opened;
  const answers = vector.events.map((event) => attempt(() => one.apply(event)));
  return { answers, state: one.state() };
}

let [count, wrong] = [0, 0];
const loaded = new Map<string, Rules>();
const [folder = ".", ...paths] = process.argv.slice(2);
for (const path of paths) {
  const file = JSON.parse(readFileSync(path, "utf8")) as { rules: string; vectors: Vector[] };
  const source = resolve(folder, file.rules);
  const rules = loaded.get(source) ?? Rules.load(readFileSync(source));
  loaded.set(source, rules);
  for (const vector of file.vectors) {
    const taken = { answers: vector.events.map(() => "ok"), ...vector.expect };
    const found = differences("refused" in vector.expect ? vector.expect : taken, answer(rules, vector), "");
    found.forEach((line) => console.log(`${basename(path)}: ${vector.name}: ${line}`));
    count++;
    wrong += found.length > 0 ? 1 : 0;
  }
}
console.log(`typescript: ${count} vectors, ${wrong} differ`);
process.exitCode = wrong > 0 || count === 0 ? 1 : 0;
