/**
 * Compiled rules of Kazakh public services: for any case, who must act, by when, and on what ground.
 *
 * ```ts
 * const rules = Rules.load(readFileSync("rules.json"));
 * const one = rules.open({ regulation: "mangystau.survey-permit", channel: "office", filed: "2018-03-05T10:00", facts: {} });
 * one.active(); // who must act, with the due dates
 * one.apply({ event: "done", step: "register", at: "2018-03-05T10:12" });
 * ```
 */

export type { Artifact, Condition, Length, Limit } from "./artifact.js";
export {
  type Active,
  type Allowed,
  Case,
  type Event,
  type Filing,
  type Next,
  type Past,
  type Reason,
  type State,
} from "./case.js";
export { LoadError, type LoadProblem, Refused } from "./errors.js";
export { Rules } from "./rules.js";
