// src/check/near.ts
function nearest(name, candidates) {
  if (name.length > LONGEST) return null;
  const sought = formsOf(name);
  let best = null;
  for (const candidate of candidates) {
    if (isTooFar(name, candidate)) continue;
    const rank = rankOf(sought, formsOf(candidate));
    if (rank !== null && (best === null || rank < best.rank)) best = { candidate, rank };
    if (best?.rank === 0) break;
  }
  return best?.candidate ?? null;
}
var NearNames = class {
  #byForm = /* @__PURE__ */ new Map();
  #bySlip = /* @__PURE__ */ new Map();
  constructor(names) {
    let order = 0;
    for (const name of names) {
      if (name.length > LONGEST + MOST_APART) continue;
      const known = { name, order, forms: formsOf(name) };
      order += 1;
      for (const key of formKeys(known.forms)) put(this.#byForm, key, known);
      for (const key of slipKeys(known.forms.plain, 0)) put(this.#bySlip, key, known);
    }
  }
  /** @returns what `nearest` would find among the names, by the same measure; null when none is near. */
  nearest(name) {
    if (name.length > LONGEST) return null;
    const sought = formsOf(name);
    let best = null;
    for (const known of this.#alike(sought)) {
      const rank = isTooFar(name, known.name) ? null : rankOf(sought, known.forms);
      if (rank === null || best !== null && rank > best.rank) continue;
      if (best === null || rank < best.rank || known.order < best.known.order) best = { known, rank };
    }
    return best?.known.name ?? null;
  }
  *#alike(sought) {
    for (const key of formKeys(sought)) yield* this.#byForm.get(key) ?? [];
    for (const apart of [-1, 0, 1])
      for (const key of slipKeys(sought.plain, apart)) yield* this.#bySlip.get(key) ?? [];
  }
};
var MOST_ALIKE = 60;
function put(all, key, known) {
  const alike = all.get(key);
  if (alike === void 0) all.set(key, [known]);
  else if (alike.length < MOST_ALIKE) alike.push(known);
}
function formKeys({ plain, singular: singular2, sorted }) {
  return plain === "" ? [] : [.../* @__PURE__ */ new Set([`=${plain}`, `s${singular2}`, `w${sorted}`])];
}
function slipKeys(plain, apart) {
  if (plain.length < LONG_ENOUGH) return [];
  const length = plain.length + apart;
  return [`${length}^${plain.slice(0, 2)}`, `${length}$${plain.slice(-3)}`];
}
var LONGEST = 200;
var MOST_APART = 6;
function isTooFar(name, candidate) {
  return candidate === name || Math.abs(candidate.length - name.length) > MOST_APART;
}
var LONG_ENOUGH = 6;
function formsOf(name) {
  const words = wordsOf(name);
  const singles = words.map(singular);
  return {
    words,
    plain: words.join(""),
    singular: singles.join(""),
    sorted: singles.toSorted().join(" ")
  };
}
function wordsOf(name) {
  return name.replace(new RegExp("([\\p{Ll}\\d])(\\p{Lu})", "gu"), "$1 $2").replace(new RegExp("(\\p{Lu})(\\p{Lu}\\p{Ll})", "gu"), "$1 $2").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
function singular(word) {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.length > 2 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
function rankOf(sought, found) {
  if (sought.plain === "" || found.plain === "") return null;
  if (sought.plain === found.plain) return 0;
  if (sought.singular === found.singular) return 1;
  if (sought.words.length > 1 && sought.sorted === found.sorted) return 2;
  return isSlip(sought.plain, found.plain) && !isOtherWord(sought, found) ? 3 : null;
}
function isSlip(left, right) {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1 || short.length < LONG_ENOUGH) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const differing = `${short[at] ?? ""}${long[at] ?? ""}`;
  if (/\d/.test(differing)) return false;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === long.slice(at + 1) || isSwapped && short.slice(at + 2) === long.slice(at + 2);
}
function isOtherWord({ words }, found) {
  if (words.length !== found.words.length) return false;
  const at = words.findIndex((word, index) => word !== found.words[index]);
  return Math.min(words[at]?.length ?? 0, found.words[at]?.length ?? 0) < 4;
}

export {
  nearest,
  NearNames,
  isSlip
};
