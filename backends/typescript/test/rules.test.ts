/** What a product would do with the package, and what it must refuse to load. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { LoadError, type LoadProblem, Refused, Rules } from "../src/index.js";

const SOURCE = readFileSync(new URL("../../../../tests/vectors/corpus.json", import.meta.url), "utf8");
const PERMIT = { regulation: "mangystau.survey-permit", channel: "office", filed: "2018-03-05T10:00", facts: {} };

/** The text, with the hash of what it then holds. */
function resealed(text: string): string {
  const said = /"hash":"(sha256:[0-9a-f]{64})",/.exec(text);
  assert.ok(said);
  const sum = createHash("sha256").update(text.replace(said[0], ""), "utf8").digest("hex");
  return text.replace(said[1] ?? "", `sha256:${sum}`);
}

function refuses(text: string, problem: LoadProblem): void {
  const right = (error: unknown) => error instanceof LoadError && error.problem === problem;
  assert.throws(() => Rules.load(new TextEncoder().encode(text)), right, problem);
}

function reason(act: () => void): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refused) return error.reason;
    throw error;
  }
  return "ok";
}

describe("loading", () => {
  it("refuses what is no artifact", () => {
    for (const text of ["", "[]", "{}", "[".repeat(200_000), SOURCE.slice(0, -1)]) refuses(text, "malformed");
    refuses(resealed(SOURCE.replace('"texts":', '"sentences":')), "not-canonical");
    assert.throws(() => Rules.load(Uint8Array.of(0xff)), LoadError);
  });

  it("says the first thing that is wrong", () => {
    refuses(SOURCE.replace("reglament-rules", "shopping-list"), "format");
    refuses(SOURCE.replace('"version":1}', '"version":2}'), "version");
    refuses(SOURCE.replace('"quantity":15', '"quantity":16'), "hash");
    refuses(resealed(SOURCE.replace('"actors":', '"actors": ')), "not-canonical");
    refuses(resealed(SOURCE.replace('"calendar":0', '"calendar":9')), "reference");
    refuses(resealed(SOURCE.replace('"version":1}', '"version":1,"words":[]}')), "malformed");
    assert.throws(
      () => Rules.load(new TextEncoder().encode(SOURCE), 1000),
      (error: unknown) => error instanceof LoadError && error.problem === "too-large",
    );
  });

  it("takes a later revision with more fields", () => {
    const later = SOURCE.replace(/"revision":\d+/, '"revision":99').replace('"version":1}', '"version":1,"words":[]}');
    assert.equal(Rules.load(new TextEncoder().encode(resealed(later))).artifact.regulations.length, 10);
  });
});

describe("a case", () => {
  const rules = Rules.load(new TextEncoder().encode(SOURCE));

  it("goes from its filing to the second step", () => {
    const one = rules.open(PERMIT);
    assert.deepEqual(
      one.due().map((it) => [it.step, it.actor, it.due]),
      [["register", "clerk", "2018-03-05T10:15"]],
    );
    assert.deepEqual(one.late("2018-03-05T10:15"), []);
    assert.equal(one.late("2018-03-05T10:16").length, 1);
    assert.deepEqual(one.next().map((it) => it.step), ["assign"]);
    one.apply({ event: "done", step: "register", at: "2018-03-05T10:12" });
    assert.deepEqual(one.allowed()[0], { event: "done", of: "assign" });
  });

  it("names the clause and the days off of a date", () => {
    const one = rules.open({ ...PERMIT, filed: "2018-03-07T10:00" });
    one.apply({ event: "done", step: "register", at: "2018-03-07T10:12" });
    const [why] = one.why("assign");
    assert.equal(why?.until, "2018-03-12T18:30");
    assert.ok(why.limit.clauses.includes("8.2"));
    assert.deepEqual(why.skipped.map((it) => it.date), ["2018-03-08", "2018-03-09", "2018-03-10", "2018-03-11"]);
    assert.match(why.skipped[0]?.name?.get("en") ?? "", /Women/);
  });

  it("is not changed by what is refused", () => {
    const one = rules.open(PERMIT);
    const before = one.state();
    const at = "2018-03-05T11:00";
    assert.equal(reason(() => one.apply({ event: "done", step: "issue", at })), "not-under-way");
    assert.equal(reason(() => one.apply({ event: "arrived", step: "register", at })), "wrong-event");
    assert.equal(reason(() => one.apply({ event: "done", step: "register", at: "2018-03-04T11:00" })), "out-of-order");
    assert.deepEqual(one.state(), before);
  });

  it("is the same when it is replayed", () => {
    const one = rules.open(PERMIT);
    one.apply({ event: "done", step: "register", at: "2018-03-05T10:12" });
    const record = JSON.parse(JSON.stringify(one.record())) as ReturnType<typeof one.record>;
    assert.deepEqual(rules.replay(record).state(), one.state());
  });

  it("is refused where the rules know of no such filing", () => {
    assert.equal(reason(() => rules.open({ ...PERMIT, regulation: "nowhere.nothing" })), "unknown-regulation");
    assert.equal(reason(() => rules.open({ ...PERMIT, channel: "post" })), "unknown-channel");
    assert.equal(reason(() => rules.open({ ...PERMIT, filed: "2099-03-05T10:00" })), "beyond-calendar");
  });
});
