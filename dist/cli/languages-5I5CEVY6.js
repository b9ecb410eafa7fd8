import {
  UNCLOSED,
  after,
  bracketsBroken,
  commentEnd,
  quotedEnd
} from "./chunk-F42OEFST.js";
import "./chunk-MYNVXYM6.js";
import "./chunk-YHBDDNX5.js";

// src/check/text/languages.ts
var GO = {
  skip: (text, at) => {
    const character = text[at] ?? "";
    if (character === "/") return commentEnd(text, at);
    if (character === "`") return after(text, "`", at + 1);
    return character === '"' || character === "'" ? quotedEnd(text, at, character, false) : at;
  }
};
var JAVA = {
  ends: new Set(";}"),
  skip: (text, at) => {
    const character = text[at] ?? "";
    if (character === "/") return commentEnd(text, at);
    if (text.startsWith('"""', at)) return blockEnd(text, at + 3);
    return character === '"' || character === "'" ? quotedEnd(text, at, character, false) : at;
  }
};
function blockEnd(text, from) {
  for (let here = from; here < text.length; here += 1) {
    if (text[here] === "\\") here += 1;
    else if (text.startsWith('"""', here)) return here + 3;
  }
  return UNCLOSED;
}
var RUST = {
  skip: (text, at) => {
    const character = text[at] ?? "";
    if (text.startsWith("/*", at)) return nestedCommentEnd(text, at);
    if (character === "/") return commentEnd(text, at);
    if (character === '"') return quotedEnd(text, at, '"', true);
    if (character === "'") return characterEnd(text, at);
    if (character !== "r" || /\w/.test(text[at - 1] ?? "") !== /^[bc]$/.test(prefixBefore(text, at)))
      return at;
    return rawEnd(text, at);
  }
};
function prefixBefore(text, at) {
  return /\w/.test(text[at - 2] ?? "") ? "" : (text[at - 1] ?? "").replace(/\W/, "");
}
function rawEnd(text, at) {
  let hashes = 0;
  while (text[at + 1 + hashes] === "#" && hashes < 256) hashes += 1;
  if (text[at + 1 + hashes] !== '"') return at;
  return after(text, `"${"#".repeat(hashes)}`, at + 2 + hashes);
}
function characterEnd(text, at) {
  if (text[at + 1] === "\\") {
    const end = text.indexOf("'", at + 3);
    return end < 0 || end - at > 12 ? at + 1 : end + 1;
  }
  const length = (text.codePointAt(at + 1) ?? 0) > 65535 ? 2 : 1;
  return text[at + 1 + length] === "'" ? at + 2 + length : at + 1;
}
function nestedCommentEnd(text, at) {
  let depth = 0;
  for (let here = at; here < text.length; here += 1) {
    if (text[here] === "/" && text[here + 1] === "*") {
      depth += 1;
      here += 1;
    } else if (text[here] === "*" && text[here + 1] === "/") {
      depth -= 1;
      here += 1;
      if (depth === 0) return here + 1;
    }
  }
  return UNCLOSED;
}
function readGo(_path, text) {
  return readWith(text, GO);
}
function readJava(_path, text) {
  return readWith(text, JAVA);
}
function readRust(_path, text) {
  return readWith(text, RUST);
}
function readWith(text, syntax) {
  const broken = bracketsBroken(text, syntax);
  return broken === null ? {} : { broken: [broken] };
}
export {
  readGo,
  readJava,
  readRust
};
