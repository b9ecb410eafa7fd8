import {
  UNCLOSED,
  after,
  bracketsBroken,
  quotedEnd
} from "./chunk-F42OEFST.js";
import "./chunk-MYNVXYM6.js";
import "./chunk-YHBDDNX5.js";

// src/check/text/php.ts
var PHP = {
  start: (text) => nextCode(text, 0),
  skip: (text, at) => {
    switch (text[at]) {
      case "?":
        return text[at + 1] === ">" ? nextCode(text, at + 2) : at;
      case "#":
        return text[at + 1] === "[" ? at : lineCommentEnd(text, at);
      case "/":
        if (text[at + 1] === "*") return after(text, "*/", at + 2);
        return text[at + 1] === "/" ? lineCommentEnd(text, at) : at;
      case "'":
        return quotedEnd(text, at, "'", true);
      case '"':
      case "`":
        return interpolatedEnd(text, at, text[at] ?? "", 0);
      case "<":
        return text.startsWith("<<<", at) ? heredocEnd(text, at) : at;
      case "_":
        return text.startsWith("__halt_compiler", at) ? text.length : at;
      default:
        return at;
    }
  }
};
function readPhp(_path, text) {
  const broken = bracketsBroken(text, PHP);
  return broken === null ? {} : { broken: [broken] };
}
function nextCode(text, from) {
  const found = text.indexOf("<?", from);
  if (found < 0) return text.length;
  return /^<\?(?:php\b|=)/i.test(text.slice(found, found + 6)) ? found + 2 : nextCodeLater(text, found + 2);
}
function nextCodeLater(text, from) {
  const opening = /<\?(?:php\b|=)/gi;
  opening.lastIndex = from;
  const found = opening.exec(text);
  return found === null ? text.length : found.index + 2;
}
function lineCommentEnd(text, at) {
  const end = text.indexOf("\n", at);
  const line = text.slice(at, end < 0 ? text.length : end);
  const close = line.indexOf("?>");
  return at + (close < 0 ? line.length : close);
}
function interpolatedEnd(text, at, quote, nesting) {
  if (nesting > 20) return text.length;
  for (let here = at + 1; here < text.length; here += 1) {
    const character = text[here];
    if (character === "\\") here += 1;
    else if (character === quote) return here + 1;
    else if (character === "{" && text[here + 1] === "$") {
      const end = braceEnd(text, here + 1, nesting);
      if (end === UNCLOSED) return UNCLOSED;
      here = end - 1;
    }
  }
  return UNCLOSED;
}
function braceEnd(text, from, nesting) {
  let depth = 0;
  for (let here = from; here < text.length; here += 1) {
    const character = text[here] ?? "";
    if (character === "{") depth += 1;
    else if (character === "}") {
      if (depth === 0) return here + 1;
      depth -= 1;
    } else if (character === '"' || character === "'") {
      const end = character === '"' ? interpolatedEnd(text, here, '"', nesting + 1) : quotedEnd(text, here, "'", true);
      if (end === UNCLOSED) return UNCLOSED;
      here = end - 1;
    }
  }
  return UNCLOSED;
}
function heredocEnd(text, at) {
  const opening = /<<<[ \t]*(["']?)([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)\1[ \t]*\r?\n/y;
  opening.lastIndex = at;
  const name = opening.exec(text)?.[2];
  if (name === void 0) return at;
  for (let line = opening.lastIndex; line < text.length; ) {
    const next = text.indexOf("\n", line);
    const end = next < 0 ? text.length : next;
    const words = text.slice(line, end).trimStart();
    if (words.startsWith(name) && !/[\w\u0080-\uffff]/.test(words[name.length] ?? "")) {
      return end - words.length + name.length;
    }
    line = end + 1;
  }
  return UNCLOSED;
}
export {
  readPhp
};
