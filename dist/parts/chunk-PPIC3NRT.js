import {
  isSlip
} from "./chunk-L6IVFI52.js";

// src/check/known/names.ts
var KnownNames = class {
  month;
  /** Name → newest major version; null where that is not known. A scope ends in a slash. */
  #majors = /* @__PURE__ */ new Map();
  /** By the number of their letters and digits. */
  #spelt = null;
  constructor({ month, names }) {
    this.month = month;
    for (const line of names) {
      let before = "";
      for (const [, same = "A", rest = ""] of line.matchAll(/([A-Z])([^A-Z]*)/g)) {
        before = before.slice(0, same.charCodeAt(0) - 65) + rest;
        const [, name = before, major] = /^(.+)@(\d+)$/.exec(before) ?? [];
        this.#majors.set(name, major === void 0 ? null : Number(major));
      }
    }
  }
  /** Whether many use it, or packages of its scope. */
  has(name) {
    return this.#majors.has(name.toLowerCase()) || this.#majors.has(scopeOf(name).toLowerCase());
  }
  /** The newest major version that is known of. */
  newestMajor(name) {
    return this.#majors.get(name) ?? null;
  }
  /**
   * The widely used name that this one is most likely a slip of: other separators, the same words in another order, or
   * one slip of the finger. All are gone through, so it is not for many.
   */
  nearest(name) {
    const scope = scopeOf(name);
    if (scope === "")
      return this.#nearest(new Spelt(name.toLowerCase(), 0), MOST_APART, (other) => !other.endsWith("/"));
    const near = this.#nearest(
      new Spelt(scope.toLowerCase(), 0),
      AS_IT_STANDS,
      (other) => other.endsWith("/")
    );
    return near === null ? null : near + name.slice(scope.length);
  }
  #nearest(sought, most, may) {
    this.#spelt ??= Map.groupBy(
      [...this.#majors.keys()].map((name, order) => new Spelt(name, order)),
      ({ plain }) => plain.length
    );
    const { length } = sought.plain;
    let best = null;
    for (const near of [length, length - 1, length + 1]) {
      for (const candidate of this.#spelt.get(near) ?? []) {
        if (!may(candidate.name)) continue;
        const rank = rankOf(sought, candidate);
        if (rank === null || rank > most || best !== null && rank > best.rank) continue;
        if (best === null || rank < best.rank || candidate.order < best.known.order)
          best = { known: candidate, rank };
      }
    }
    return best?.known.name ?? null;
  }
};
var Spelt = class {
  name;
  /** Where it stands in the list. */
  order;
  /** Letters and digits alone. */
  plain;
  #words = null;
  constructor(name, order) {
    this.name = name;
    this.order = order;
    this.plain = name.replace(SEPARATORS, "");
  }
  /** In the order of the alphabet: asked for of hardly any. */
  get words() {
    this.#words ??= this.name.split(SEPARATORS).sort().join(" ");
    return this.#words;
  }
};
var SEPARATORS = /[^\p{L}\p{N}]+/gu;
var AS_IT_STANDS = 1;
var MOST_APART = 3;
function rankOf(sought, candidate) {
  if (sought.plain === candidate.plain) return 0;
  if (isSlip(sought.name, candidate.name)) return AS_IT_STANDS;
  if (isSlip(sought.plain, candidate.plain)) return 2;
  const isAsLong = sought.plain.length === candidate.plain.length;
  return isAsLong && sought.words === candidate.words ? MOST_APART : null;
}
function scopeOf(name) {
  return name.startsWith("@") ? name.slice(0, name.indexOf("/") + 1) : "";
}

export {
  KnownNames
};
