import {
  NO_USAGE,
  addUsage,
  estimateTokenCount
} from "./chunk-CFCQ7KDN.js";
import {
  BrokenReplyError,
  MalformedReplyError
} from "./chunk-KDWMUFRG.js";

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

// src/smol/errors.ts
var DevelopError = class extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = new.target.name;
  }
};
var PlanUnreadableError = class extends DevelopError {
  advice = "Say in the request what the app is and what it consists of.";
};
var TooManyFilesError = class extends DevelopError {
  advice = "Raise `max-files`, or ask for less at once.";
  planned;
  allowed;
  constructor(planned, allowed) {
    super(`The plan has ${planned} files; this run may write ${allowed}.`);
    this.planned = planned;
    this.allowed = allowed;
  }
};
var TooLargeError = class extends DevelopError {
  advice = "Ask for less at once.";
};
var BudgetExceededError = class extends DevelopError {
  advice = "Raise `max-total-tokens` or `max-cost-usd`, or ask for less at once.";
};
var PriceUnknownError = class extends DevelopError {
  advice = "Set `max-total-tokens` instead of `max-cost-usd`, or choose a model with a known price.";
};
var TruncatedError = class extends DevelopError {
  advice = "Raise `max-output-tokens`, or ask for smaller files.";
};
var EndlessReplyError = class extends DevelopError {
  advice = "Run again, or choose a more capable model.";
};
var UnusableContentError = class extends DevelopError {
  advice = "Run again, or choose a more capable model.";
};

// src/smol/prompts.ts
var SYSTEM = `You are a senior software engineer on a team that writes one app. Every file is written at the same time, each by another engineer, who sees the request and the plan and nothing else: no other file, no question asked. So whatever the plan fixes is followed to the letter, and whatever the plan leaves open is decided inside one file and concerns no other.

The result must run as it is: complete, every requested feature working, no placeholders, no TODOs, and nothing that was not asked for and is not needed.`;
var PLAN = `Write the plan for this app. Its length decides how soon the writing starts, so it has a budget: about 500 words, plus about 15 words for each file. Spend them where two files meet.

# The app's name
One or two sentences: what it is, what it runs on, how it is started.

## Contract
Only what more than one file relies on, by its exact name and shape: exported functions with parameters and results; who starts what; data schemas; DOM ids and classes, which file makes them, what sits inside what; events, storage keys, routes, flags, exit codes; package versions. Where two files could each do a job, say which one does it. Whatever one file decides alone stays out: its engineer is as good as you are.

## Files
All files, the longest first, one line each, in this form:
- \`path/to/file\` (~lines) \u2013 what it does. Uses \`path/to/other\`, \`path/to/third\`.
All files are written at the same time, so the longest one decides when the app is there: none over about 150 lines, what would be longer is two files with a clear border; but no file without a purpose of its own. A short README.md. Only text files that a person would write: no lock files, no binaries, no build output.`;
var EXISTING_SYSTEM = `You are a senior software engineer on a team that works in one repository. Every file is written or changed at the same time, each by another engineer, who sees the request, the plan, the file as it stands and those it uses, and nothing else: no question asked. So whatever the plan fixes is followed to the letter, and whatever the plan leaves open is decided inside one file and concerns no other.

The result must run as it is: complete, every requested feature working, no placeholders, no TODOs, and nothing that was not asked for and is not needed. What is there keeps working and keeps its style.`;
var EXISTING_PLAN = `Write the plan of what becomes different. Its length decides how soon the writing starts, so it has a budget: about 500 words, plus about 15 words for each file. Spend them where two files meet.

# What is built or changed, in a few words
One or two sentences: what it is, and how it is tried.

## Contract
Only what more than one file relies on, by its exact name and shape: exported functions with parameters and results; who starts what; data schemas; DOM ids and classes, which file makes them, what sits inside what; events, storage keys, routes, flags, exit codes; package versions. What the repository has already is named as it stands there. Where two files could each do a job, say which one does it. Whatever one file decides alone stays out: its engineer is as good as you are.

## Files
Every file that is new or changes, the longest first, one line each, in this form:
- \`path/to/file\` (new, ~lines) \u2013 what it does. Uses \`path/to/other\`, \`path/to/third\`.
- \`path/to/file\` (change, ~lines) \u2013 what becomes different in it. Uses \`path/to/other\`.
A file without a line stays as it is, and nothing is changed that the request does not need. All files are written at the same time, so the longest one decides when it is done: no new one over about 150 lines, what would be longer is two files with a clear border; but no file without a purpose of its own. Only text files that a person would write: no lock files, no binaries, no build output.`;
var LIST = `List every file that this plan asks for, the longest first: its path relative to the app's folder, a rough number of lines, one sentence on what it does, and which of the other files it uses.`;
var CONTINUE = `Your reply was cut off at its length limit. Go on with the very next character, in the middle of a line if it was cut there. Repeat nothing, and say nothing else.`;
function opening({ prompt, instructions, isExisting }) {
  const rules = instructions?.trim();
  const system = isExisting ? EXISTING_SYSTEM : SYSTEM;
  return [
    { role: "system", content: rules ? `${system}

House rules, for every file:

${rules}` : system },
    { role: "user", content: `The request:

${prompt}` }
  ];
}
function planMessages(brief, repository = null) {
  const ask = repository === null ? PLAN : `${shown(repository)}

${EXISTING_PLAN}`;
  return [...opening(brief), { role: "user", content: ask }];
}
function shown({ paths, morePaths, sources }) {
  const more = morePaths === 0 ? "" : `
\u2026 and ${morePaths} more`;
  return [`The files of the repository:

${paths.join("\n")}${more}`, ...sources.map(asItIs)].join("\n\n");
}
function asItIs({ path, content }) {
  return `<file path="${path}">
${content}${content.endsWith("\n") ? "" : "\n"}</file>`;
}
function listMessages(brief, plan) {
  return [...opening(brief), { role: "user", content: `The plan:

${plan}

${LIST}` }];
}
function fileMessages(brief, plan, path, uses = []) {
  const ask = `Write \`${path}\`, from its first line to its last. Use names, parameters and ids exactly as the plan gives them, and nothing of another file that the plan does not promise${uses.length === 0 ? "" : " or that is not shown here"}. Reply with the content of the file alone: no fence around it, no word before or after it.`;
  const content = [`The plan:

${plan}`, ...uses.map(asItIs), ask].join("\n\n");
  return [...opening(brief), { role: "user", content }];
}
function continuationMessages(asked, soFar) {
  return [...asked, { role: "assistant", content: soFar }, { role: "user", content: CONTINUE }];
}

// src/smol/fences.ts
function readFence(line) {
  const match = /^ {0,3}(`{3,}|~{3,})/.exec(line);
  const markers = match?.[1];
  if (match === null || markers === void 0) return null;
  const tag = line.slice(match[0].length).trim();
  const marker = markers.startsWith("`") ? "`" : "~";
  if (marker === "`" && tag.includes("`")) return null;
  return { marker, length: markers.length, tag };
}
function closes(fence, opener) {
  return fence.tag === "" && fence.marker === opener.marker && fence.length >= opener.length;
}
function findCloser(lines, open, nested) {
  const opener = readFence(lines[open] ?? "");
  if (opener === null) return null;
  const rivals = fencesLike(lines, open + 1, opener);
  let tagged = rivals.filter(({ opens }) => opens).length;
  let bare = rivals.length - tagged;
  const fenceIsLast = endsWithFence(lines, rivals);
  let depth = 1;
  for (const { index, opens } of rivals) {
    if (opens) {
      tagged -= 1;
      depth += 1;
      continue;
    }
    bare -= 1;
    if (depth > 1) {
      depth -= 1;
      continue;
    }
    if ((tagged + bare) % 2 === 1 && fenceIsLast) continue;
    const even = (tagged + bare) % 2 === 0 && bare >= tagged + 2;
    const look = lookOf(lines, index);
    if (even && (look === "opens" || look === "unclear" && nested)) depth += 1;
    else return index;
  }
  return null;
}
function fencesLike(lines, from, opener) {
  const rivals = [];
  for (let index = from; index < lines.length; index += 1) {
    const fence = readFence(lines[index] ?? "");
    if (fence === null || fence.marker !== opener.marker || fence.length < opener.length) continue;
    rivals.push({ index, opens: fence.tag !== "" });
  }
  return rivals;
}
function endsWithFence(lines, rivals) {
  const last = rivals.at(-1);
  if (last === void 0 || last.opens) return false;
  for (let index = lines.length - 1; index > last.index; index -= 1) if (!isBlank(lines[index])) return false;
  return true;
}
function lookOf(lines, index) {
  const blankBefore = isBlank(lines[index - 1]);
  const blankAfter = isBlank(lines[index + 1]);
  if (blankBefore === blankAfter) return "unclear";
  return blankBefore ? "opens" : "closes";
}
function isBlank(line) {
  return line === void 0 || line.trim() === "";
}

// src/smol/unwrap.ts
var MARKUP_FILE = /(?:^|\/)(?:readme|changelog|contributing)$|\.(?:md|markdown|mdx|mdc|mdown|mkd|qmd|rmd|rst|adoc|asciidoc|org)(?:\.(?:hbs|ejs|njk|tmpl|tpl|j2|jinja|mustache|erb|liquid))?$/i;
var MARKDOWN_TAG = /^(?:md|mdx|markdown|mdown|qmd|rmd|rst|adoc|asciidoc|org|text|txt|plaintext)?(?:$|[\s{:])/i;
var MAX_CHATTER_LINES = 3;
function unwrap(reply, path) {
  const lines = reply.split("\n");
  const first = lines.findIndex((line) => !isBlank(line));
  if (readFence(lines[first] ?? "") === null) {
    return MARKUP_FILE.test(path) ? reply : withoutChatter(lines, path) ?? reply;
  }
  if (MARKUP_FILE.test(path)) return withoutEnclosingFence(lines, first) ?? reply;
  return contentOf(lines, first, findCloser(lines, first, true));
}
function withoutEnclosingFence(lines, open) {
  const tag = readFence(lines[open] ?? "")?.tag ?? "";
  const isForMarkup = MARKDOWN_TAG.test(tag);
  const close = findCloser(lines, open, isForMarkup && tag !== "");
  if (close === null) return isForMarkup ? contentOf(lines, open, null) : null;
  if (lines.slice(close + 1).some((line) => !isBlank(line))) return null;
  return contentOf(lines, open, close);
}
function withoutChatter(lines, path) {
  const open = lines.findIndex((line) => readFence(line) !== null);
  if (open === -1) return null;
  const chatter = lines.slice(0, open).filter((line) => !isBlank(line));
  if (chatter.length > MAX_CHATTER_LINES) return null;
  if (!chatter.every((line) => isChatter(line.trim(), path))) return null;
  const close = findCloser(lines, open, true);
  const hasOtherBlock = close !== null && lines.slice(close + 1).some((line) => readFence(line) !== null);
  return hasOtherBlock ? null : contentOf(lines, open, close);
}
function isChatter(line, path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/^(?:#{1,6} |\*\*|`)/.test(line)) return line.includes(name);
  if (!new RegExp("^\\p{L}", "u").test(line)) return false;
  if (new RegExp("^\\p{L}+!$", "u").test(line)) return true;
  return /[.:!?…]\**$/u.test(line) && line.split(/\s+/).length >= 3;
}
function contentOf(lines, open, close) {
  const content = lines.slice(open + 1, close ?? lines.length).join("\n");
  const isCrlf = close !== null && lines[open]?.endsWith("\r") === true && content.endsWith("\r");
  return isCrlf ? content.slice(0, -1) : content;
}

// src/smol/continuation.ts
var MAX_OVERLAP = 2e3;
var MIN_OVERLAP = 12;
var MIN_OVERLAP_OF_LINE = 3;
function stitch(head, tail) {
  const bare = withoutNewFence(head, tail);
  if (bare !== null) {
    const length = overlap(head, bare);
    if (length > 0 || !head.endsWith("\n") || isWhollyFenced(tail)) return head + bare.slice(length);
  }
  return head + tail.slice(overlap(head, tail));
}
function withoutNewFence(head, tail) {
  const lines = tail.split("\n");
  const first = lines.findIndex((line) => !isBlank(line));
  const opener = readFence(lines[first] ?? "");
  if (opener === null) return null;
  const last = lines.findLastIndex((line) => !isBlank(line));
  const closer = last > first ? readFence(lines[last] ?? "") : null;
  const isClosed = closer !== null && closes(closer, opener);
  const keepCloser = !isClosed || readFence(firstLine(head)) !== null;
  return lines.slice(first + 1, keepCloser ? lines.length : last).join("\n");
}
function isWhollyFenced(text) {
  const lines = text.trim().split("\n");
  const opener = readFence(lines[0] ?? "");
  if (opener === null) return false;
  return !lines.slice(1, -1).some((line) => {
    const fence = readFence(line);
    return fence !== null && closes(fence, opener);
  });
}
function firstLine(text) {
  const start = text.trimStart();
  const end = start.indexOf("\n");
  return end === -1 ? start : start.slice(0, end);
}
function overlap(head, tail) {
  const end = head.slice(-MAX_OVERLAP);
  const start = tail.slice(0, MAX_OVERLAP);
  const borders = bordersOf(start);
  let length = 0;
  for (let index = 0; index < end.length; index += 1) {
    while (length > 0 && end[index] !== start[length]) length = borders[length - 1] ?? 0;
    if (end[index] === start[length]) length += 1;
  }
  while (length > 0 && !isRepetition(head, length)) length = borders[length - 1] ?? 0;
  return length;
}
function isRepetition(head, length) {
  const repeated = head.slice(head.length - length);
  if (!/[\p{L}\p{N}]/u.test(repeated)) return false;
  const size = repeated.trim().length;
  if (size >= MIN_OVERLAP) return true;
  const lineStart = head.lastIndexOf("\n", head.length - length - 1) + 1;
  const beginsLine = isBlank(head.slice(lineStart, head.length - length));
  return beginsLine && size >= MIN_OVERLAP_OF_LINE;
}
function bordersOf(text) {
  const borders = new Int32Array(text.length);
  let border = 0;
  for (let index = 1; index < text.length; index += 1) {
    while (border > 0 && text[index] !== text[border]) border = borders[border - 1] ?? 0;
    if (text[index] === text[border]) border += 1;
    borders[index] = border;
  }
  return borders;
}

// src/smol/repetition.ts
var MAX_SAME_LINES = 200;
var WINDOW = 2e4;
var MAX_PERIOD = 400;
function isRunaway(text) {
  return endsInEqualLines(text) || endsInShortPeriod(text);
}
function endsInEqualLines(text) {
  let end = text.lastIndexOf("\n");
  let line = null;
  for (let count = 0; count <= MAX_SAME_LINES; count += 1) {
    if (end < 0) return false;
    const start = end === 0 ? 0 : text.lastIndexOf("\n", end - 1) + 1;
    const current = text.slice(start, end);
    if (line !== null && current !== line) return false;
    line = current;
    end = start - 1;
  }
  return true;
}
function endsInShortPeriod(text) {
  if (text.length < WINDOW) return false;
  const window = text.slice(-WINDOW);
  const borders = new Int32Array(WINDOW);
  let border = 0;
  for (let index = 1; index < WINDOW; index += 1) {
    while (border > 0 && window.charCodeAt(index) !== window.charCodeAt(border))
      border = borders[border - 1] ?? 0;
    if (window.charCodeAt(index) === window.charCodeAt(border)) border += 1;
    borders[index] = border;
    if (index + 1 - border > MAX_PERIOD) return false;
  }
  return true;
}

// src/smol/whole-reply.ts
var MAX_CONTINUATIONS = 3;
var LOOK_EVERY = 8192;
async function streamWhole(request, model) {
  let usage = NO_USAGE;
  let text = "";
  for (let attempt = 0; ; attempt += 1) {
    if (attempt > 0) request.onContinue?.(attempt);
    const part = await streamPart(request, text, model);
    const whole = attempt === 0 ? part.text : stitch(text, part.text);
    usage = addUsage(usage, part.usage);
    if (part.finishReason === "stop") return { text: whole, usage };
    if (attempt > 0 && whole.length <= text.length) {
      throw new TruncatedError("The reply was cut at its length limit and does not go on.");
    }
    if (attempt === MAX_CONTINUATIONS) {
      throw new TruncatedError("The reply is longer than the model can give.");
    }
    text = whole;
  }
}
async function streamPart(request, soFar, model) {
  const cut = new AbortController();
  let text = soFar;
  let looked = 0;
  const watch = (delta) => {
    text += delta;
    request.onDelta?.(delta);
    if (text.length - looked < LOOK_EVERY) return;
    looked = text.length;
    if (text.length > request.maxCharacters || isRunaway(text))
      cut.abort(new BrokenReplyError("It has no end."));
  };
  try {
    return await model.streamText({
      ...request,
      messages: soFar === "" ? request.messages : continuationMessages(request.messages, soFar),
      signal: request.signal ? AbortSignal.any([request.signal, cut.signal]) : cut.signal,
      onDelta: watch,
      onRetry: (retry) => {
        request.onRetry?.(retry);
        text = soFar;
        looked = 0;
        if (soFar !== "") request.onDelta?.(soFar);
      }
    });
  } catch (error) {
    if (cut.signal.aborted && !request.signal?.aborted) throw new EndlessReplyError("The reply has no end.");
    throw error;
  }
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
    messages: fileMessages(request, request.plan, request.path),
    purpose: "file",
    expectedOutputTokens: expectedTokens(request.lines),
    maxCharacters: MAX_CHARACTERS
  };
  try {
    return { ...await streamWhole(asked, model), endless: false };
  } catch (error) {
    if (error instanceof EndlessReplyError) return { text: "", usage: NO_USAGE, endless: true };
    throw error;
  }
}
function expectedTokens(lines) {
  return (lines ?? DEFAULT_LINES) * TOKENS_PER_LINE;
}

// src/smol/budget.ts
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
  const capped = caps.maxCostUsd !== null || caps.maxTotalTokens !== null;
  let spent = NO_USAGE;
  let reserved = { tokens: 0, costUsd: 0 };
  const assertFits = (next) => {
    const tokens = spent.inputTokens + spent.outputTokens + reserved.tokens + next.tokens;
    if (caps.maxTotalTokens !== null && tokens > caps.maxTotalTokens) {
      throw new BudgetExceededError(
        `It would take about ${tokens} tokens in all; max-total-tokens is ${caps.maxTotalTokens}.`
      );
    }
    const costUsd = (spent.costUsd ?? 0) + reserved.costUsd + next.costUsd;
    if (caps.maxCostUsd !== null && costUsd > caps.maxCostUsd) {
      throw new BudgetExceededError(
        `It would cost about $${costUsd.toFixed(2)} in all; max-cost-usd is ${caps.maxCostUsd}.`
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
function estimateCall(model, call) {
  const inputTokens = call.messages.reduce((sum, message) => sum + countTokens(message.content), 0);
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
  checkContent,
  PlanUnreadableError,
  TooManyFilesError,
  TooLargeError,
  planMessages,
  listMessages,
  fileMessages,
  readFence,
  closes,
  isBlank,
  unwrap,
  streamWhole,
  generateCode,
  expectedTokens,
  countTokens,
  meter
};
