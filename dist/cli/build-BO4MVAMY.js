import {
  PLAN_FILE,
  count,
  folderName,
  formatCost,
  formatDuration,
  formatTokens,
  openFolder,
  pathIn,
  readNamedFile,
  sha256
} from "./chunk-7UYKUUII.js";
import {
  countTokens,
  expectedTokens
} from "./chunk-GRHOMM5M.js";
import {
  array,
  literal,
  object,
  string
} from "./chunk-Z76BHJNA.js";
import {
  EXIT,
  UsageError
} from "./chunk-HZ7RGWAF.js";
import {
  explain,
  explainFile
} from "./chunk-G3FAHMFX.js";
import {
  columnsOf,
  cutToWidth,
  printable,
  printableLine,
  wrapLine
} from "./chunk-HZO7REIU.js";
import "./chunk-Z5VX4YCY.js";
import "./chunk-X6S5B4D3.js";
import {
  NO_USAGE
} from "./chunk-MLPJ6ATO.js";
import "./chunk-KWIZ4BYA.js";
import "./chunk-KDWMUFRG.js";
import "./chunk-YHBDDNX5.js";

// src/terminal/build.ts
import { relative, resolve } from "node:path";

// src/terminal/display.ts
import { styleText } from "node:util";
function noProgress() {
  return { calls: /* @__PURE__ */ new Map(), planned: null, longest: 0, ended: 0, since: null };
}
var PLAN = "plan";
function advance(progress, event, now) {
  const change = (name, patch) => {
    const call = progress.calls.get(name) ?? newCall(name);
    progress.calls.set(name, { ...call, ...patch(call) });
    return progress;
  };
  const begin = (name) => ({ ...change(name, () => ({})), since: progress.since ?? now });
  const end = (name, patch) => ({
    ...change(name, () => ({ ...patch, endedAt: now })),
    ended: progress.ended + 1
  });
  const grow = (text) => (call) => ({
    bytes: call.bytes + Buffer.byteLength(text),
    firstAt: call.firstAt ?? now,
    state: "writing",
    note: null
  });
  switch (event.type) {
    case "plan.start":
      return begin(PLAN);
    case "plan.delta":
      return change(PLAN, grow(event.text));
    case "plan.retry":
      return change(PLAN, () => again(event.retry));
    case "plan.done": {
      const { calls } = change(PLAN, () => ({ state: "done", endedAt: now }));
      const { files } = event.plan;
      const longest = Math.max(0, ...files.map(({ path }) => columnsOf(printableLine(path))));
      return { ...progress, calls, planned: files.length, longest, since: null };
    }
    case "file.start":
      return begin(event.path);
    case "file.delta":
      return change(event.path, grow(event.text));
    case "file.retry":
      return change(event.path, () => again(event.retry));
    case "file.done":
      return end(event.path, { state: "done", lines: countLines(event.content) });
    case "file.drawn":
      return end(event.path, { state: "done", note: "drawn" });
    case "file.unchanged":
      return end(event.path, { state: "done", note: "stays as it is" });
    case "file.failed":
      return end(event.path, { state: "failed", note: event.error.message });
    default:
      return progress;
  }
}
function newCall(name) {
  return { name, state: "waiting", bytes: 0, firstAt: null, endedAt: null, lines: null, note: null };
}
function again({ waitMs, error }) {
  const note = `${error.message} Again in ${(waitMs / 1e3).toFixed(waitMs < 1e4 ? 1 : 0)} s.`;
  return { state: "waiting", bytes: 0, firstAt: null, note };
}
function countLines(text) {
  if (text === "") return 0;
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}
function grouped(number) {
  return Math.round(number).toLocaleString("en-US");
}
function size(bytes) {
  return bytes < 999.5 ? `${Math.round(bytes)} B` : `${(bytes / 1e3).toFixed(1)} kB`;
}
function rateOf(call, now) {
  if (call.firstAt === null) return null;
  const seconds2 = ((call.endedAt ?? now) - call.firstAt) / 1e3;
  return seconds2 < 0.05 ? null : call.bytes / seconds2;
}
var AROUND_NAME = 33;
function callLine(call, now, nameColumns2 = 0) {
  const mark = { done: "\u2713", failed: "\u2717", writing: "\u203A", waiting: "\xB7" }[call.state];
  const name = printableLine(call.name);
  const padding = " ".repeat(Math.max(0, nameColumns2 - columnsOf(name)));
  return `${mark} ${name}${padding}  ${facts(call, now)}`.trimEnd();
}
function facts(call, now) {
  if (call.note !== null) return printableLine(call.note);
  if (call.state === "waiting") return "waiting for the first token";
  const rate = rateOf(call, now);
  const { lines, bytes } = call;
  return [
    (lines === null ? "" : `${grouped(lines)} ${lines === 1 ? "line " : "lines"}`).padStart(9),
    (bytes === 0 ? "" : size(bytes)).padStart(7),
    (rate === null ? "" : `${size(rate)}/s`).padStart(9)
  ].join("  ");
}
function liveLines(progress, now, { columns, rows }) {
  const active = [...progress.calls.values()].filter(
    ({ state }) => state === "writing" || state === "waiting"
  );
  if (active.length === 0 || rows < 1) return [];
  const room = Math.max(0, rows - 2);
  const shown = active.slice(0, active.length > room + 1 ? room : room + 1);
  const hidden = active.length - shown.length;
  const lines = shown.map((call) => callLine(call, now, nameColumns(progress, columns)));
  if (hidden > 0 && rows > 1) lines.push(`  and ${hidden} more`);
  lines.push(totalLine(progress, active, now));
  return lines.slice(-rows).map((line) => cutToWidth(line, columns));
}
function nameColumns({ longest }, columns) {
  return Math.min(longest, columns - AROUND_NAME);
}
function totalLine({ planned, ended, since }, active, now) {
  const rate = active.reduce((sum, call) => sum + (rateOf(call, now) ?? 0), 0);
  const seconds2 = since === null ? 0 : Math.floor((now - since) / 1e3);
  return [
    planned === null ? "Planning" : `${ended} of ${planned} files`,
    seconds2 === 0 ? null : formatDuration(seconds2 * 1e3),
    rate === 0 ? null : `${size(rate)}/s`
  ].filter((fact) => fact !== null).join(" \xB7 ");
}
var REDRAW_MS = 100;
var SIZE = { columns: 80, rows: 24 };
function fit(line, { isTTY, columns = SIZE.columns }) {
  return isTTY === true ? wrapLine(line, columns) : [line];
}
function plainDisplay(output, now) {
  let progress = noProgress();
  const say = (line) => void output.write(`${fit(line, output).join("\n")}
`);
  return {
    take: (event) => {
      progress = advance(progress, event, now());
      const call = endedCall(progress, event) ?? retriedCall(progress, event);
      if (call !== null) say(callLine(call, now(), nameColumns(progress, output.columns ?? SIZE.columns)));
    },
    say,
    settle: () => {
    },
    stop: () => {
    }
  };
}
function liveDisplay(output, now) {
  let progress = noProgress();
  let due = [];
  let drawn = [];
  const draw = (lines) => {
    if (due.length === 0 && lines.join("\n") === drawn.join("\n")) return;
    const erase = drawn.length === 0 ? "" : `\x1B[${drawn.length}A\r\x1B[J`;
    output.write(erase + [...due, ...lines].map((line) => `${line}
`).join(""));
    due = [];
    drawn = lines;
  };
  const tick = () => {
    const { columns = SIZE.columns, rows = SIZE.rows } = output;
    draw(
      liveLines(progress, now(), { columns, rows: rows - 1 }).map((line) => styleText("dim", line, FORCED))
    );
  };
  const timer = setInterval(tick, REDRAW_MS).unref();
  const settle = () => draw([]);
  return {
    take: (event) => {
      progress = advance(progress, event, now());
      const ended = endedCall(progress, event);
      if (ended === null) return;
      const line = callLine(ended, now(), nameColumns(progress, output.columns ?? SIZE.columns));
      const colour = ended.state === "done" ? "green" : "red";
      const [first = "", ...others] = fit(line, output);
      due.push(
        first.replace(/^./u, (mark) => styleText(colour, mark, FORCED)),
        ...others
      );
    },
    say: (line) => void due.push(...fit(line, output)),
    settle,
    stop: () => {
      clearInterval(timer);
      settle();
    }
  };
}
var FORCED = { validateStream: false };
function endedCall(progress, event) {
  const hasEnded = event.type === "file.failed" || event.type === "file.unchanged";
  return hasEnded || event.type === "file.done" && !event.reused ? progress.calls.get(event.path) ?? null : null;
}
function retriedCall(progress, event) {
  if (event.type === "plan.retry") return progress.calls.get(PLAN) ?? null;
  return event.type === "file.retry" ? progress.calls.get(event.path) ?? null : null;
}

// src/terminal/record.ts
var OWN_FOLDER = ".smol";
var RECORD_PATH = `${OWN_FOLDER}/run.json`;
var IGNORE_PATH = `${OWN_FOLDER}/.gitignore`;
var RecordSchema = object({
  version: literal(1),
  /** `requestKey` of the request that `plan` and `made` belong to. */
  request: string(),
  /** The plan as the model wrote it, or as a person edited it. */
  plan: string(),
  /** Where the plan was written for people; null when it was not. */
  planAt: string().nullable(),
  /** The finished files of this request: the path of the plan, where the content lies, its SHA-256. */
  made: array(object({ path: string(), at: string(), sha256: string() })),
  /**
   * What smol itself wrote, by this request or an earlier one: a file of the same content is ours, and may be
   * overwritten. A path stands twice while it is replaced.
   */
  written: array(object({ at: string(), sha256: string() }))
});
function requestKey(request) {
  const { prompt, instructions, model, planModel } = request;
  return sha256(JSON.stringify([prompt.trim(), instructions?.trim() ?? null, model, planModel]));
}
async function readRecord(folder) {
  const text = await folder.read(RECORD_PATH);
  if (text === null) return null;
  try {
    return RecordSchema.parse(JSON.parse(text));
  } catch {
    return "unreadable";
  }
}
async function writeRecord(folder, record2) {
  if ((await folder.look(IGNORE_PATH)).kind === "absent") await folder.write(IGNORE_PATH, "*\n");
  await saveRecord(folder, record2);
}
async function saveRecord(folder, record2) {
  await folder.write(RECORD_PATH, `${JSON.stringify(record2)}
`);
}
function startRecord(earlier, request, plan) {
  return { version: 1, request, plan, planAt: null, made: [], written: earlier?.written ?? [] };
}
function isOurs(record2, at, hash) {
  return record2.written.some((entry) => entry.at === at && entry.sha256 === hash);
}
function withWritten(record2, at, hash) {
  const before = record2.written.filter((entry) => entry.at === at && entry.sha256 !== hash).slice(-1);
  const others = record2.written.filter((entry) => entry.at !== at);
  return { ...record2, written: [...others, ...before, { at, sha256: hash }] };
}
function withMade(record2, made) {
  return { ...record2, made: [...record2.made.filter(({ path }) => path !== made.path), made] };
}
async function findStart(folder, request) {
  const record2 = await readRecord(folder);
  if (record2 === null) return { record: null, resume: null, notes: [] };
  if (record2 === "unreadable") {
    const note2 = "The record of earlier runs (.smol/run.json) cannot be read, so no file of the folder counts as ours.";
    return { record: null, resume: null, notes: [note2] };
  }
  if (record2.request !== request) return { record: record2, resume: null, notes: [] };
  if (record2.planAt === null) return { record: record2, resume: await unfinished(folder, record2), notes: [] };
  const plan = await folder.read(record2.planAt);
  if (plan === null || plan.trim() === "") {
    return { record: record2, resume: null, notes: [`${record2.planAt} is gone, so there will be a new plan.`] };
  }
  if (plan.trim() === record2.plan.trim())
    return { record: record2, resume: await unfinished(folder, record2), notes: [] };
  const note = `${record2.planAt} was edited: every file is made anew from it.`;
  return { record: record2, resume: { plan, files: /* @__PURE__ */ new Map() }, notes: [note] };
}
async function unfinished(folder, record2) {
  return { plan: record2.plan, files: await finishedFiles(folder, record2) };
}
var ASIDE_FOLDER = `${OWN_FOLDER}/aside`;
var MOST_NAMES = 100;
async function place(folder, record2, file) {
  return put(
    folder,
    record2,
    file,
    (before, at) => withMade(before, { path: file.path, at, sha256: sha256(file.content) })
  );
}
async function placeIcon(folder, record2, path, content) {
  const found = await folder.look(path);
  const isTheirs = found.kind === "file" && found.sha256 !== sha256(content) && !isOurs(record2, path, found.sha256);
  if (isTheirs) return { placement: { kind: "needless", path, at: path }, record: record2 };
  return put(folder, record2, { path, content, setAside: null }, (before) => before);
}
async function placePlan(folder, record2, path) {
  const content = record2.plan.endsWith("\n") ? record2.plan : `${record2.plan}
`;
  const placed = await put(folder, record2, { path, content, setAside: null }, (before) => before);
  const next = { ...placed.record, planAt: placed.placement.at };
  await writeRecord(folder, next);
  return next;
}
async function finishedFiles(folder, record2) {
  const files = /* @__PURE__ */ new Map();
  for (const { path, at, sha256: hash } of record2.made) {
    const content = await folder.read(at);
    if (content !== null && sha256(content) === hash) files.set(path, content);
  }
  return files;
}
async function isFree(folder, record2, path) {
  const found = await folder.look(path);
  return found.kind === "absent" || found.kind === "file" && isOurs(record2, path, found.sha256);
}
async function put(folder, record2, { path, content, setAside }, note) {
  const reason = setAside ?? await obstacle(folder, path);
  const wanted = reason === null ? path : `${ASIDE_FOLDER}/${path}`;
  const hash = sha256(content);
  const { at, isThere } = await firstName(folder, record2, wanted, hash);
  const next = note(isThere ? record2 : withWritten(record2, at, hash), at);
  if (next !== record2) await saveRecord(folder, next);
  if (!isThere) await folder.write(at, content);
  if (reason !== null) return { placement: { kind: "aside", path, at, reason }, record: next };
  return { placement: { kind: at === path ? "written" : "kept", path, at }, record: next };
}
async function obstacle(folder, path) {
  if (path.split("/")[0]?.toLowerCase() === OWN_FOLDER) return `${OWN_FOLDER} is where smol keeps its record`;
  const found = await folder.look(path);
  return found.kind === "blocked" ? found.reason : null;
}
async function firstName(folder, record2, wanted, hash) {
  for (let index = 0; index < MOST_NAMES; index += 1) {
    const at = nameBeside(wanted, index);
    const found = await folder.look(at);
    if (found.kind === "absent") return { at, isThere: false };
    if (found.kind !== "file") continue;
    if (found.sha256 === hash) return { at, isThere: true };
    if (isOurs(record2, at, found.sha256)) return { at, isThere: false };
  }
  throw new Error(`No free name is left beside ${wanted}.`);
}
function nameBeside(path, index) {
  if (index === 0) return path;
  return index === 1 ? `${path}.smol-new` : `${path}.smol-new-${index}`;
}

// src/terminal/plan.ts
var MOST_NAMED = 5;
function createPlanPrinter(output) {
  let line = "";
  let blank = "";
  let fence = null;
  const put2 = (whole) => {
    if (whole.trim() === "") {
      blank += `${whole}
`;
      return;
    }
    const mark = /^\s*(`{3,}|~{3,})/.exec(whole)?.[1] ?? null;
    const rows = fence === null && mark === null ? fit(whole, output) : [whole];
    output.write(`${blank}${rows.join("\n")}
`);
    blank = "";
    if (fence === null) fence = mark;
    else if (mark?.startsWith(fence) && whole.trim() === mark) fence = null;
  };
  return {
    write: (text) => {
      const lines = (line + printable(text)).split("\n");
      line = lines.pop() ?? "";
      for (const whole of lines) put2(whole);
    },
    end: () => {
      if (line.trim() !== "") put2(line);
      line = "";
      blank = "";
      fence = null;
    }
  };
}
async function savePlan(plan, { folder, start, request, display }) {
  const continued = start.resume !== null && start.record?.plan === plan.text ? start.record : null;
  const record2 = continued ?? startRecord(start.record, request, plan.text);
  if (plan.files.some(({ path }) => path.toLowerCase() === PLAN_FILE)) {
    await writeRecord(folder, record2);
    return record2;
  }
  const written = await placePlan(folder, record2, PLAN_FILE);
  if (written.planAt !== PLAN_FILE) {
    display.say(`! ${PLAN_FILE} is yours and stays; the plan is in ${printableLine(written.planAt ?? "")}`);
  }
  return written;
}
async function confirmPlan({ plan, reused }, record2, following) {
  const { start, model, display, world, deadline, out, mayAsk, planOnly, streamsPlan } = following;
  if (planOnly || !reused) {
    const isPrinted = !reused && streamsPlan;
    if (!isPrinted) printPlan(plan, world.stdout);
    if (world.stdout.isTTY === true) world.stdout.write("\n");
  }
  if (planOnly) return { kind: "planned" };
  const missing = plan.files.filter(({ path }) => !start.resume?.files.has(path));
  const files = count(plan.files.length, "file");
  if (reused) display.say(`${plan.files.length - missing.length} of ${files} reused.`);
  else display.say(`${files} planned for ${folderName(out)}.`);
  await warnOfOthers(plan, record2, following);
  if (!mayAsk || missing.length === 0) return null;
  display.settle();
  deadline.pause();
  const answer = await ask(spendQuestion(plan, missing, model), world);
  deadline.go();
  if (answer === "yes") return null;
  return { kind: answer === "no" ? "declined" : "interrupted" };
}
function printPlan(plan, output) {
  const printer = createPlanPrinter(output);
  printer.write(plan.text);
  printer.end();
}
async function warnOfOthers(plan, record2, { folder, start, display, out }) {
  const wanted = plan.files.filter(
    ({ path, setAside }) => setAside === null && !start.resume?.files.has(path)
  );
  const free = await Promise.all(wanted.map(({ path }) => isFree(folder, record2, path)));
  const taken = wanted.flatMap(({ path }, index) => free[index] ? [] : [path]);
  if (taken.length === 0) return;
  const named = taken.slice(0, MOST_NAMED).join(", ");
  const more = taken.length > MOST_NAMED ? ` and ${taken.length - MOST_NAMED} more` : "";
  display.say(
    printableLine(
      `! Already in ${folderName(out)} and not written by smol: ${named}${more}. What is yours stays as it is.`
    )
  );
}
async function ask(question, world) {
  const { confirm, isCancel } = await import("./dist-N2PQWPIE.js");
  const { stdin: input, stderr: output, signal } = world;
  const answer = await confirm({ message: question, input, output, signal, withGuide: false });
  if (isCancel(answer)) return "interrupted";
  return answer ? "yes" : "no";
}
function spendQuestion(plan, missing, model) {
  const lines = missing.reduce((sum, file) => sum + (file.lines ?? 0), 0);
  const costUsd = roughCost(plan, missing, model);
  const facts2 = [
    count(missing.length, "file"),
    lines === 0 ? null : `about ${grouped(lines)} lines`,
    costUsd === null ? null : `roughly ${formatCost(costUsd)}`
  ].filter((fact) => fact !== null);
  return `Write ${facts2.join(", ")}, with ${printableLine(model.nameOf("file"))}?`;
}
function roughCost(plan, missing, model) {
  const shared = countTokens(plan.text);
  return model.cost("file", {
    inputTokens: shared * missing.length,
    cachedTokens: shared * Math.max(0, missing.length - 1),
    outputTokens: missing.reduce((sum, file) => sum + expectedTokens(file.lines), 0)
  });
}

// src/terminal/follow.ts
async function follow(events, following) {
  const followed = {
    stop: { kind: "finished" },
    plan: null,
    planAt: null,
    placements: [],
    contents: /* @__PURE__ */ new Map(),
    drawn: [],
    unmade: [],
    reused: 0,
    failed: [],
    usage: NO_USAGE
  };
  const printer = createPlanPrinter(following.world.stdout);
  let stop = null;
  try {
    const writer = createWriter(following, followed);
    for await (const event of events) {
      show(event, following, printer);
      stop = await writer(event);
      if (stop !== null) break;
    }
  } catch (error) {
    stop = { kind: "error", error };
  }
  following.display.settle();
  printer.end();
  return { ...followed, stop: stopOf(stop, followed, following) };
}
function stopOf(stop, followed, { world, deadline }) {
  if (stop !== null && stop.kind !== "error") return stop;
  const isWhole = stop === null && followed.failed.length === 0;
  if (world.signal.aborted && !isWhole) return { kind: "interrupted" };
  if (deadline.signal.aborted && !isWhole) return { kind: "timed-out" };
  return stop ?? { kind: "finished" };
}
function show(event, following, printer) {
  const { display, trace, world, deadline, streamsPlan } = following;
  const isAborted = world.signal.aborted || deadline.signal.aborted;
  if (event.type === "file.failed" && isAborted) return;
  if (trace !== null) {
    const line = trace(event);
    if (line !== null) display.say(line);
  } else if (streamsPlan && event.type.startsWith("plan.")) {
    streamPlan(event, display, printer);
  } else {
    display.take(event);
  }
}
function streamPlan(event, display, printer) {
  display.settle();
  if (event.type === "plan.delta") printer.write(event.text);
  if (event.type === "plan.retry") {
    printer.end();
    const why = printableLine(event.retry.error.message);
    for (const line of ["", `The reply broke off (${why}); it begins again.`, ""]) display.say(line);
  }
  if (event.type === "plan.done") {
    printer.end();
    display.take(event);
  }
}
function createWriter(following, followed) {
  const { folder, display } = following;
  let record2 = null;
  return async (event) => {
    switch (event.type) {
      case "plan.done":
        followed.plan = event.plan;
        record2 = await savePlan(event.plan, following);
        followed.planAt = record2.planAt;
        return confirmPlan(event, record2, following);
      case "file.done": {
        if (record2 === null) return null;
        const setAside = followed.plan?.files.find(({ path }) => path === event.path)?.setAside ?? null;
        const placed = await place(folder, record2, { path: event.path, content: event.content, setAside });
        record2 = placed.record;
        followed.placements.push(placed.placement);
        followed.contents.set(event.path, event.content);
        if (event.reused) followed.reused += 1;
        if (placed.placement.kind === "kept") {
          display.say(
            printableLine(`! ${event.path} is yours and stays; the new one is ${placed.placement.at}`)
          );
        }
        return null;
      }
      case "file.drawn": {
        if (record2 === null) return null;
        const placed = await placeIcon(folder, record2, event.path, event.content);
        record2 = placed.record;
        followed.placements.push(placed.placement);
        if (placed.placement.kind === "written") followed.drawn.push(event.path);
        return null;
      }
      case "usage":
        followed.usage = event.usage;
        return null;
      case "done":
        followed.usage = event.result.usage;
        followed.failed = event.result.failed;
        followed.unmade = event.result.unmade;
        return null;
      default:
        return null;
    }
  };
}
var LONGEST = 2 ** 31 - 1;
function createDeadline(milliseconds, now) {
  const controller = new AbortController();
  let left = milliseconds;
  let since = now();
  let timer;
  const go2 = () => {
    since = now();
    timer = setTimeout(
      () => controller.abort(new Error("The time of the run is over.")),
      Math.min(left, LONGEST)
    ).unref();
  };
  const pause = () => {
    clearTimeout(timer);
    left = Math.max(0, left - (now() - since));
  };
  go2();
  return { signal: controller.signal, pause, go: go2 };
}

// src/report/how-to-run.ts
var MOST_FOLDERS = 4;
var FOLDER = /^(\w[\w.-]*)\//;
var NOTHING = { commands: [], test: null, note: null };
function howToRun(files) {
  const here = container(files);
  return isKnown(here) ? here : inFolders(files);
}
function isKnown({ commands, test, note }) {
  return commands.length > 0 || test !== null || note !== null;
}
function inFolders(files) {
  const names = new Set([...files.keys()].flatMap((path) => FOLDER.exec(path)?.[1] ?? []));
  const apps = [...names].map((name) => ({ name, ...way(within(files, name)) })).filter(isKnown).slice(0, MOST_FOLDERS);
  const [only] = apps;
  if (only === void 0) return NOTHING;
  const notes = apps.flatMap(({ name, note: note2 }) => note2 === null ? [] : [`In ${name}: ${lowerFirst(note2)}`]);
  const note = notes.length === 0 ? null : notes.join(" ");
  if (apps.length === 1) {
    const enter = only.commands.length === 0 && only.test === null ? [] : [`cd ${only.name}`];
    return { commands: [...enter, ...only.commands], test: only.test, note };
  }
  const inside = (name, commands) => commands.length === 0 ? [] : [`(${[`cd ${name}`, ...commands].join(" && ")})`];
  const tests = apps.flatMap(({ name, test }) => inside(name, test === null ? [] : [test]));
  return {
    commands: apps.flatMap(({ name, commands }) => inside(name, commands)),
    test: tests.length === 0 ? null : tests.join(" && "),
    note
  };
}
function lowerFirst(line) {
  return line.charAt(0).toLowerCase() + line.slice(1);
}
function within(files, name) {
  const inside = [...files].filter(([path]) => path.startsWith(`${name}/`));
  return new Map(inside.map(([path, content]) => [path.slice(name.length + 1), content]));
}
function way(files) {
  const recipes = [node, python, go, rust, make, page];
  return recipes.map((recipe) => recipe(files)).find(isKnown) ?? NOTHING;
}
function container(files) {
  const app = way(files);
  const compose = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];
  if (compose.some((name) => files.has(name))) {
    return { ...app, commands: ["docker compose up --build"], note: null };
  }
  if (isKnown(app) || !files.has("Dockerfile")) return app;
  const port = /^EXPOSE\s+(\d{1,5})\b/m.exec(files.get("Dockerfile") ?? "")?.[1];
  const published = port === void 0 ? "" : ` -p ${port}:${port}`;
  return { ...NOTHING, commands: ["docker build -t app .", `docker run --rm${published} app`] };
}
function node(files) {
  const text = files.get("package.json");
  if (text === void 0) return NOTHING;
  const manifest = readJson(text);
  const scripts = Object.keys(record(manifest.scripts));
  const packages = ["dependencies", "devDependencies"].flatMap(
    (field) => Object.keys(record(manifest[field]))
  );
  const manager = packageManager(manifest);
  const start = ["dev", "start", "serve"].find((name) => scripts.includes(name));
  const open = start === void 0 ? page(files) : NOTHING;
  return {
    commands: [
      ...packages.length === 0 ? [] : [`${manager} install`],
      ...start === void 0 ? open.commands : [`${manager} ${start === "start" ? "" : "run "}${start}`]
    ],
    test: scripts.includes("test") ? `${manager} test` : null,
    note: open.note
  };
}
function packageManager(manifest) {
  const named = /^(pnpm|yarn|bun)@/.exec(String(manifest.packageManager ?? ""))?.[1];
  return named ?? "npm";
}
function python(files) {
  const project = files.get("pyproject.toml");
  const requirements = files.has("requirements.txt");
  const entry = pythonEntry(files, project ?? "");
  if (project === void 0 && !requirements && entry === null) return NOTHING;
  const installable = project !== void 0 && /^\[project\]/m.test(project);
  const tests = [...files.keys()].some((path) => /(?:^|\/)test_[^/]*\.py$/.test(path));
  const pytest = /\bpytest\b/.test(`${project ?? ""}${files.get("requirements.txt") ?? ""}`) || !usesUnittest(files);
  const install = requirements ? "pip install -r requirements.txt" : installable ? "pip install -e ." : null;
  return {
    commands: [install, entry].filter((command) => command !== null),
    test: tests ? `python -m ${pytest ? "pytest" : "unittest"}` : null,
    note: null
  };
}
function pythonEntry(files, project) {
  const command = /^\[project\.scripts\]\s*\n(?:\s*#.*\n)*\s*["']?([\w.-]+)["']?\s*=/m.exec(project)?.[1];
  if (command !== void 0) return command;
  const main = [...files.keys()].find((path) => /^(?:src\/)?[\w-]+\/__main__\.py$/.test(path));
  if (main !== void 0) return `python -m ${main.replace(/^src\//, "").replace("/__main__.py", "")}`;
  if (files.has("manage.py")) return "python manage.py runserver";
  const script = ["__main__.py", "main.py", "app.py", "run.py", "cli.py"].find((name) => files.has(name));
  return script === void 0 ? null : `python ${script === "__main__.py" ? "." : script}`;
}
function usesUnittest(files) {
  return [...files].some(
    ([path, content]) => path.endsWith(".py") && /^\s*(?:import|from) unittest\b/m.test(content)
  );
}
function go(files) {
  if (!files.has("go.mod")) return NOTHING;
  const command = [...files.keys()].map((path) => /^(cmd\/[\w-]+)\/main\.go$/.exec(path)?.[1]).find((path) => path !== void 0);
  const tests = [...files.keys()].some((path) => path.endsWith("_test.go"));
  return {
    commands: [command === void 0 ? "go run ." : `go run ./${command}`],
    test: tests ? "go test ./..." : null,
    note: null
  };
}
function rust(files) {
  if (!files.has("Cargo.toml")) return NOTHING;
  const library = files.has("src/lib.rs") && !files.has("src/main.rs");
  const tests = [...files.values()].some((content) => content.includes("#[test]"));
  return {
    commands: [library ? "cargo build" : "cargo run"],
    test: tests ? "cargo test" : null,
    note: null
  };
}
function make(files) {
  const text = files.get("Makefile");
  if (text === void 0) return NOTHING;
  const targets = [...text.matchAll(/^([a-z][\w-]*)\s*:(?!=)/gm)].map((match) => match[1] ?? "");
  const start = ["run", "dev", "start", "serve"].find((name) => targets.includes(name));
  return {
    commands: [start === void 0 ? "make" : `make ${start}`],
    test: targets.includes("test") ? "make test" : null,
    note: null
  };
}
function page(files) {
  const manifest = record(readJson(files.get("manifest.json") ?? ""));
  if (manifest.manifest_version !== void 0) {
    const note = "Open chrome://extensions, switch on developer mode and load the folder as an unpacked extension.";
    return { ...NOTHING, note };
  }
  const path = ["index.html", "public/index.html", "src/index.html"].find((name) => files.has(name));
  if (path === void 0) return NOTHING;
  const scripts = [...files].filter(([name]) => /\.(?:html|m?js)$/.test(name)).map(([, content]) => content);
  const served = scripts.some(
    (text) => /<script[^>]+type=["']?module\b/i.test(text) || /\bfetch\(\s*["'`](?!https?:)/.test(text)
  );
  if (!served) return { ...NOTHING, note: `Open ${path} in a browser.` };
  const folder = path.includes("/") ? ` -d ${path.replace("/index.html", "")}` : "";
  return {
    commands: [`python3 -m http.server${folder}`],
    test: null,
    note: "Open http://localhost:8000 in a browser."
  };
}
function readJson(text) {
  try {
    return record(JSON.parse(text));
  } catch {
    return {};
  }
}
function record(value) {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

// src/terminal/summary.ts
var GO_ON = "Run the same command again to go on: what is finished is not asked for and not paid again.";
function conclude(followed, { out, options, world, milliseconds }) {
  const { stop, plan, usage } = followed;
  const said = sentences(followed, out, options);
  if (plan !== null && stop.kind !== "planned" && stop.kind !== "declined") {
    const ending = endingOf(followed, plan, out, milliseconds);
    print(world.stdout, ["", ...summaryLines(ending)]);
    world.stdout.write(
      startLines(ending).map((line) => `${line}
`).join("")
    );
  } else if (usage.inputTokens > 0) {
    print(world.stderr, [usageLine(usage, milliseconds)]);
  }
  print(world.stderr, said);
  if (options.debug && stop.kind === "error" && stop.error instanceof Error) {
    print(world.stderr, [printableLine(stop.error.stack ?? "")]);
  }
  return exitCode(followed);
}
function endingOf(followed, plan, out, milliseconds) {
  const { planAt, placements, contents, drawn, unmade, reused, failed, usage, stop } = followed;
  const inPlace = /* @__PURE__ */ new Map();
  for (const { kind, path } of placements) {
    const content = contents.get(path);
    if (kind === "written" && content !== void 0) inPlace.set(path, content);
  }
  let lines = 0;
  for (const content of inPlace.values()) lines += countLines(content);
  return {
    plan,
    planAt,
    out,
    placements,
    lines,
    drawn,
    unmade,
    reused,
    // After an abort every file that was under way comes as failed.
    failed: wasAborted(stop) ? [] : failed,
    usage,
    milliseconds,
    howToRun: howToRun(inPlace)
  };
}
function sentences(followed, out, options) {
  const { stop, plan, planAt, placements, failed } = followed;
  const planPath = planAt === null ? folderName(out) : pathIn(out, planAt);
  const finished = plan === null ? "" : ` ${placements.length} of ${plan.files.length} files are finished.`;
  const goOn = plan === null ? [] : [GO_ON];
  switch (stop.kind) {
    case "planned":
      return [
        `The plan is in ${planPath}. Edit it if you like; without --plan-only the same command writes its files.`
      ];
    case "declined":
      return [
        `No file was written. The plan is in ${planPath}; edit it if you like, and run the same command again.`
      ];
    case "interrupted":
      return [`Stopped.${finished}`, ...goOn];
    case "timed-out":
      return [
        `smol: The run took longer than ${options.timeoutMinutes} minutes (--timeout-minutes).${finished}`,
        ...goOn
      ];
    case "error":
      return [`smol: ${explain(stop.error)}`, ...goOn];
    case "finished":
      return failed.length === 0 ? [] : [GO_ON];
  }
}
function exitCode({ stop, plan, placements, failed }) {
  if (stop.kind === "interrupted") return EXIT.interrupted;
  if (stop.kind === "planned") return EXIT.written;
  const isWhole = stop.kind === "finished" && plan !== null && isComplete({ plan, placements, failed });
  return isWhole ? EXIT.written : EXIT.incomplete;
}
function wasAborted({ kind }) {
  return kind === "interrupted" || kind === "timed-out";
}
function print(output, lines) {
  const rows = lines.flatMap((line) => fit(line, output));
  output.write(rows.map((row) => `${row}
`).join(""));
}
function summaryLines(ending) {
  const { plan, planAt, out, placements, failed } = ending;
  const written = placements.filter(({ kind }) => kind === "written").length;
  const told = new Set(ending.unmade.map(({ path }) => path));
  const refused = plan.refused.filter(({ path }) => !told.has(path));
  const reused = ending.reused === 0 ? "" : ` (${ending.reused} of an earlier run)`;
  const lines = `${grouped(ending.lines)} ${ending.lines === 1 ? "line" : "lines"}`;
  return [
    `${count(written, "file")}, ${lines}, in ${folderName(out)}${reused}`,
    usageLine(ending.usage, ending.milliseconds),
    ...section(
      "Failed:",
      failed.map(({ path, error }) => `${path}: ${explainFile(error)}`)
    ),
    ...section("Kept yours:", placements.flatMap(keptLine)),
    ...section(
      "Set aside:",
      placements.flatMap((placement) => asideLine(placement, out))
    ),
    ...section("Drawn, as placeholders:", ending.drawn),
    ...section("Not made, as they are binary; add them yourself:", ending.unmade.map(unmadeLine)),
    ...section(
      "Refused, because of the path:",
      refused.map(({ path, reason }) => `${path}: ${reason}`)
    ),
    ...planAt !== null && isComplete(ending) ? [`The plan is in ${pathIn(out, planAt)}; edit it and run again to rebuild.`] : []
  ];
}
function isComplete({ plan, placements, failed }) {
  const setAside = new Set(plan.files.filter((file) => file.setAside !== null).map(({ path }) => path));
  const isInPlace = ({ kind }) => kind === "written" || kind === "needless";
  const misplaced = placements.some((placement) => !isInPlace(placement) && !setAside.has(placement.path));
  return failed.length === 0 && !misplaced && placements.length === plan.files.length;
}
function usageLine(usage, milliseconds) {
  const cached = usage.cachedTokens === 0 ? "" : ` (${formatTokens(usage.cachedTokens)} cached)`;
  const source = usage.estimated ? ", estimated" : "";
  const tokens = `${formatTokens(usage.inputTokens)} tokens in${cached}, ${formatTokens(usage.outputTokens)} out${source}`;
  return `${tokens} \xB7 ${formatCost(usage.costUsd)} \xB7 ${formatDuration(milliseconds)}`;
}
function keptLine(placement) {
  return placement.kind === "kept" ? [`${placement.path} (the new one is ${placement.at})`] : [];
}
function asideLine(placement, out) {
  if (placement.kind !== "aside") return [];
  return [`${placement.path}: ${placement.reason} (see ${pathIn(out, placement.at)})`];
}
function unmadeLine({ path, usedBy: [user, ...others] }) {
  if (user === void 0) return path;
  const more = others.length === 0 ? "" : ` and ${count(others.length, "more file")}`;
  return `${path} (used by ${user.path}:${user.line}${more})`;
}
function startLines(ending) {
  if (!isComplete(ending)) return [];
  const { out, howToRun: howToRun2 } = ending;
  const { commands, note, test } = howToRun2;
  const enter = out === "." ? [] : [`cd ${shellWord(out)}`];
  const notes = note === null ? [] : [note];
  if (commands.length > 0) {
    return [...section("To start it:", [...enter, ...commands, ...notes]), ...testLine(test)];
  }
  if (note !== null) {
    const title = out === "." ? "To start it:" : `To start it, in ${folderName(out)}:`;
    return [...section(title, notes), ...testLine(test)];
  }
  return test === null ? [] : section("To test it:", [...enter, test]);
}
function testLine(test) {
  return test === null ? [] : [printableLine(`Tests: ${test}`)];
}
function shellWord(text) {
  return /^[\w./@%+=:,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
function section(title, lines) {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${printableLine(line)}`)];
}

// src/terminal/trace.ts
function createTrace(now) {
  const begin = now();
  const asked = /* @__PURE__ */ new Map();
  let progress = noProgress();
  return (event) => {
    const at = now();
    const name = "path" in event ? event.path : event.type === "usage" ? "run" : "plan";
    const isFirst = (event.type === "plan.delta" || event.type === "file.delta") && !hasBegun(name);
    progress = advance(progress, event, at);
    if (event.type === "plan.start" || event.type === "file.start") asked.set(name, at);
    const said = isFirst ? `first token after ${seconds(at - (asked.get(name) ?? at))}` : words(event, speed(name, at));
    return said === null ? null : `[${seconds(at - begin).padStart(8)}] ${printableLine(`${name}: ${said}`)}`;
  };
  function hasBegun(name) {
    return (progress.calls.get(name)?.firstAt ?? null) !== null;
  }
  function speed(name, at) {
    const call = progress.calls.get(name);
    if (call === void 0) return "";
    const rate = rateOf(call, at);
    return `${size(call.bytes)}${rate === null ? "" : `, ${size(rate)}/s`}`;
  }
}
function words(event, speed) {
  switch (event.type) {
    case "plan.start":
    case "file.start":
      return "asked";
    case "plan.retry":
    case "file.retry":
      return retryWords(event.retry);
    case "plan.list":
      return `its list of files is asked for with a schema, because ${event.reason}`;
    case "plan.done":
      return event.reused ? "reused" : `whole, ${speed}; ${event.plan.files.length} files`;
    case "file.continue":
      return `cut at the token limit, continued (${event.attempt})`;
    case "file.done":
      return event.reused ? "reused" : `whole, ${speed}`;
    case "file.drawn":
      return `drawn, ${size(event.content.length)}`;
    case "file.unchanged":
      return `stays as it is, ${speed}`;
    case "images.unseen":
      return `the model takes no pictures; ${event.count} not sent`;
    case "file.failed":
      return `failed after ${speed}: ${event.error.name}: ${event.error.message}`;
    case "usage":
      return usageWords(event.usage);
    default:
      return null;
  }
}
function retryWords({ attempt, waitMs, error }) {
  const status = error.status === null ? "" : ` (HTTP ${error.status})`;
  return `attempt ${attempt} failed, again in ${seconds(waitMs)}: ${error.name}: ${error.message}${status}`;
}
function usageWords(usage) {
  const { inputTokens, cachedTokens, outputTokens, estimated } = usage;
  const source = estimated ? ", counted by us" : "";
  return `so far ${grouped(inputTokens)} tokens in (${grouped(cachedTokens)} cached), ${grouped(outputTokens)} out${source}`;
}
function seconds(milliseconds) {
  return `${(milliseconds / 1e3).toFixed(2)} s`;
}

// src/terminal/build.ts
var PROMPT_FILE = "prompt.md";
async function build(options, world) {
  const texts = await readTexts(options, world.cwd);
  const folder = await openFolder(resolve(world.cwd, options.out));
  if (folder === null) throw new UsageError(`${options.out} is a file. Name a folder with --out.`);
  const model = await world.createModel(endpointOf(options, world.env));
  const out = relative(world.cwd, folder.root) || ".";
  const begin = world.now();
  const display = displayFor(options, world);
  try {
    const followed = await develop({ options, texts, folder, model, display, out, world });
    display.stop();
    return conclude(followed, { out, options, world, milliseconds: world.now() - begin });
  } finally {
    display.stop();
  }
}
async function develop({ options, texts, folder, model, display, out, world }) {
  const { prompt, promptFile, instructions } = texts;
  const models = { model: model.nameOf("file"), planModel: model.nameOf("plan") };
  const request = requestKey({ prompt, instructions, ...models });
  const start = await findStart(folder, request);
  if (promptFile !== null) display.say(`The prompt is in ${printableLine(promptFile)}.`);
  for (const note of start.notes) display.say(printableLine(note));
  if (start.resume === null) display.say(`Planning with ${printableLine(models.planModel)}\u2026`);
  const deadline = createDeadline(options.timeoutMinutes * 6e4, world.now);
  const asked = {
    prompt,
    instructions: instructions ?? void 0,
    limits: options,
    resume: start.resume ?? void 0,
    signal: AbortSignal.any([world.signal, deadline.signal])
  };
  return follow(world.develop(asked, model), {
    folder,
    start,
    request,
    model,
    display,
    world,
    deadline,
    trace: options.debug ? createTrace(world.now) : null,
    out,
    mayAsk: world.isTerminal && !options.yes,
    planOnly: options.planOnly,
    streamsPlan: isLive(options, world) && world.stdout.isTTY === true
  });
}
async function readTexts(options, cwd) {
  const rules = options.instructions === null ? null : await readText(options.instructions, cwd);
  const instructions = rules?.text ?? null;
  if (options.prompt === null) {
    const text2 = await readFileText(PROMPT_FILE, cwd);
    if (text2 === null)
      throw new UsageError('What shall be built? Say it like this: smol "a Tic Tac Toe game"');
    return { prompt: text2, promptFile: PROMPT_FILE, instructions };
  }
  const { text, file } = await readText(options.prompt, cwd);
  return { prompt: text, promptFile: file, instructions };
}
async function readText(typed, cwd) {
  if (!/\.md$/i.test(typed) || typed.includes("\n")) return { text: typed, file: null };
  const text = await readFileText(typed, cwd);
  if (text !== null) return { text, file: typed };
  if (/\s/.test(typed)) return { text: typed, file: null };
  throw new UsageError(`There is no file ${typed}.`);
}
async function readFileText(path, cwd) {
  const text = await readNamedFile(resolve(cwd, path)).catch((error) => {
    throw new UsageError(`${path} cannot be read: ${error.message}`);
  });
  if (text?.trim() === "") throw new UsageError(`${path} is empty.`);
  return text;
}
function endpointOf(options, env) {
  return {
    apiKey: env.OPENAI_API_KEY?.trim() || null,
    baseUrl: options.baseUrl ?? (env.OPENAI_BASE_URL?.trim() || void 0),
    model: options.model ?? void 0,
    planModel: options.planModel ?? void 0,
    effort: options.effort ?? void 0,
    temperature: options.temperature ?? void 0,
    maxOutputTokens: options.maxOutputTokens ?? void 0,
    idleTimeoutMs: options.idleTimeoutSeconds * 1e3,
    concurrency: options.concurrency ?? void 0
  };
}
function displayFor(options, world) {
  return isLive(options, world) ? liveDisplay(world.stderr, world.now) : plainDisplay(world.stderr, world.now);
}
function isLive({ debug }, { isTerminal, env }) {
  return isTerminal && !debug && !env.NO_COLOR && env.TERM !== "dumb";
}
export {
  build
};
