import {
  isSlip
} from "./chunk-L6IVFI52.js";

// src/check/known/names.ts
var KnownNames = class {
  month;
  /** Name → newest major version; null where that is not known. A scope ends in a slash. */
  #majors = /* @__PURE__ */ new Map();
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
      return this.#nearest(spelt(name.toLowerCase()), MOST_APART, (other) => !other.endsWith("/"));
    const near = this.#nearest(spelt(scope.toLowerCase()), AS_IT_STANDS, (other) => other.endsWith("/"));
    return near === null ? null : near + name.slice(scope.length);
  }
  #nearest(sought, most, may) {
    this.#spelt ??= [...this.#majors.keys()].map(spelt);
    let best = null;
    for (const candidate of this.#spelt) {
      if (Math.abs(candidate.plain.length - sought.plain.length) > 1 || !may(candidate.name)) continue;
      const rank = rankOf(sought, candidate);
      if (rank !== null && rank <= most && rank < (best?.rank ?? Number.POSITIVE_INFINITY))
        best = { name: candidate.name, rank };
    }
    return best?.name ?? null;
  }
};
function spelt(name) {
  const words = name.split(SEPARATORS);
  return { name, plain: words.join(""), words: words.sort().join(" ") };
}
var SEPARATORS = /[^\p{L}\p{N}]+/gu;
var AS_IT_STANDS = 1;
var MOST_APART = 3;
function rankOf(sought, candidate) {
  if (sought.plain === candidate.plain) return 0;
  if (isSlip(sought.name, candidate.name)) return AS_IT_STANDS;
  if (isSlip(sought.plain, candidate.plain)) return 2;
  return sought.words === candidate.words ? MOST_APART : null;
}
function scopeOf(name) {
  return name.startsWith("@") ? name.slice(0, name.indexOf("/") + 1) : "";
}

export {
  KnownNames
};
