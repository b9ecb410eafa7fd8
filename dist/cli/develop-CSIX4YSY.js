import {
  check,
  sameFinding
} from "./chunk-S7XJC6OM.js";
import "./chunk-UVRENUYC.js";
import {
  Lines
} from "./chunk-MYNVXYM6.js";
import {
  briefOf,
  checkChange,
  checkContent,
  countTokens,
  editCode,
  generateCode,
  isEdited,
  meter,
  readBasis,
  readManifests,
  readOnce,
  sourcesOf
} from "./chunk-GRHOMM5M.js";
import {
  array,
  number,
  object,
  string
} from "./chunk-Z76BHJNA.js";
import {
  NotEditableError,
  TooLargeError,
  fileMessages,
  isBinary,
  listMessages,
  plan,
  planFromList,
  planSince,
  readPlan
} from "./chunk-Z5VX4YCY.js";
import "./chunk-X6S5B4D3.js";
import "./chunk-MLPJ6ATO.js";
import {
  isDrawn,
  isIcon
} from "./chunk-KWIZ4BYA.js";
import {
  ModelError
} from "./chunk-KDWMUFRG.js";
import "./chunk-EUMXKJDH.js";
import "./chunk-YHBDDNX5.js";

// src/smol/file-paths.ts
var FileList = object({
  files: array(
    object({
      path: string(),
      lines: number(),
      description: string(),
      uses: array(string())
    })
  )
});
var EXPECTED_LIST_TOKENS = 1500;
async function specifyFilePaths(brief, model, options = {}) {
  const { value, usage } = await model.object({
    ...options,
    messages: listMessages(brief, brief.plan),
    purpose: "plan",
    name: "file_list",
    schema: FileList,
    expectedOutputTokens: EXPECTED_LIST_TOKENS
  });
  const listed = new Set(value.files.map((file) => file.path));
  const isThere = (path) => listed.has(path) || brief.existing?.paths.has(path) === true;
  const files = value.files.map((file) => ({
    ...file,
    lines: file.lines > 0 ? Math.round(file.lines) : null,
    uses: file.uses.filter((used) => used !== file.path && isThere(used))
  }));
  return { files, usage };
}

// src/smol/look.ts
function contentOf({ around }, files, path) {
  return files.get(path) ?? around.before.get(path);
}
function concerned(looked, files) {
  const { plan: plan2, around } = looked;
  const paths = plan2.files.map(({ path }) => path).filter((path) => !around.gone.has(path));
  return new Set(paths.filter((path) => contentOf(looked, files, path) !== void 0));
}
async function lookBefore(looked, files) {
  const { before, paths, left, mayMend } = looked.around;
  if (before.size === 0) return [];
  const others = new Set([...paths].filter((path) => !before.has(path)));
  const only = mayMend === null ? concerned(looked, files) : void 0;
  const { findings } = await check({ files: before, others, only });
  return findings.filter((one) => !left.some((other) => sameFinding(one, other)));
}
async function look(looked, files, known) {
  const { plan: plan2, around } = looked;
  const all = new Map([...around.before, ...files]);
  for (const path of around.gone) all.delete(path);
  const isOther = (path) => !all.has(path) && !around.gone.has(path);
  const made = plan2.files.filter(({ action }) => action !== "delete");
  const binaries = plan2.refused.map(({ path }) => path).filter(isBinary);
  const present = [...around.paths, ...made.map(({ path }) => path), ...binaries];
  const others = new Set(present.filter(isOther));
  const own = concerned(looked, files);
  const only = around.mayMend === null ? own : void 0;
  const { findings, ...rest } = await check({
    ...{ files: all, others, only },
    plan: { ...plan2, files: made }
  });
  const isOurs = ({ path, severity }) => own.has(path) || severity === "error" && !around.gone.has(path);
  const isKnown = (one) => known.some((other) => isStill(one, other, files));
  return { ...rest, findings: findings.filter((one) => isOurs(one) && !isKnown(one)) };
}
function isStill(now, before, made) {
  if (sameFinding(now, before)) return true;
  if (now.rule !== before.rule) return false;
  if (now.message === before.message && now.message.includes(`\`${before.path}\``)) return true;
  return now.path === before.path && now.line === before.line && !made.has(now.path);
}

// src/smol/make-files.ts
import { setTimeout as delay } from "node:timers/promises";
var FAN_OUT_AFTER_MS = 1500;
var MAX_TOTAL_CHARACTERS = 3e7;
async function makeFiles(making) {
  const { plan: plan2, emit, signal } = making;
  const contents = /* @__PURE__ */ new Map();
  const failures = /* @__PURE__ */ new Map();
  const giveUp = new AbortController();
  let total = 0;
  const make = async (file, onFirstToken = () => {
  }) => {
    const { path } = file;
    try {
      const options = reporting(path, emit, onFirstToken);
      const asked = { ...options, signal: AbortSignal.any([signal, giveUp.signal]) };
      const { content, kind } = await making.make(file, asked);
      if (kind === "unchanged") return emit({ type: "file.unchanged", path });
      total += content.length;
      if (total > MAX_TOTAL_CHARACTERS) throw new TooLargeError("The files together are larger than 30 MB.");
      contents.set(path, content);
      emit({ type: "file.done", path, content, reused: false });
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown });
      if (endsRun(error)) giveUp.abort(error);
      failures.set(path, error);
      emit({ type: "file.failed", path, error });
    }
  };
  const missing = takeOver(making, contents);
  await fanOut(longestFirst(missing), make);
  return inOrder(plan2, contents, failures);
}
function reporting(path, emit, onFirstToken = () => {
}) {
  let started = false;
  return {
    onStart: () => {
      if (!started) emit({ type: "file.start", path });
      started = true;
    },
    onDelta: (text) => {
      onFirstToken();
      emit({ type: "file.delta", path, text });
    },
    onRetry: (retry) => emit({ type: "file.retry", path, retry }),
    onContinue: (attempt) => emit({ type: "file.continue", path, attempt })
  };
}
function takeOver({ plan: plan2, before, resume, refuseContent, emit }, contents) {
  return plan2.files.filter(({ path, action }) => {
    if (action === "delete" || isIcon(path)) return false;
    const earlier = resume?.files.get(path);
    if (earlier === void 0) return true;
    const old = before?.get(path);
    const checked = old === void 0 ? checkContent(earlier, path, refuseContent) : checkChange(old, earlier, path, refuseContent);
    if (checked.kind !== "ok") return true;
    contents.set(path, checked.content);
    emit({ type: "file.done", path, content: checked.content, reused: true });
    return false;
  });
}
function endsRun(error) {
  return error instanceof TooLargeError || error instanceof ModelError && error.endsRun;
}
function longestFirst(files) {
  const known = files.flatMap((file) => file.lines ?? []).sort((a, b) => a - b);
  const middling = known[Math.floor(known.length / 2)] ?? 0;
  return [...files].sort((a, b) => (b.lines ?? middling) - (a.lines ?? middling));
}
async function fanOut(files, make) {
  const [first, ...rest] = files;
  if (first === void 0) return;
  const warm = Promise.withResolvers();
  const leader = make(first, warm.resolve).finally(warm.resolve);
  const timer = new AbortController();
  await Promise.race([
    warm.promise,
    delay(FAN_OUT_AFTER_MS, void 0, { signal: timer.signal }).catch(() => {
    })
  ]);
  timer.abort();
  await Promise.all([leader, ...rest.map((file) => make(file))]);
}
function inOrder(plan2, contents, failures) {
  const files = /* @__PURE__ */ new Map();
  const failed = [];
  for (const { path } of plan2.files) {
    const content = contents.get(path);
    const error = failures.get(path);
    if (content !== void 0) files.set(path, content);
    else if (error !== void 0) failed.push({ path, error });
  }
  return { files, failed };
}

// src/smol/mend.ts
var MAX_ROUNDS = 2;
var MAX_TOLD = 20;
async function checkAndMend(mending) {
  const { emit, plan: plan2, around } = mending;
  let { files } = mending;
  const own = concerned(mending, files);
  const stays = around.left.filter(({ path }) => !own.has(path) && !around.gone.has(path));
  if (own.size === 0 && around.gone.size === 0) {
    return { plan: plan2, files, checks: { ...NOTHING_CHECKED, found: stays, left: stays } };
  }
  const known = [...await lookBefore(mending, files), ...stays];
  let now = await look(mending, files, known);
  let seen = joined(
    mending.found.filter(({ path }) => own.has(path)),
    now.findings
  );
  let unmended = null;
  emit({ type: "check", round: 0, findings: now.findings });
  for (let round = 1; round <= MAX_ROUNDS && countErrors(now.findings) > 0; round += 1) {
    const { asked, mended, failure } = await mendAll(mending, files, now.findings);
    unmended = failure;
    const next = new Map([...files, ...mended]);
    const after = mended.size === 0 ? now : await look(mending, next, known);
    const isWorse = countErrors(after.findings) > countErrors(now.findings);
    if (!isWorse) [files, now] = [next, after];
    for (const path of asked) {
      emit({ type: "file.done", path, content: contentOf(mending, files, path) ?? "", reused: false });
    }
    if (isWorse) unmended = "What the model made of it was worse, and is not taken.";
    if (isWorse || mended.size === 0) break;
    emit({ type: "check", round, findings: now.findings });
    seen = joined(seen, now.findings);
  }
  const { looked, skipped, findings } = now;
  const reason = countErrors(findings) === 0 ? null : unmended;
  return {
    ...inPlan(mending, files),
    checks: { found: [...seen, ...stays], left: [...findings, ...stays], looked, skipped, unmended: reason }
  };
}
function joined(first, second) {
  return [...first, ...second.filter((one) => !first.some((other) => sameFinding(one, other)))];
}
function inPlan({ plan: plan2, files: made }, files) {
  const named = /* @__PURE__ */ new Set([...made.keys(), ...plan2.files.map(({ path }) => path)]);
  const others = [...files.keys()].filter((path) => !named.has(path)).map(otherFile);
  const all = [...plan2.files, ...others];
  const inOrder2 = all.flatMap(({ path }) => {
    const content = files.get(path);
    return content === void 0 ? [] : [[path, content]];
  });
  return { plan: others.length === 0 ? plan2 : { ...plan2, files: all }, files: new Map(inOrder2) };
}
function otherFile(path) {
  const description = "is brought in line with what changes";
  return { path, lines: null, description, uses: [], action: "change", from: null, setAside: null };
}
var NOTHING_CHECKED = { found: [], left: [], looked: /* @__PURE__ */ new Map(), skipped: [], unmended: null };
function reasonOf(findings) {
  return {
    kind: "check",
    findings: findings.map(({ line, message, offers }) => {
      const place = line === null ? "" : `Line ${line}: `;
      return `${place}${message}${offers === null ? "" : ` ${offers}`}`;
    })
  };
}
function countErrors(findings) {
  return findings.filter(({ severity }) => severity === "error").length;
}
async function mendAll(mending, files, findings) {
  const { mend, emit, signal } = mending;
  const mended = /* @__PURE__ */ new Map();
  let failure = null;
  const mendOne = async (file) => {
    const { path } = file;
    const own = findings.filter((finding) => finding.path === path);
    emit({ type: "repair", path, file, findings: own });
    try {
      signal.throwIfAborted();
      const options = { ...reporting(path, emit), signal };
      const content = contentOf(mending, files, path) ?? "";
      const made = await mend(file, content, own.slice(0, MAX_TOLD), options);
      if (made.kind === "changed") mended.set(path, made.content);
    } catch (thrown) {
      failure ??= sentenceOf(thrown);
    }
  };
  const wrong = toMend(mending, files, findings);
  await Promise.all(wrong.map(mendOne));
  return { asked: wrong.map(({ path }) => path), mended, failure };
}
function sentenceOf(thrown) {
  return thrown instanceof Error && thrown.message !== "" ? thrown.message : "The model could not be asked.";
}
function toMend(mending, files, findings) {
  const { plan: plan2, around } = mending;
  const wrong = new Set(findings.filter(({ severity }) => severity === "error").map(({ path }) => path));
  const own = concerned(mending, files);
  const planned = plan2.files.filter(({ path }) => own.has(path) && wrong.has(path));
  const others = [...wrong].filter((path) => {
    const isThere = !own.has(path) && contentOf(mending, files, path) !== void 0;
    return isThere && around.mayMend?.(path) === true;
  });
  return [...planned, ...others.map(otherFile)];
}

// src/smol/event-stream.ts
async function* eventsOf(work) {
  let queue = [];
  let wake = () => {
  };
  let settled = false;
  const result = work((event) => {
    queue.push(event);
    wake();
  }).finally(() => {
    settled = true;
    wake();
  });
  result.catch(() => {
  });
  while (true) {
    const ready = queue;
    queue = [];
    yield* ready;
    if (queue.length > 0) continue;
    if (settled) return result;
    await new Promise((resolve) => {
      wake = resolve;
    });
  }
}

// src/check/mentions.ts
var LONGEST = 300;
var PROSE = /\.(?:md|markdown|txt|rst)$/i;
function mentionsOf(files, path) {
  const mentions = [...files].flatMap(([file, text]) => {
    const at = file === path ? -1 : firstMention(text, path);
    return at < 0 ? [] : [{ path: file, line: new Lines(text).at(at) }];
  });
  const used = mentions.filter((mention) => !PROSE.test(mention.path));
  return used.length === 0 ? mentions : used;
}
function firstMention(text, path) {
  const segments = path.split("/");
  const name = segments.at(-1) ?? "";
  if (name === "") return -1;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (/^(?:[\w-]|\.\w)/.test(text.slice(at + name.length, at + name.length + 2))) continue;
    const before = /[^\s"'`()<>=,;:[\]{}]*$/.exec(text.slice(Math.max(0, at - LONGEST), at))?.[0] ?? "";
    if (leadsTo(before, segments.slice(0, -1))) return at;
  }
  return -1;
}
function leadsTo(before, folders) {
  if (before.startsWith("//") || before !== "" && !before.endsWith("/")) return false;
  const way = before.split("/").filter((folder) => !/^(?:\.{0,2}|@|~|\$\w*)$/.test(folder));
  const common = Math.min(way.length, folders.length);
  return way.slice(way.length - common).every((folder, index) => folder === folders.slice(-common)[index]);
}

// src/smol/unmade.ts
var MOST = 50;
function unmadeOf({ refused }, files, paths) {
  const missing = new Set(
    refused.map(({ path }) => path).filter((path) => isBinary(path) && !paths.has(path))
  );
  return [...missing].map((path, index) => ({ path, usedBy: index < MOST ? mentionsOf(files, path) : [] }));
}

// src/smol/run.ts
var DEFAULT_MAX_FILES = 100;
async function* run(request, model, steps) {
  const left = new AbortController();
  const signal = request.signal ? AbortSignal.any([request.signal, left.signal]) : left.signal;
  const limits = limitsOf(request);
  const { protectedPaths = [], refusePath, drawn } = request;
  const rules = { protectedPaths, maxFiles: limits.maxFiles, refusePath, drawn };
  let report = () => {
  };
  const emit = (event) => report(event);
  const stage = {
    model: meter(model, limits, (usage) => emit({ type: "usage", usage })),
    rules,
    signal,
    emit
  };
  const within = (work) => eventsOf((listener) => {
    report = listener;
    return work();
  });
  try {
    yield { type: "plan.start" };
    const plan2 = yield* within(() => steps.plan(stage));
    yield { type: "plan.done", plan: plan2, reused: request.resume !== void 0 };
    const prepared = yield* within(() => steps.prepare(plan2, stage));
    const { files: made, failed } = yield* within(
      () => makeFiles({ ...request, ...prepared, plan: plan2, signal, emit })
    );
    const checked = yield* within(
      () => checkAndMend({ ...prepared, plan: plan2, files: made, found: request.resume?.found ?? [], signal, emit })
    );
    const texts = textsOf(prepared.around, checked.files);
    const drawn2 = /* @__PURE__ */ new Map();
    for (const [path, content] of await drawingsOf(checked.plan, texts, prepared.title)) {
      drawn2.set(path, content);
      yield { type: "file.drawn", path, content };
    }
    const unmade = unmadeOf(checked.plan, texts, prepared.around.paths);
    const usage = stage.model.total();
    yield { type: "done", result: { ...checked, drawn: drawn2, unmade, failed, usage } };
  } finally {
    left.abort();
  }
}
function textsOf({ before, gone }, files) {
  return new Map([...before, ...files].filter(([path]) => !gone.has(path)));
}
async function drawingsOf({ files }, texts, title) {
  if (!files.some(isDrawn)) return [];
  const { drawIcons } = await import("./icons-BDWGFT7P.js");
  return drawIcons(files, texts, title);
}
function limitsOf({ limits }) {
  return {
    maxFiles: limits?.maxFiles ?? DEFAULT_MAX_FILES,
    maxCostUsd: limits?.maxCostUsd ?? null,
    maxTotalTokens: limits?.maxTotalTokens ?? null,
    isAgreed: limits?.isAgreed ?? false
  };
}

// src/smol/develop.ts
function develop(request, model) {
  return run(request, model, {
    plan: (stage) => makePlan(request, stage),
    prepare: (made, stage) => prepare(made, request, stage)
  });
}
async function makePlan(request, stage) {
  const { model, signal, emit } = stage;
  const rules = rulesOf(request, stage);
  const text = request.resume?.plan ?? await streamPlan(request, stage);
  const read = readPlan(text, rules);
  if (!("unreadable" in read)) return read;
  emit({ type: "plan.list", reason: read.unreadable });
  const asked = { ...briefOf(request), plan: text, existing: request.existing };
  const { files } = await specifyFilePaths(asked, model, {
    signal,
    onRetry: (retry) => emit({ type: "plan.retry", retry })
  });
  return planFromList(text, files, rules);
}
function rulesOf({ existing }, { rules }) {
  return { ...rules, existing: existing?.paths };
}
async function streamPlan(request, { model, signal, emit }) {
  const brief = briefOf(request);
  const { existing, previous, images } = request;
  const repository = brief.isExisting ? existing?.shown : null;
  let isTold = false;
  const { text } = await plan({ ...brief, repository, previous, images }, model, {
    signal,
    onDelta: (delta) => emit({ type: "plan.delta", text: delta }),
    onRetry: (retry) => emit({ type: "plan.retry", retry }),
    onImagesUnseen: (count) => {
      if (!isTold) emit({ type: "images.unseen", count });
      isTold = true;
    }
  });
  return text;
}
async function prepare(made, request, stage) {
  const read = readOnce(request.existing?.read ?? (async () => null));
  const basis = await readBasis(made, request, rulesOf(request, stage), read, stage.signal);
  assertAffordable(made, request, basis, stage);
  const around = await aroundOf(request, basis, read, stage.signal);
  return {
    make: maker(made, request, basis, read, stage),
    before: basis.present,
    resume: { plan: made.text, files: basis.kept },
    around,
    title: titleOf(made, request, around),
    mend: async (file, content, findings, options) => {
      const { path } = file;
      const uses = await sourcesOf(file, request, read, stage.signal);
      const plan2 = planSince(made.text, request.changes ?? []);
      const ask = { ...briefOf(request), plan: plan2, uses, refuseContent: request.refuseContent };
      const reason = reasonOf(findings);
      return editCode({ ...ask, file: { path, content }, reason }, stage.model, options);
    }
  };
}
function titleOf({ title }, { existing }, { before }) {
  if (existing === void 0 || existing.paths.size === 0) return title;
  const [, name] = /"name"\s*:\s*"(?:@[^"/]*\/)?([^"]{1,100})"/.exec(before.get("package.json") ?? "") ?? [];
  return name ?? title;
}
async function aroundOf({ existing }, { present }, read, signal) {
  const paths = existing?.paths ?? /* @__PURE__ */ new Set();
  const manifests = await readManifests(paths, read, signal);
  return { before: new Map([...manifests, ...present]), paths, gone: /* @__PURE__ */ new Set(), left: [], mayMend: null };
}
function maker(made, request, { edited }, read, { model, signal }) {
  const { previous, refuseContent } = request;
  return async (file, options) => {
    const { path, lines } = file;
    const uses = await sourcesOf(file, request, read, signal);
    const plan2 = planSince(made.text, request.changes ?? []);
    const ask = { ...briefOf(request), plan: plan2, lines, uses, refuseContent };
    if (!isEdited(file, request)) {
      const { content: content2 } = await generateCode({ ...ask, path }, model, options);
      return { content: content2, kind: "changed" };
    }
    const content = edited.get(path);
    if (content === void 0) throw new NotEditableError(path);
    const { kind, ...code } = await editCode({ ...ask, file: { path, content } }, model, options);
    return { content: code.content, kind: previous?.files.has(path) ? "changed" : kind };
  };
}
function assertAffordable(made, request, { kept, edited }, { model }) {
  const left = made.files.filter((file) => !kept.has(file.path) && !isDrawn(file));
  const messages = fileMessages(briefOf(request), "", "");
  const shared = messages.reduce((sum, message) => sum + countTokens(message.content), 0);
  const own = left.reduce((sum, { path }) => sum + countTokens(edited.get(path) ?? ""), 0);
  const each = left.length === 0 ? 0 : Math.ceil(own / left.length);
  model.assertAffordable({ ...made, files: left }, shared + each);
}
export {
  develop
};
