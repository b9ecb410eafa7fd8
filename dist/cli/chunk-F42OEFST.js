import {
  Lines
} from "./chunk-MYNVXYM6.js";

// src/check/text/brackets.ts
var UNCLOSED = -1;
var CUT_OFF = -2;
var PAIRS = /* @__PURE__ */ new Map([
  [")", "("],
  ["]", "["],
  ["}", "{"]
]);
var BLANK = new Set(" 	\n\r\f\uFEFF");
function bracketsBroken(text, { skip, start, ends }) {
  const open = [];
  const lines = new Lines(text);
  let at = start?.(text) ?? 0;
  let last = -1;
  while (at < text.length) {
    const after2 = skip(text, at);
    if (after2 === UNCLOSED) {
      const message = `it ends inside a comment or a text in quotes that begins at line ${lines.at(at)}`;
      return { line: lines.at(Math.max(0, text.trimEnd().length - 1)), message };
    }
    if (after2 === CUT_OFF) return { line: lines.at(at), message: "a text in quotes is never closed" };
    if (after2 > at) {
      if (text[at] !== "/") last = at;
      at = after2;
      continue;
    }
    if (!BLANK.has(text[at] ?? "")) last = at;
    const bracket = text[at] ?? "";
    if (bracket === "(" || bracket === "[" || bracket === "{") open.push({ bracket, at });
    const pair = PAIRS.get(bracket);
    if (pair !== void 0) {
      const opened2 = open.pop();
      if (opened2?.bracket !== pair) return mismatch(bracket, lines.at(at), opened2, lines);
    }
    at += 1;
  }
  const opened = open.at(-1);
  const isCut = ends !== void 0 && last >= 0 && !ends.has(text[last] ?? "");
  if (opened === void 0)
    return isCut ? { line: lines.at(last), message: "it ends where something has to follow" } : null;
  const line = lines.at(Math.max(0, text.trimEnd().length - 1));
  return { line, message: `it ends before \`${opened.bracket}\` of line ${lines.at(opened.at)} is closed` };
}
function mismatch(bracket, line, opened, lines) {
  if (opened === void 0) return { line, message: `\`${bracket}\` closes nothing` };
  const message = `\`${bracket}\` stands where \`${opened.bracket}\` of line ${lines.at(opened.at)} is to be closed`;
  return { line, message };
}
function quotedEnd(text, at, quote, mayBreak) {
  for (let here = at + 1; here < text.length; here += 1) {
    const character = text[here];
    if (character === "\\") here += 1;
    else if (character === quote) return here + 1;
    else if (character === "\n" && !mayBreak) return CUT_OFF;
  }
  return UNCLOSED;
}
function after(text, end, from) {
  const found = text.indexOf(end, from);
  return found < 0 ? UNCLOSED : found + end.length;
}
function commentEnd(text, at) {
  if (text[at] !== "/") return at;
  if (text[at + 1] === "*") return after(text, "*/", at + 2);
  if (text[at + 1] !== "/") return at;
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

export {
  UNCLOSED,
  bracketsBroken,
  quotedEnd,
  after,
  commentEnd
};
