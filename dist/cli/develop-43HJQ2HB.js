import {
  NotEditableError,
  TooLargeError,
  briefOf,
  checkChange,
  checkContent,
  countTokens,
  editCode,
  fileMessages,
  generateCode,
  isEdited,
  listMessages,
  meter,
  plan,
  planFromList,
  readBasis,
  readOnce,
  readPlan,
  sourcesOf
} from "./chunk-TPMXJL7A.js";
import {
  array,
  number,
  object,
  string
} from "./chunk-CFCQ7KDN.js";
import {
  ModelError
} from "./chunk-KDWMUFRG.js";
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
function reporting(path, emit, onFirstToken) {
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
    const outcome = yield* within(() => makeFiles({ ...request, ...prepared, plan: plan2, signal, emit }));
    yield { type: "done", result: { plan: plan2, ...outcome, usage: stage.model.total() } };
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
    resume: { plan: made.text, files: basis.kept }
  };
}
function maker(made, request, { edited }, read, { model, signal }) {
  const { previous, refuseContent } = request;
  return async (file, options) => {
    const { path, lines } = file;
    const uses = await sourcesOf(file, request, read, signal);
    const ask = { ...briefOf(request), plan: made.text, lines, uses, refuseContent };
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
