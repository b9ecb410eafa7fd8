import {
  estimateTokenCount
} from "./chunk-Z76BHJNA.js";
import {
  BudgetExceededError,
  EndlessReplyError,
  PriceUnknownError,
  UnusableContentError,
  editMessages,
  fileMessages,
  readPlan,
  splitPlan,
  streamWhole,
  unwrap,
  wholeFileMessages
} from "./chunk-Z5VX4YCY.js";
import {
  NO_USAGE,
  addUsage
} from "./chunk-MLPJ6ATO.js";
import {
  MalformedReplyError
} from "./chunk-KDWMUFRG.js";

// src/smol/sources.ts
var AT_ONCE = 10;
var MAX_USED_CHARACTERS = 6e4;
var MAX_USED_FILES = 40;
function readOnce(read) {
  const contents = /* @__PURE__ */ new Map();
  return (path) => {
    const known = contents.get(path);
    if (known !== void 0) return known;
    const content = read(path);
    contents.set(path, content);
    return content;
  };
}
async function readSources(paths, read, { maxFiles, maxCharacters, signal }) {
  const contents = /* @__PURE__ */ new Map();
  let total = 0;
  let files = 0;
  for (const some of inGroups(paths, AT_ONCE)) {
    signal.throwIfAborted();
    for (const [path, content] of await Promise.all(
      some.map(async (path2) => [path2, await read(path2)])
    )) {
      files += 1;
      total += content?.length ?? 0;
      if (files > maxFiles || total > maxCharacters) return contents;
      if (content !== null) contents.set(path, content);
    }
  }
  return contents;
}
function* inGroups(items, size) {
  let group = [];
  for (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
var MANIFEST = /(?:^|\/)(?:package\.json|[jt]sconfig(?:\.[^/]*)?\.json|pyproject\.toml|requirements[^/]*\.txt|setup\.(?:py|cfg)|\.gitignore|manifest\.json)$/;
var MAX_MANIFESTS = 30;
var MAX_MANIFEST_CHARACTERS = 5e5;
function readManifests(paths, read, signal) {
  const depth = (path) => path.split("/").length;
  const found = [...paths].filter((path) => MANIFEST.test(path) && !path.includes("node_modules/"));
  const nearest = found.sort((left, right) => depth(left) - depth(right)).slice(0, MAX_MANIFESTS);
  return readSources(nearest, read, {
    maxFiles: MAX_MANIFESTS,
    maxCharacters: MAX_MANIFEST_CHARACTERS,
    signal
  });
}
async function usedSources(paths, read, signal) {
  const first = [...paths].slice(0, MAX_USED_FILES);
  const bounds = { maxFiles: MAX_USED_FILES, maxCharacters: Number.POSITIVE_INFINITY, signal };
  const contents = await readSources(first, read, bounds);
  let room = MAX_USED_CHARACTERS;
  return [...contents].flatMap(([path, content]) => {
    if (content.length > room) return [];
    room -= content.length;
    return { path, content };
  });
}

// src/smol/plan-difference.ts
var SHORTEST_NAME = 2;
function comparePlans(before, after) {
  const old = new Map(before.files.map((file) => [file.path, file]));
  const paths = new Set(after.files.map(({ path }) => path));
  const files = after.files.map((file) => {
    const earlier = old.get(file.path);
    if (earlier === void 0) return { path: file.path, kind: "added" };
    return { path: file.path, kind: isSameLine(earlier, file) ? "same" : "changed" };
  });
  const removed = before.files.filter(({ path }) => !paths.has(path));
  return {
    files: [...files, ...removed.map(({ path }) => ({ path, kind: "removed" }))],
    contract: {
      removed: linesOnlyIn(before.text, after.text),
      added: linesOnlyIn(after.text, before.text),
      isAboutAll: [
        ...promisesOnlyIn(before.text, after.text),
        ...promisesOnlyIn(after.text, before.text)
      ].some((line) => !line.includes("`"))
    }
  };
}
function isSameLine(before, after) {
  const words = ({ description, uses }) => JSON.stringify([description.split(/\s+/), [...uses].sort()]);
  return words(before) === words(after);
}
function linesOnlyIn(plan, other) {
  const others = new Set(contractLines(other));
  return contractLines(plan).filter((line) => !others.has(line));
}
function contractLines(plan) {
  const { introduction, rest } = splitPlan(plan);
  const lines = `${introduction}
${rest}`.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "");
}
function promisesOnlyIn(plan, other) {
  const lines = (text) => splitPlan(text).rest.split("\n").map((line) => line.trim());
  const others = new Set(lines(other));
  return lines(plan).filter((line) => line !== "" && !/^(?:#|```|~~~)/.test(line) && !others.has(line));
}
function filesToMake(difference, before, after, contents) {
  const different = new Set(difference.files.filter(({ kind }) => kind !== "same").map(({ path }) => path));
  const usedBefore = new Map(before.files.map(({ path, uses }) => [path, uses]));
  const names = changedNames(difference.contract);
  const isConcerned = ({ path, uses }) => {
    const content = contents.get(path);
    if (content === void 0 || different.has(path) || difference.contract.isAboutAll) return true;
    const used = [...uses, ...usedBefore.get(path) ?? []];
    return used.some((other) => different.has(other)) || mentions(content, names);
  };
  return new Set(after.files.filter(isConcerned).map(({ path }) => path));
}
function changedNames({ removed, added }) {
  const [left, right] = [quotedNames(removed), quotedNames(added)];
  const onOneSide = [...left.all, ...right.all].filter((name) => left.all.has(name) !== right.all.has(name));
  return new Set(
    [...left.first, ...right.first, ...onOneSide].filter((name) => name.length >= SHORTEST_NAME)
  );
}
function quotedNames(lines) {
  const quotations = lines.flatMap((line) => line.match(/`[^`]+`/g) ?? []).map(namesIn);
  return {
    first: new Set(quotations.flatMap((names) => names.slice(0, 1))),
    all: new Set(quotations.flat())
  };
}
function namesIn(text) {
  return text.match(/[\p{L}\p{N}_$]+(?:-[\p{L}\p{N}_$]+)*/gu) ?? [];
}
function mentions(content, names) {
  if (names.size === 0) return false;
  return namesIn(content).some((name) => names.has(name) || name.split("-").some((part) => names.has(part)));
}

// src/smol/basis.ts
function briefOf({ prompt, instructions, existing }) {
  return { prompt, instructions, isExisting: (existing?.paths.size ?? 0) > 0 };
}
function isEdited({ path, action }, { previous }) {
  return action === "change" || previous?.files.has(path) === true;
}
async function readBasis(plan, request, rules, read, signal) {
  const kept = new Map([...takenOver(plan, request, rules), ...request.resume?.files ?? []]);
  const changed = plan.files.filter(({ action }) => action === "change");
  const bounds = { maxFiles: Number.POSITIVE_INFINITY, maxCharacters: Number.POSITIVE_INFINITY, signal };
  const present = await readSources(
    changed.map(({ path }) => path),
    read,
    bounds
  );
  return { kept, present, edited: new Map([...present, ...request.previous?.files ?? []]) };
}
function takenOver(plan, { previous }, rules) {
  if (previous === void 0) return /* @__PURE__ */ new Map();
  const before = readPlan(previous.madeBy ?? previous.plan, { ...rules, maxFiles: Number.POSITIVE_INFINITY });
  if ("unreadable" in before) return /* @__PURE__ */ new Map();
  const again = filesToMake(comparePlans(before, plan), before, plan, previous.files);
  const same = plan.files.filter(({ path }) => !again.has(path));
  return new Map(same.map(({ path }) => [path, previous.files.get(path) ?? ""]));
}
function sourcesOf({ path, uses }, { existing }, read, signal) {
  const there = uses.filter((other) => other !== path && existing?.paths.has(other) === true);
  return usedSources(there, read, signal);
}

// src/smol/content.ts
var MAX_FILE_BYTES = 1e6;
var MAY_BE_EMPTY = /* @__PURE__ */ new Set(["__init__.py", "py.typed", ".gitkeep", ".keep", ".nojekyll"]);
var KEEPS_CRLF = /\.(?:bat|cmd|ps1)$/i;
var BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/;
var TAG_CHARACTER = /[\u{e0000}-\u{e007f}]/u;
function checkContent(text, path, refuse = () => null) {
  const wellFormed = text.toWellFormed().replace(/^\ufeff/, "");
  const reason = unacceptable(wellFormed) ?? refuse(wellFormed);
  if (reason !== null) return { kind: "rejected", reason };
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (wellFormed.trim() === "") {
    if (MAY_BE_EMPTY.has(name)) return { kind: "ok", content: "" };
    return { kind: "rejected", reason: "the file came out empty" };
  }
  const content = endWithOneBreak(KEEPS_CRLF.test(name) ? wellFormed : wellFormed.replaceAll("\r\n", "\n"));
  if (Buffer.byteLength(content) > MAX_FILE_BYTES) {
    return { kind: "rejected", reason: "the file is larger than 1 MB" };
  }
  return { kind: "ok", content };
}
function checkChange(before, text, path, refuse = () => null) {
  if (before === "") return checkContent(text, path, refuse);
  const judge = (part) => unacceptable(part) ?? refuse(part);
  const reason = judge(text);
  const isOld = reason !== null && judge(before) !== null;
  const newReason = isOld ? judge(newLines(before, text)) : reason;
  if (newReason !== null) return { kind: "rejected", reason: newReason };
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (text.trim() === "" && !MAY_BE_EMPTY.has(name)) {
    return { kind: "rejected", reason: "the file came out empty" };
  }
  const size = Buffer.byteLength(text);
  if (size > MAX_FILE_BYTES && size > Buffer.byteLength(before)) {
    return { kind: "rejected", reason: "the file is larger than 1 MB" };
  }
  return { kind: "ok", content: text };
}
function newLines(before, text) {
  const old = new Set(before.split("\n"));
  return text.split("\n").filter((line) => !old.has(line)).join("\n");
}
function unacceptable(text) {
  if (text.includes("\0")) return "the file holds NUL characters, so it is not text";
  if (BIDI_CONTROL.test(text)) {
    return "the file holds characters that reverse the direction of text, which can hide what code does";
  }
  if (TAG_CHARACTER.test(text)) return "the file holds invisible tag characters, which can hide text";
  return null;
}
function endWithOneBreak(text) {
  let end = text.length;
  while (end > 0 && (text[end - 1] === "\n" || text[end - 1] === "\r")) end -= 1;
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  return text.slice(0, end) + lineBreak;
}

// src/smol/code.ts
var ATTEMPTS = 2;
var MAX_CHARACTERS = 1e6;
var DEFAULT_LINES = 120;
var TOKENS_PER_LINE = 12;
async function generateCode(request, model, options = {}) {
  let usage = NO_USAGE;
  for (let attempt = 1; ; attempt += 1) {
    const reply = await streamFile(request, model, options);
    usage = addUsage(usage, reply.usage);
    const checked = reply.endless ? { kind: "rejected", reason: "it has no end" } : checkContent(unwrap(reply.text, request.path), request.path, request.refuseContent);
    if (checked.kind === "ok") return { content: checked.content, usage };
    if (attempt === ATTEMPTS) {
      throw new UnusableContentError(`The model's \`${request.path}\` cannot be written: ${checked.reason}.`);
    }
    const error = new MalformedReplyError(`The reply is no usable file: ${checked.reason}.`);
    options.onRetry?.({ attempt, waitMs: 0, error });
  }
}
async function streamFile(request, model, options) {
  const asked = {
    ...options,
    messages: fileMessages(request, request.plan, request.path, request.uses),
    expectedOutputTokens: expectedTokens(request.lines)
  };
  return streamReply(asked, model);
}
async function streamReply(asked, model) {
  const request = { ...asked, purpose: "file", maxCharacters: MAX_CHARACTERS };
  try {
    return { ...await streamWhole(request, model), endless: false };
  } catch (error) {
    if (error instanceof EndlessReplyError) return { text: "", usage: NO_USAGE, endless: true };
    throw error;
  }
}
function expectedTokens(lines) {
  return (lines ?? DEFAULT_LINES) * TOKENS_PER_LINE;
}

// src/smol/edit-blocks.ts
var OPENER = /^(<{5,9})\s*SEARCH\s*$/i;
var DIVIDER = /^(={5,9})\s*$/;
var CLOSER = /^(>{5,9})\s*REPLACE\s*$/i;
var CONFLICT_START = /^<{7}(?:\s|$)/;
var CONFLICT_END = /^>{7}(?:\s|$)/;
var UNCHANGED = /^[*`"']*UNCHANGED[*`"']*[.!]?$/;
function readEdits(reply) {
  const lines = reply.split(/\r?\n/);
  const edits = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const opener = OPENER.exec(line)?.[1];
    if (opener === void 0) {
      if (!CLOSER.test(line)) continue;
      return malformed(`${nameOf(edits.length)} has a last line but no first one`);
    }
    const end = endOf(lines, at, opener.length);
    if (end === null) return malformed(`edit ${edits.length + 1} has no last line ">>>>>>> REPLACE"`);
    const divider = dividerOf(lines, at, end, opener.length);
    if (typeof divider === "string") return malformed(`edit ${edits.length + 1} has ${divider}`);
    edits.push({ search: lines.slice(at + 1, divider), replace: lines.slice(divider + 1, end) });
    at = end;
  }
  if (edits.length > 0) return { kind: "edits", edits };
  const words = lines.map((text) => text.trim()).filter((text) => text !== "" && !/^[`~]{3,}\w*$/.test(text));
  if (words.length === 0) return malformed("the reply is empty");
  const isUnchanged = UNCHANGED.test(words[0] ?? "") || UNCHANGED.test(words.at(-1) ?? "");
  return isUnchanged ? { kind: "unchanged" } : { kind: "whole", text: reply };
}
function hasEditMarks(text) {
  return /^(?:<{5,9}|>{5,9})(?:[ \t]|$)|^@@ .{1,80} @@|^\*\*\* (?:Begin|Update) /m.test(text);
}
function malformed(reason) {
  return { kind: "malformed", reason };
}
function nameOf(before) {
  return before === 0 ? "the first edit" : `the edit after edit ${before}`;
}
function endOf(lines, start, length) {
  let other = null;
  for (let at = start + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const opener = OPENER.exec(line)?.[1];
    if (opener !== void 0 && (opener.length === length || other !== null)) break;
    const closer = CLOSER.exec(line)?.[1];
    if (closer?.length === length) return at;
    if (closer !== void 0) other ??= at;
  }
  return other;
}
function dividerOf(lines, start, end, length) {
  const all = dividersOf(lines, start, end);
  const sameLength = all.filter((divider2) => divider2.length === length);
  const candidates = sameLength.length > 0 ? sameLength : all;
  const outside = candidates.filter(({ isInConflict }) => !isInConflict);
  const [divider, second] = outside.length > 0 ? outside : candidates;
  if (divider === void 0) return 'no line "=======" in it';
  return second === void 0 ? divider.at : 'more than one line "=======" in it';
}
function dividersOf(lines, start, end) {
  const dividers = [];
  let isInConflict = false;
  for (let at = start + 1; at < end; at += 1) {
    const line = lines[at] ?? "";
    if (CONFLICT_START.test(line)) isInConflict = true;
    else if (CONFLICT_END.test(line)) isInConflict = false;
    const length = DIVIDER.exec(line)?.[1]?.length;
    if (length !== void 0) dividers.push({ at, length, isInConflict });
  }
  return dividers;
}

// src/smol/lines.ts
function splitLines(text) {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const rest = text.slice(mark.length);
  const pieces = rest.split(rest.includes("\n") ? /(\r?\n)/ : /(\r)/);
  const texts = pieces.filter((_, index) => index % 2 === 0);
  const ends = pieces.filter((_, index) => index % 2 === 1);
  if (texts.at(-1) === "") return { mark, texts: texts.slice(0, -1), ends };
  return { mark, texts, ends: [...ends, ""] };
}
function joinLines({ mark, texts, ends }) {
  return mark + texts.map((text, index) => text + (ends[index] ?? "")).join("");
}
function commonEnd({ ends }) {
  const windows = ends.filter((end) => end === "\r\n").length;
  const others = ends.filter((end) => end !== "" && end !== "\r\n");
  return windows > others.length ? "\r\n" : others[0] ?? "\n";
}
function spliceLines(lines, splices) {
  const common = commonEnd(lines);
  const texts = [];
  const ends = [];
  const keep = (from, to) => {
    for (let index = from; index < to; index += 1) {
      texts.push(lines.texts[index] ?? "");
      ends.push(lines.ends[index] ?? "");
    }
  };
  let at = 0;
  for (const splice of splices) {
    keep(at, splice.start);
    const endsOpen = splice.end === lines.texts.length && lines.ends.at(-1) === "" && splice.texts.length > 0;
    if (endsOpen && ends.at(-1) === "") ends[ends.length - 1] = common;
    for (const [index, text] of splice.texts.entries()) {
      texts.push(text);
      ends.push(endOf2(lines, splice, index) || common);
    }
    if (endsOpen) ends[ends.length - 1] = "";
    at = splice.end;
  }
  keep(at, lines.texts.length);
  return { mark: lines.mark, texts, ends };
}
function endOf2(lines, { start, end }, index) {
  return start + index < end ? lines.ends[start + index] ?? "" : "";
}
function narrow({ start, end, texts }, before) {
  const most = Math.min(before.length, texts.length);
  let head = 0;
  while (head < most && before[head] === texts[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === texts[texts.length - 1 - tail]) tail += 1;
  return { start: start + head, end: end - tail, texts: texts.slice(head, texts.length - tail) };
}

// src/smol/edits.ts
var MAX_COMPARISONS = 2e7;
function applyEdits(content, edits) {
  const lines = splitLines(content);
  if (edits.length * lines.texts.length > MAX_COMPARISONS) {
    return rejected("there are too many of them for a file of this length");
  }
  const places = locate(lines.texts, edits);
  if (typeof places === "string") return rejected(places);
  const ordered = places.sort((a, b) => a.start - b.start);
  const reason = overlapOf(ordered);
  if (reason !== null) return rejected(reason);
  const splices = ordered.map((place) => narrow(place, place.search));
  return { kind: "applied", content: joinLines(spliceLines(lines, splices)) };
}
function rejected(reason) {
  return { kind: "rejected", reason };
}
function locate(texts, edits) {
  const exact = indexOf(texts);
  const tolerant = lazily(() => indexOf(texts.map((text) => text.trimEnd())));
  const places = [];
  for (const [index, { search, replace }] of edits.entries()) {
    const number = index + 1;
    if (search.length === 0 && texts.length > 0) return `edit ${number} does not say which lines it replaces`;
    let starts = search.length === 0 ? [0] : find(exact, search);
    if (starts.length === 0) {
      starts = find(
        tolerant(),
        search.map((text) => text.trimEnd())
      );
    }
    const [start, ...others] = starts;
    if (start === void 0) return `the lines that edit ${number} looks for do not stand in the file`;
    if (others.length > 0) {
      return `the lines that edit ${number} looks for stand in the file ${starts.length} times`;
    }
    places.push({ start, end: start + search.length, texts: replace, search, number });
  }
  return places;
}
function overlapOf(ordered) {
  for (const [index, place] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next === void 0 || next.start >= place.end && next.start > place.start) continue;
    const [first, second] = [place.number, next.number].sort((a, b) => a - b);
    return `edits ${first} and ${second} overlap`;
  }
  return null;
}
function indexOf(texts) {
  const idOf = /* @__PURE__ */ new Map();
  const ids = Int32Array.from(texts, (text) => {
    const id = idOf.get(text) ?? idOf.size;
    idOf.set(text, id);
    return id;
  });
  return { ids, idOf };
}
function find({ ids, idOf }, search) {
  const wanted = Int32Array.from(search, (text) => idOf.get(text) ?? -1);
  if (wanted.includes(-1)) return [];
  const borders = bordersOf(wanted);
  const starts = [];
  let length = 0;
  for (let at = 0; at < ids.length; at += 1) {
    while (length > 0 && ids[at] !== wanted[length]) length = borders[length - 1] ?? 0;
    if (ids[at] === wanted[length]) length += 1;
    if (length < wanted.length) continue;
    starts.push(at + 1 - length);
    length = borders[length - 1] ?? 0;
  }
  return starts;
}
function bordersOf(row) {
  const borders = new Int32Array(row.length);
  let border = 0;
  for (let index = 1; index < row.length; index += 1) {
    while (border > 0 && row[index] !== row[border]) border = borders[border - 1] ?? 0;
    if (row[index] === row[border]) border += 1;
    borders[index] = border;
  }
  return borders;
}
function lazily(make) {
  let made;
  return () => {
    made ??= make();
    return made;
  };
}

// src/smol/edit-code.ts
var LINES_OF_EDIT = 2;
async function editCode(request, model, options = {}) {
  const { file, uses, reason } = request;
  const shown = { path: file.path, content: file.content.replace(/^\ufeff/, "") };
  const asked = editMessages(request, request.plan, shown, { uses, reason });
  const first = await ask(request, asked, model, options);
  const made = outcome(first, request, "edits");
  if (made.kind !== "rejected") return { ...made, usage: first.usage };
  const error = new MalformedReplyError(`The edits cannot be made: ${made.reason}.`);
  options.onRetry?.({ attempt: 1, waitMs: 0, error });
  const isShown = !first.endless && first.text.trim() !== "";
  const again = isShown ? wholeFileMessages(asked, first.text, made.reason) : asked;
  const second = await ask(request, again, model, options);
  const remade = outcome(second, request, "whole");
  if (remade.kind === "rejected") {
    throw new UnusableContentError(`The model's \`${file.path}\` cannot be written: ${remade.reason}.`);
  }
  return { ...remade, usage: addUsage(first.usage, second.usage) };
}
function ask(request, messages, model, options) {
  const expectedOutputTokens = expectedEditTokens(request.lines, request.file.content);
  return streamReply({ ...options, messages, expectedOutputTokens }, model);
}
function expectedEditTokens(lines, content) {
  const fresh = expectedTokens(lines);
  return Math.min(LINES_OF_EDIT * fresh, estimateTokenCount(content) + fresh);
}
function outcome({ text, endless }, request, wanted) {
  const { path, content } = request.file;
  if (endless) return { kind: "rejected", reason: "they have no end" };
  const made = contentOf(text.toWellFormed(), request.file, wanted);
  if (made.kind === "rejected") return made;
  if (made.content === content) return { kind: "unchanged", content };
  const checked = checkChange(content, made.content, path, request.refuseContent);
  return checked.kind === "ok" ? { kind: "changed", content: checked.content } : checked;
}
function contentOf(reply, file, wanted) {
  const read = readEdits(reply);
  if (read.kind === "unchanged") return { kind: "made", content: file.content };
  const whole = unwrap(reply, file.path);
  const tellsOfEdits = wanted === "whole" && hasEditMarks(file.content) && !/^\s*<{5}/.test(whole);
  if (read.kind === "edits" && !tellsOfEdits) return applyEdits(file.content, read.edits);
  if ((read.kind === "whole" || tellsOfEdits) && isPlausible(whole, file, wanted)) {
    return { kind: "made", content: inPlaceOf(file.content, whole) };
  }
  const reason = read.kind === "malformed" ? read.reason : "they are not in that form";
  return { kind: "rejected", reason };
}
function isPlausible(whole, { content }, wanted) {
  if (hasEditMarks(whole) && !hasEditMarks(content)) return false;
  if (wanted === "whole" || content.trim() === "") return true;
  const old = new Set(content.split("\n").map((line) => line.trim()));
  return whole.split("\n").some((line) => line.trim() !== "" && old.has(line.trim()));
}
function inPlaceOf(before, whole) {
  const old = splitLines(before);
  const isBlank = (line) => line.trim() === "";
  const lastOld = old.texts.findLastIndex((line) => !isBlank(line)) + 1;
  const texts = splitLines(whole).texts;
  const last = texts.findLastIndex((line) => !isBlank(line)) + 1;
  const splice = { start: 0, end: lastOld, texts: texts.slice(0, last) };
  return joinLines(spliceLines(old, [narrow(splice, old.texts.slice(0, lastOld))]));
}

// src/smol/budget.ts
var IMAGE_TOKENS = 1500;
function countTokens(text) {
  return estimateTokenCount(text);
}
function assertPriced(model, { maxCostUsd }) {
  if (maxCostUsd === null) return;
  for (const purpose of ["plan", "file"]) {
    if (model.cost(purpose, { inputTokens: 1, cachedTokens: 0, outputTokens: 1 }) !== null) continue;
    throw new PriceUnknownError(`The price of the model ${model.nameOf(purpose)} is not known.`);
  }
}
function meter(model, caps, onUsage) {
  assertPriced(model, caps);
  const nameOf2 = (input) => caps.isAgreed ? "what was agreed to is" : `${input} is`;
  const capped = caps.maxCostUsd !== null || caps.maxTotalTokens !== null;
  let spent = NO_USAGE;
  let reserved = { tokens: 0, costUsd: 0 };
  const assertFits = (next) => {
    const tokens = spent.inputTokens + spent.outputTokens + reserved.tokens + next.tokens;
    if (caps.maxTotalTokens !== null && tokens > caps.maxTotalTokens) {
      throw new BudgetExceededError(
        `It would take about ${tokens} tokens in all; ${nameOf2("max-total-tokens")} ${caps.maxTotalTokens}.`
      );
    }
    const costUsd = (spent.costUsd ?? 0) + reserved.costUsd + next.costUsd;
    if (caps.maxCostUsd !== null && costUsd > caps.maxCostUsd) {
      throw new BudgetExceededError(
        `It would cost about $${costUsd.toFixed(2)} in all; ${nameOf2("max-cost-usd")} ${caps.maxCostUsd}.`
      );
    }
  };
  const pay = (usage) => {
    spent = addUsage(spent, usage);
    onUsage(spent);
  };
  const book = async (call, make) => {
    const expected = capped ? estimateCall(model, call) : { tokens: 0, costUsd: 0 };
    if (capped) assertFits(expected);
    reserved = { tokens: reserved.tokens + expected.tokens, costUsd: reserved.costUsd + expected.costUsd };
    try {
      const result = await make({ ...call, onSpent: pay });
      pay(result.usage);
      return result;
    } finally {
      reserved = { tokens: reserved.tokens - expected.tokens, costUsd: reserved.costUsd - expected.costUsd };
    }
  };
  return {
    nameOf: (purpose) => model.nameOf(purpose),
    cost: (purpose, tokens) => model.cost(purpose, tokens),
    streamText: (request) => book(request, (call) => model.streamText(call)),
    object: (request) => book(request, (call) => model.object(call)),
    total: () => spent,
    assertAffordable: (plan, briefTokens) => {
      if (capped) assertFits(estimateFiles(model, plan, briefTokens));
    }
  };
}
function countMessages(messages) {
  return messages.reduce(
    (sum, { content, images = [] }) => sum + countTokens(content) + images.length * IMAGE_TOKENS,
    0
  );
}
function estimateCall(model, call) {
  const inputTokens = countMessages(call.messages);
  return estimate(model, call.purpose, inputTokens, call.expectedOutputTokens ?? 0);
}
function estimateFiles(model, plan, briefTokens) {
  const prefix = briefTokens + countTokens(plan.text);
  const output = plan.files.reduce((sum, file) => sum + expectedTokens(file.lines), 0);
  return estimate(model, "file", prefix * plan.files.length, output);
}
function estimate(model, purpose, inputTokens, outputTokens) {
  const costUsd = model.cost(purpose, { inputTokens, cachedTokens: 0, outputTokens });
  return { tokens: inputTokens + outputTokens, costUsd: costUsd ?? 0 };
}

export {
  readOnce,
  readManifests,
  briefOf,
  isEdited,
  readBasis,
  sourcesOf,
  checkContent,
  checkChange,
  generateCode,
  expectedTokens,
  editCode,
  countTokens,
  meter
};
