import {
  Lines
} from "./chunk-MYNVXYM6.js";

// src/check/text/brackets.ts
var UNCLOSED = -1;
var PAIRS = /* @__PURE__ */ new Map([
  [")", "("],
  ["]", "["],
  ["}", "{"]
]);
function bracketsBroken(text, { skip, start }) {
  const open = [];
  const lines = new Lines(text);
  let at = start?.(text) ?? 0;
  while (at < text.length) {
    const after2 = skip(text, at);
    if (after2 === UNCLOSED) {
      const message = `it ends inside a comment or a text in quotes that begins at line ${lines.at(at)}`;
      return { line: lines.at(Math.max(0, text.trimEnd().length - 1)), message };
    }
    if (after2 > at) {
      at = after2;
      continue;
    }
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
  if (opened === void 0) return null;
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
    else if (character === "\n" && !mayBreak) return UNCLOSED;
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
