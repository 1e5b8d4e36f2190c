/** Conditions over facts, of which some may not be known. */

import type { Condition } from "./artifact.js";

export type Facts = ReadonlyMap<number, number>;

/** Whether it holds; `undefined`: that hangs on facts that are not known. */
export function holds(condition: Condition, facts: Facts): boolean | undefined {
  switch (condition.kind) {
    case "always":
      return true;
    case "is": {
      const known = facts.get(condition.fact);
      return known === undefined ? undefined : known === condition.value;
    }
    case "not": {
      const inner = holds(condition.inner, facts);
      return inner === undefined ? undefined : !inner;
    }
    default: {
      const decisive = condition.kind === "any";
      const each = condition.parts.map((part) => holds(part, facts));
      if (each.includes(decisive)) return decisive;
      return each.includes(undefined) ? undefined : !decisive;
    }
  }
}

/** The facts that it asks for. */
export function asked(condition: Condition): number[] {
  if (condition.kind === "is") return [condition.fact];
  if (condition.kind === "not") return asked(condition.inner);
  return condition.kind === "always" ? [] : condition.parts.flatMap(asked);
}
