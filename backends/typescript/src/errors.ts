/** What can go wrong: a file that is no artifact, a filing or an event that is refused, a day that no calendar knows. */

export type LoadProblem = "too-large" | "malformed" | "format" | "version" | "hash" | "not-canonical" | "reference";

/** The bytes are not rules that can be trusted; `problem` says what is wrong with them first. */
export class LoadError extends Error {
  override readonly name = "LoadError";

  constructor(
    readonly problem: LoadProblem,
    message: string,
  ) {
    super(message);
  }
}

/** A filing or an event that is not allowed; nothing has changed. `reason` is one of docs/artifact.md. */
export class Refused extends Error {
  override readonly name = "Refused";

  constructor(readonly reason: string) {
    super(reason);
  }
}

/** A day that the calendar does not know. Caught where dates are asked for, so that no caller meets it. */
export class Beyond extends Error {
  override readonly name = "Beyond";
}
