/** From untrusted bytes to typed rules: size, depth, fields, hash and references are checked before anything is used. */

import { createHash } from "node:crypto";
import { type Artifact, artifact } from "./artifact.js";
import { object, text, whole } from "./decode.js";
import { LoadError } from "./errors.js";
import { check } from "./references.js";

export const FORMAT = "reglament-rules";
export const VERSION = 1;
export const REVISION = 1;
export const MOST_BYTES = 256 * 1024 * 1024;
const DEEPEST = 128;

/** Throws the {@link LoadError} that says what is wrong first. */
export function load(bytes: Uint8Array, mostBytes: number = MOST_BYTES): Artifact {
  if (bytes.length > mostBytes) {
    throw new LoadError("too-large", `${bytes.length} bytes are more than the ${mostBytes} that are read`);
  }
  const source = decoded(bytes);
  if (depth(source) > DEEPEST) throw new LoadError("malformed", `nested over ${DEEPEST} deep`);
  const tree = object(parsed(source), "rules");
  const context = { strict: true };
  const format = text(tree["format"], "format", context);
  if (format !== FORMAT) throw new LoadError("format", `the format is ${JSON.stringify(format)}, not ${FORMAT}`);
  const version = whole(tree["version"], "version", context);
  if (version !== VERSION) {
    throw new LoadError("version", `version ${version} of the format, and only ${VERSION} is known`);
  }
  const said = tree["hash"];
  if (typeof said !== "string" || hash(source, said) !== said) {
    throw new LoadError("hash", "the contents do not agree with the hash");
  }
  const strict = whole(tree["revision"], "revision", context) <= REVISION;
  if (strict && JSON.stringify(sorted(tree)) !== source) throw new LoadError("not-canonical", "not in canonical form");
  const rules = artifact(tree, "rules", { strict });
  check(rules);
  return rules;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new LoadError("malformed", "no UTF-8");
  }
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    throw new LoadError("malformed", String(error));
  }
}

/** How deep brackets are nested, without recursion, so that no depth can hurt the reader of JSON. */
function depth(source: string): number {
  let [open, deepest, inside] = [0, 0, false];
  for (let at = 0; at < source.length; at++) {
    const letter = source[at];
    if (inside) {
      if (letter === "\\") at++;
      else if (letter === '"') inside = false;
    } else if (letter === '"') {
      inside = true;
    } else if (letter === "[" || letter === "{") {
      deepest = Math.max(deepest, ++open);
    } else if (letter === "]" || letter === "}") {
      open--;
    }
  }
  return deepest;
}

/** Of the text as it stands, less the field of the hash. No text can hold the field: its quotes would be escaped. */
function hash(source: string, said: string): string {
  const field = `"hash":"${said}",`;
  const at = source.indexOf(field);
  const rest = at < 0 ? source : source.slice(0, at) + source.slice(at + field.length);
  return "sha256:" + createHash("sha256").update(rest, "utf8").digest("hex");
}

/** The same with the keys of every object in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
