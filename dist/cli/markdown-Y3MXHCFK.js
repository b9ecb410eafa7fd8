import "./chunk-YHBDDNX5.js";

// src/check/text/markdown.ts
function readMarkdown(_path, text) {
  const links = [];
  const anchors = new Anchors();
  let before = "";
  for (const { line, text: words } of proseOf(text)) {
    readLinks(words, line, links);
    if (words.includes("<")) readHtml(words, line, links, anchors);
    const heading = /^ {0,3}#{1,6}[ \t]+(.*)$/.exec(words)?.[1];
    if (heading !== void 0) anchors.add(heading.replace(/[ \t]#+[ \t]*$/, ""));
    else if (/^ {0,3}(?:=+|-+)[ \t]*$/.test(words) && before !== "") anchors.add(before);
    before = words.trim();
  }
  return { markdown: { links, anchors: anchors.all } };
}
function* proseOf(text) {
  let fence = null;
  let isComment = false;
  for (const [index, whole] of text.split("\n").entries()) {
    const [, mark] = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})/.exec(whole) ?? [];
    if (fence !== null) {
      if (mark?.startsWith(fence) && whole.trim().replace(/^[> \t]+/, "") === mark) fence = null;
      continue;
    }
    if (mark !== void 0 && !(mark.startsWith("`") && whole.slice(whole.indexOf(mark) + mark.length).includes("`"))) {
      fence = mark;
      continue;
    }
    const [shown, goesOn] = withoutComments(whole, isComment);
    isComment = goesOn;
    if (/^(?: {4}|\t)/.test(shown) && !/^\s+(?:[-*+]|\d+[.)])\s/.test(shown)) continue;
    yield { line: index + 1, text: shown.slice(0, MAX_LINE) };
  }
}
var MAX_LINE = 2e4;
function withoutComments(line, isComment) {
  let shown = "";
  let at = 0;
  let within = isComment;
  while (at < line.length) {
    const next = line.indexOf(within ? "-->" : "<!--", at);
    if (next < 0) break;
    if (!within) shown += line.slice(at, next);
    at = next + (within ? 3 : 4);
    within = !within;
  }
  return [within ? shown : shown + line.slice(at), within];
}
function withoutCode(line) {
  if (!line.includes("`")) return line;
  const parts = line.split(/(`+)/);
  const waiting = /* @__PURE__ */ new Map();
  for (const [index, part] of parts.entries()) if (part.startsWith("`")) waiting.set(part, index);
  let shown = "";
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? "";
    const last = part.startsWith("`") ? waiting.get(part) ?? index : index;
    if (last <= index) {
      if (!part.startsWith("`")) shown += part;
      continue;
    }
    index += 1;
    while (index < last && parts[index] !== part) index += 1;
    shown += " ";
  }
  return shown;
}
function readLinks(line, number, links) {
  const [, defined] = /^ {0,3}\[(?!\^)[^\]]{1,200}\]:[ \t]*<?([^\s>]+)/.exec(line) ?? [];
  if (defined !== void 0) links.push({ url: defined, line: number });
  if (!line.includes("](")) return;
  const shown = withoutCode(line);
  for (let found = shown.indexOf("]("); found >= 0; found = shown.indexOf("](", found + 2)) {
    const url = targetAt(shown, found + 2);
    if (url !== null && shown[found - 1] !== "\\") links.push({ url, line: number });
  }
}
function targetAt(line, from) {
  const text = line.slice(from, from + 2e3).trimStart();
  if (text.startsWith("<")) return /^<([^<>]*)>/.exec(text)?.[1] ?? null;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (character === "(") depth += 1;
    if (character === ")" && depth === 0) return at === 0 ? null : text.slice(0, at);
    if (character === ")") depth -= 1;
    if (/\s/.test(character))
      return /^\s+(?:["'(]|\))/.test(text.slice(at, at + 100)) ? text.slice(0, at) : null;
  }
  return null;
}
function readHtml(line, number, links, anchors) {
  const shown = withoutCode(line);
  for (const match of shown.matchAll(/\s(src|href|id|name)=(?:"([^"]*)"|'([^']*)'|([\w-]{1,200}))/gi)) {
    const name = match[1]?.toLowerCase() ?? "";
    const value = match[2] ?? match[3] ?? match[4] ?? "";
    if (name === "id" || name === "name") anchors.addWhole(value.toLowerCase());
    else if (match[4] === void 0) links.push({ url: value, line: number });
  }
  for (const [, heading = ""] of shown.matchAll(/<h[1-6][^<>]{0,200}>([^<>]{1,200})<\/h/gi))
    anchors.add(heading);
}
var Anchors = class {
  all = /* @__PURE__ */ new Set();
  #taken = /* @__PURE__ */ new Map();
  add(heading) {
    const text = heading.slice(0, 500).replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, "$1");
    const words = text.replace(/<[a-z!/][^>]*>/gi, "");
    const ways = [
      words,
      text,
      text.replace(/<[^>]*>/g, ""),
      words.replaceAll("_", ""),
      words.replace(/:[\w+-]+:/g, ""),
      words.replace(/\{#.*$/, "")
    ];
    const given = /\{#([\w-]+)\}/.exec(words)?.[1];
    if (given !== void 0) this.addWhole(given);
    for (const anchor of new Set(ways.map(slug))) {
      const count = this.#taken.get(anchor) ?? 0;
      this.#taken.set(anchor, count + 1);
      this.all.add(count === 0 ? anchor : `${anchor}-${count}`);
    }
  }
  addWhole(anchor) {
    this.all.add(anchor);
  }
};
function slug(words) {
  return words.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "").replaceAll(" ", "-");
}
export {
  readMarkdown
};
