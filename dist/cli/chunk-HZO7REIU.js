// src/terminal/printable.ts
var UNPRINTABLE = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
function printable(text) {
  return text.replace(UNPRINTABLE, visible);
}
function printableLine(text) {
  return printable(text).replace(/[\t\n]+/g, " ").trim();
}
function printableJson(value) {
  return JSON.stringify(value, null, 2).replace(
    UNPRINTABLE,
    (character) => [...Array(character.length).keys()].map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`).join("")
  );
}
function visible(character) {
  const code = character.codePointAt(0) ?? 0;
  if (character === "\r") return "";
  if (code < 32) return String.fromCodePoint(9216 + code);
  if (code === 127) return "\u2421";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}
var WIDE = new RegExp("[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6\\u{20000}-\\u{3fffd}]|\\p{Emoji_Presentation}", "u");
var ZERO_WIDTH = /[\p{Mn}\p{Me}\u200c\u200d]/u;
function cutToWidth(text, columns) {
  let used = 0;
  let fits = "";
  for (const character of text) {
    used += columnsOfOne(character);
    if (used > columns) return `${fits}\u2026`;
    if (used < columns) fits += character;
  }
  return text;
}
function columnsOf(text) {
  let columns = 0;
  for (const character of text) columns += columnsOfOne(character);
  return columns;
}
function wrapLine(line, columns) {
  if (columnsOf(line) <= columns) return [line];
  const start = /^\s*(?:(?:[-*+]|\d+[.)])\s+)?/.exec(line)?.[0] ?? "";
  const indent = " ".repeat(columnsOf(start) * 2 > columns ? 0 : columnsOf(start));
  const rows = [];
  let row = start;
  for (const [, gap = "", word = ""] of line.slice(start.length).matchAll(/( *)([^ ]+)/g)) {
    const isFirst = row === start || row === indent;
    if (isFirst || columnsOf(row + gap + word) <= columns) {
      row += (isFirst ? "" : gap) + word;
    } else {
      rows.push(row);
      row = indent + word;
    }
  }
  return [...rows, row];
}
function columnsOfOne(character) {
  if (character === "	") return 8;
  if (ZERO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

export {
  printable,
  printableLine,
  printableJson,
  cutToWidth,
  columnsOf,
  wrapLine
};
