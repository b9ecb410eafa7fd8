import {
  check,
  sameFinding
} from "./chunk-JLDRMRDX.js";
import "./chunk-MYNVXYM6.js";
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
} from "./chunk-RIRNUS4P.js";
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
  listMessages,
  plan,
  planFromList,
  planSince,
  readPlan
} from "./chunk-VAQFXXDE.js";
import "./chunk-X6S5B4D3.js";
import "./chunk-MLPJ6ATO.js";
import {
  ModelError
} from "./chunk-KDWMUFRG.js";
import "./chunk-SWQ3UQUS.js";
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
    if (action === "delete") return false;
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
  const { emit, signal } = mending;
  let { files } = mending;
  const { left, gone } = mending.around;
  const own = concerned(mending, files);
  const stays = left.filter(({ path }) => !own.has(path) && !gone.has(path));
  if (own.size === 0) return { files, checks: { ...NOTHING_CHECKED, found: stays, left: stays } };
  const before = await findingsBefore(mending);
  const known = before.filter((one) => !left.some((other) => sameFinding(one, other)));
  let now = await look(mending, files, known);
  const seen = [...now.findings];
  emit({ type: "check", round: 0, findings: now.findings });
  for (let round = 1; round <= MAX_ROUNDS && countErrors(now.findings) > 0; round += 1) {
    const mended = await mendAll(mending, files, now.findings);
    signal.throwIfAborted();
    if (mended.size === 0) break;
    const next = withMended(mending, files, mended);
    const after = await look(mending, next, known);
    const isWorse = countErrors(after.findings) > countErrors(now.findings);
    emit({ type: "check", round, findings: isWorse ? now.findings : after.findings });
    if (isWorse) {
      for (const path of mended.keys()) {
        emit({ type: "file.done", path, content: contentOf(mending, files, path) ?? "", reused: false });
      }
      break;
    }
    seen.push(...after.findings.filter((one) => !seen.some((other) => sameFinding(one, other))));
    [files, now] = [next, after];
  }
  const { looked, skipped } = now;
  return {
    files,
    checks: { found: [...seen, ...stays], left: [...now.findings, ...stays], looked, skipped }
  };
}
function contentOf({ around }, files, path) {
  return files.get(path) ?? around.before.get(path);
}
function withMended({ plan: plan2 }, files, mended) {
  const inOrder2 = plan2.files.flatMap(({ path }) => {
    const content = mended.get(path) ?? files.get(path);
    return content === void 0 ? [] : [[path, content]];
  });
  return new Map(inOrder2);
}
function concerned(mending, files) {
  const { plan: plan2, around } = mending;
  const paths = plan2.files.map(({ path }) => path).filter((path) => !around.gone.has(path));
  return new Set(paths.filter((path) => contentOf(mending, files, path) !== void 0));
}
async function findingsBefore(mending) {
  const { around, files } = mending;
  if (around.before.size === 0) return [];
  const others = new Set([...around.paths].filter((path) => !around.before.has(path)));
  return (await check({ files: around.before, others, only: concerned(mending, files) })).findings;
}
async function look(mending, files, known) {
  const { plan: plan2, around } = mending;
  const all = new Map([...around.before, ...files]);
  for (const path of around.gone) all.delete(path);
  const isOther = (path) => !all.has(path) && !around.gone.has(path);
  const planned = plan2.files.filter(({ action }) => action !== "delete").map(({ path }) => path);
  const others = new Set([...around.paths, ...planned].filter(isOther));
  const { findings, ...rest } = await check({ files: all, others, plan: plan2, only: concerned(mending, files) });
  return { ...rest, findings: findings.filter((one) => !known.some((other) => sameFinding(one, other))) };
}
var NOTHING_CHECKED = { found: [], left: [], looked: /* @__PURE__ */ new Map(), skipped: [] };
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
  const { plan: plan2, mend, emit, signal } = mending;
  const wrong = new Set(findings.filter(({ severity }) => severity === "error").map(({ path }) => path));
  const mended = /* @__PURE__ */ new Map();
  const mendOne = async (file) => {
    const { path } = file;
    const content = contentOf(mending, files, path) ?? "";
    const own = findings.filter((finding) => finding.path === path);
    emit({ type: "repair", path, findings: own });
    try {
      const options = { ...reporting(path, emit), signal };
      const made = await mend(file, content, own.slice(0, MAX_TOLD), options);
      if (made.kind === "changed") mended.set(path, made.content);
      emit({ type: "file.done", path, content: made.content, reused: false });
    } catch {
      signal.throwIfAborted();
      emit({ type: "file.done", path, content, reused: false });
    }
  };
  await Promise.all(plan2.files.filter(({ path }) => wrong.has(path)).map(mendOne));
  return mended;
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

// src/smol/run.ts
var DEFAULT_MAX_FILES = 100;
async function* run(request, model, steps) {
  const left = new AbortController();
  const signal = request.signal ? AbortSignal.any([request.signal, left.signal]) : left.signal;
  const limits = limitsOf(request);
  const { protectedPaths = [], refusePath } = request;
  const rules = { protectedPaths, maxFiles: limits.maxFiles, refusePath };
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
    const checked = yield* within(() => checkAndMend({ ...prepared, plan: plan2, files: made, signal, emit }));
    yield { type: "done", result: { plan: plan2, ...checked, failed, usage: stage.model.total() } };
  } finally {
    left.abort();
  }
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
  return {
    make: maker(made, request, basis, read, stage),
    before: basis.present,
    resume: { plan: made.text, files: basis.kept },
    around: await aroundOf(request, basis, read, stage.signal),
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
async function aroundOf({ existing }, { present }, read, signal) {
  const paths = existing?.paths ?? /* @__PURE__ */ new Set();
  const manifests = await readManifests(paths, read, signal);
  return { before: new Map([...manifests, ...present]), paths, gone: /* @__PURE__ */ new Set(), left: [] };
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
  const left = made.files.filter((file) => !kept.has(file.path));
  const messages = fileMessages(briefOf(request), "", "");
  const shared = messages.reduce((sum, message) => sum + countTokens(message.content), 0);
  const own = left.reduce((sum, { path }) => sum + countTokens(edited.get(path) ?? ""), 0);
  const each = left.length === 0 ? 0 : Math.ceil(own / left.length);
  model.assertAffordable({ ...made, files: left }, shared + each);
}
export {
  develop
};
