/** The rules, loaded: where cases are opened. */

import type { Artifact } from "./artifact.js";
import { Case, type Event, type Filing } from "./case.js";
import { ChannelRules, at } from "./channel.js";
import { Days } from "./days.js";
import { Beyond, Refused } from "./errors.js";
import { dayAt, parseInstant } from "./instants.js";
import { MOST_BYTES, load } from "./load.js";

/** Compiled rules. They hold no date of any case and never change, so that many cases can share them. */
export class Rules {
  readonly #days: readonly Days[];
  readonly #channels = new Map<string, ChannelRules>();

  private constructor(readonly artifact: Artifact) {
    this.#days = artifact.calendars.map((it) => new Days(it));
  }

  /** From the bytes of `reglament compile`; throws a `LoadError`. */
  static load(bytes: Uint8Array, mostBytes: number = MOST_BYTES): Rules {
    return new Rules(load(bytes, mostBytes));
  }

  /** What is asked in a channel, with the values that each fact can have. */
  facts(regulation: string, channel: string, filed: string): ReadonlyMap<string, readonly string[]> {
    return this.#channel(regulation, channel, filed).facts;
  }

  /** A case of what is filed; throws {@link Refused}. */
  open(filing: Filing): Case {
    const channel = this.#channel(filing.regulation, filing.channel, filing.filed);
    if (channel.rules.entry === null) throw new Refused("no-procedure");
    const facts = channel.factsOf(filing.facts);
    return new Case(channel, filing, counted(channel, parseInstant(filing.filed)), facts);
  }

  /** A case from its `record`. */
  replay(record: { readonly case: Filing; readonly events: readonly Event[] }): Case {
    const opened = this.open(record.case);
    record.events.forEach((event) => opened.apply(event));
    return opened;
  }

  /** A channel of the version that takes what is filed then: of several, the last. */
  #channel(regulation: string, channel: string, filed: string): ChannelRules {
    const day = dayAt(parseInstant(filed));
    const versions = this.artifact.regulations.filter((it) => it.id === regulation);
    if (versions.length === 0) throw new Refused("unknown-regulation");
    const takes = versions.filter((it) => (it.from ?? -Infinity) <= day && day <= (it.until ?? Infinity));
    const version = takes.at(-1);
    if (version === undefined) throw new Refused("no-version");
    const rules = version.channels.find((it) => it.id === channel);
    if (rules === undefined) throw new Refused("unknown-channel");
    const key = `${this.artifact.regulations.indexOf(version)} ${channel}`;
    const known = this.#channels.get(key);
    const found = known ?? new ChannelRules(this.artifact, at(this.#days, version.calendar), version, rules);
    this.#channels.set(key, found);
    return found;
  }
}

function counted(channel: ChannelRules, filed: number): number {
  try {
    return channel.countsAsFiled(filed);
  } catch (error) {
    throw error instanceof Beyond ? new Refused("beyond-calendar") : error;
  }
}
