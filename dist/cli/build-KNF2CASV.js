import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  EXIT,
  UsageError
} from "./chunk-JN2NGE4E.js";
import {
  explain
} from "./chunk-PZNMV3IA.js";
import {
  cutToWidth,
  printable,
  printableLine
} from "./chunk-UUJP2AT6.js";
import {
  countTokens,
  expectedTokens
} from "./chunk-UDJUR5JK.js";
import {
  NO_USAGE,
  array,
  literal,
  object,
  string
} from "./chunk-GMJNBR6H.js";
import "./chunk-XMQ6N5JQ.js";
import "./chunk-4RVUXKA4.js";

// src/terminal/build.ts
import { relative as relative2, resolve as resolve3 } from "node:path";

// src/report/markdown.ts
function codeSpan(text) {
  const line = oneLine(text);
  const ticks = "`".repeat(firstFreeLength(line, "`", 1));
  const padded = /^`|`$|^ .*[^ ].* $/s.test(line) || line === "" ? ` ${line} ` : line;
  return `${ticks}${padded}${ticks}`;
}
function firstFreeLength(text, character, least) {
  let longest = 0;
  let run2 = 0;
  for (const each of text) {
    run2 = each === character ? run2 + 1 : 0;
    longest = Math.max(longest, run2);
  }
  return Math.max(least, longest + 1);
}
function oneLine(text) {
  return visible(text).replace(/\s+/gu, " ").trim();
}
var UNSEEN = new RegExp("(?![\\t\\n])\\p{Cc}|(?!\\u200C|\\u200D)\\p{Cf}|[\\u2028\\u2029\\u115F\\u1160\\u3164\\uFFA0]", "gu");
function visible(text) {
  return text.toWellFormed().replace(/\r\n?/g, "\n").replace(UNSEEN, "");
}

// src/report/how-to-run.ts
var MOST_FOLDERS = 4;
function howToRun(files2) {
  const here = [...container(files2), ...ways(files2)];
  if (here.length > 0) return here;
  const folders = new Set([...files2.keys()].flatMap((path) => /^([^/]+)\//.exec(path)?.[1] ?? []));
  const lines = [...folders].flatMap((name) => {
    const [first, ...others] = ways(within(files2, name));
    return first === void 0 ? [] : [[`In ${codeSpan(name)}: ${lowerFirst(first)}`, ...others]];
  });
  return lines.slice(0, MOST_FOLDERS).flat();
}
function lowerFirst(line) {
  return line.charAt(0).toLowerCase() + line.slice(1);
}
function within(files2, name) {
  const inside = [...files2].filter(([path]) => path.startsWith(`${name}/`));
  return new Map(inside.map(([path, content]) => [path.slice(name.length + 1), content]));
}
function ways(files2) {
  const recipes = [node, python, go, rust, make, page];
  for (const recipe of recipes) {
    const steps = recipe(files2);
    if (steps.length > 0) return steps;
  }
  return [];
}
function container(files2) {
  const compose = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];
  if (compose.some((name) => files2.has(name))) return [run("docker compose up --build")];
  const others = ways(files2);
  if (others.length > 0 || !files2.has("Dockerfile")) return [];
  const port = /^EXPOSE\s+(\d{1,5})\b/m.exec(files2.get("Dockerfile") ?? "")?.[1];
  return [
    run("docker build -t app ."),
    run(port === void 0 ? "docker run --rm app" : `docker run --rm -p ${port}:${port} app`)
  ];
}
function node(files2) {
  const text = files2.get("package.json");
  if (text === void 0) return [];
  const manifest = readJson(text);
  const scripts = Object.keys(record(manifest.scripts));
  const packages = ["dependencies", "devDependencies"].flatMap(
    (field) => Object.keys(record(manifest[field]))
  );
  const manager = packageManager(manifest);
  const start = ["dev", "start", "serve"].find((name) => scripts.includes(name));
  const steps = [
    packages.length === 0 ? null : run(`${manager} install`),
    start === void 0 ? null : run(start === "start" ? `${manager} start` : `${manager} run ${start}`),
    start === void 0 ? page(files2)[0] ?? null : null,
    scripts.includes("test") ? `${run(`${manager} test`)} runs the tests.` : null
  ];
  return steps.filter((step) => step !== null);
}
function packageManager(manifest) {
  const named = /^(pnpm|yarn|bun)@/.exec(String(manifest.packageManager ?? ""))?.[1];
  return named ?? "npm";
}
function python(files2) {
  const project = files2.get("pyproject.toml");
  const requirements = files2.has("requirements.txt");
  const entry = pythonEntry(files2, project ?? "");
  if (project === void 0 && !requirements && entry === null) return [];
  const installable = project !== void 0 && /^\[project\]/m.test(project);
  const tests = [...files2.keys()].some((path) => /(?:^|\/)test_[^/]*\.py$/.test(path));
  const pytest = /\bpytest\b/.test(`${project ?? ""}${files2.get("requirements.txt") ?? ""}`) || !usesUnittest(files2);
  const steps = [
    requirements ? run("pip install -r requirements.txt") : installable ? run("pip install -e .") : null,
    entry === null ? null : run(entry),
    tests ? `${run(pytest ? "python -m pytest" : "python -m unittest")} runs the tests.` : null
  ];
  return steps.filter((step) => step !== null);
}
function pythonEntry(files2, project) {
  const command = /^\[project\.scripts\]\s*\n(?:\s*#.*\n)*\s*["']?([\w.-]+)["']?\s*=/m.exec(project)?.[1];
  if (command !== void 0) return command;
  const main = [...files2.keys()].find((path) => /^(?:src\/)?[\w-]+\/__main__\.py$/.test(path));
  if (main !== void 0) return `python -m ${main.replace(/^src\//, "").replace("/__main__.py", "")}`;
  if (files2.has("manage.py")) return "python manage.py runserver";
  const script = ["__main__.py", "main.py", "app.py", "run.py", "cli.py"].find((name) => files2.has(name));
  return script === void 0 ? null : `python ${script === "__main__.py" ? "." : script}`;
}
function usesUnittest(files2) {
  return [...files2].some(
    ([path, content]) => path.endsWith(".py") && /^\s*(?:import|from) unittest\b/m.test(content)
  );
}
function go(files2) {
  if (!files2.has("go.mod")) return [];
  const command = [...files2.keys()].map((path) => /^(cmd\/[\w-]+)\/main\.go$/.exec(path)?.[1]).find((path) => path !== void 0);
  const tests = [...files2.keys()].some((path) => path.endsWith("_test.go"));
  return [
    run(command === void 0 ? "go run ." : `go run ./${command}`),
    ...tests ? [`${run("go test ./...")} runs the tests.`] : []
  ];
}
function rust(files2) {
  if (!files2.has("Cargo.toml")) return [];
  const library = files2.has("src/lib.rs") && !files2.has("src/main.rs");
  const tests = [...files2.values()].some((content) => content.includes("#[test]"));
  const steps = [
    library ? run("cargo build") : run("cargo run"),
    tests ? `${run("cargo test")} runs the tests.` : null
  ];
  return steps.filter((step) => step !== null);
}
function make(files2) {
  const text = files2.get("Makefile");
  if (text === void 0) return [];
  const targets = [...text.matchAll(/^([a-z][\w-]*)\s*:(?!=)/gm)].map((match) => match[1] ?? "");
  const start = ["run", "dev", "start", "serve"].find((name) => targets.includes(name));
  return [
    run(start === void 0 ? "make" : `make ${start}`),
    ...targets.includes("test") ? [`${run("make test")} runs the tests.`] : []
  ];
}
function page(files2) {
  if (files2.has("manifest.json") && record(readJson(files2.get("manifest.json") ?? "")).manifest_version !== void 0) {
    return [
      "Open `chrome://extensions`, switch on developer mode and load the folder as an unpacked extension."
    ];
  }
  const path = ["index.html", "public/index.html", "src/index.html"].find((name) => files2.has(name));
  if (path === void 0) return [];
  const scripts = [...files2].filter(([name]) => /\.(?:html|m?js)$/.test(name)).map(([, content]) => content);
  const served = scripts.some(
    (text) => /<script[^>]+type=["']?module\b/i.test(text) || /\bfetch\(\s*["'`](?!https?:)/.test(text)
  );
  if (!served) return [`Open ${codeSpan(path)} in a browser.`];
  const folder = path.includes("/") ? ` -d ${path.replace("/index.html", "")}` : "";
  return [
    `Serve the folder with ${run(`python3 -m http.server${folder}`)} and open \`http://localhost:8000\`.`
  ];
}
function run(command) {
  return codeSpan(command);
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

// src/terminal/progress.ts
var NO_PROGRESS = { calls: /* @__PURE__ */ new Map(), planned: null, ended: 0 };
var PLAN = "plan";
function advance(progress, event, now) {
  const change = (name, patch) => {
    const call = progress.calls.get(name) ?? newCall(name);
    return { ...progress, calls: new Map(progress.calls).set(name, { ...call, ...patch(call) }) };
  };
  const grow = (text) => (call) => ({
    characters: call.characters + text.length,
    firstAt: call.firstAt ?? now,
    state: "writing",
    note: null
  });
  switch (event.type) {
    case "plan.start":
      return change(PLAN, () => ({}));
    case "plan.delta":
      return change(PLAN, grow(event.text));
    case "plan.retry":
      return change(PLAN, () => again(event.retry));
    case "plan.done":
      return { ...change(PLAN, () => ({ state: "done", endedAt: now })), planned: event.plan.files.length };
    case "file.start":
      return change(event.path, () => ({}));
    case "file.delta":
      return change(event.path, grow(event.text));
    case "file.retry":
      return change(event.path, () => again(event.retry));
    case "file.done": {
      const lines = countLines(event.content);
      const { calls } = change(event.path, () => ({ state: "done", endedAt: now, lines }));
      return { ...progress, calls, ended: progress.ended + 1 };
    }
    case "file.failed": {
      const { calls } = change(event.path, () => ({
        state: "failed",
        endedAt: now,
        note: event.error.message
      }));
      return { ...progress, calls, ended: progress.ended + 1 };
    }
    default:
      return progress;
  }
}
function newCall(name) {
  return { name, state: "waiting", characters: 0, firstAt: null, endedAt: null, lines: null, note: null };
}
function again({ waitMs, error }) {
  const note = `${error.message} Again in ${(waitMs / 1e3).toFixed(waitMs < 1e4 ? 1 : 0)} s.`;
  return { state: "waiting", characters: 0, firstAt: null, note };
}
function countLines(text) {
  if (text === "") return 0;
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}
function count(number) {
  return Math.round(number).toLocaleString("en-US");
}
function rateOf(call, now) {
  if (call.firstAt === null) return null;
  const seconds2 = ((call.endedAt ?? now) - call.firstAt) / 1e3;
  return seconds2 < 0.05 ? null : call.characters / seconds2;
}
function callLine(call, now) {
  const mark = { done: "✓", failed: "✗", writing: "›", waiting: "·" }[call.state];
  const rate = rateOf(call, now);
  const facts = [
    call.lines === null ? null : `${count(call.lines)} ${call.lines === 1 ? "line" : "lines"}`,
    call.characters === 0 ? null : `${count(call.characters)} characters`,
    rate === null ? null : `${count(rate)}/s`,
    call.note === null ? null : printableLine(call.note),
    call.state === "waiting" && call.note === null ? "waiting for the first token" : null
  ].filter((fact) => fact !== null);
  return `${mark} ${printableLine(call.name)}${facts.length === 0 ? "" : `  ${facts.join(", ")}`}`;
}
function liveLines(progress, now, size) {
  const active = [...progress.calls.values()].filter(
    ({ state }) => state === "writing" || state === "waiting"
  );
  if (active.length === 0 || size.rows < 1) return [];
  const room = Math.max(0, size.rows - 2);
  const shown = active.slice(0, active.length > room + 1 ? room : room + 1);
  const hidden = active.length - shown.length;
  const lines = shown.map((call) => callLine(call, now));
  if (hidden > 0 && size.rows > 1) lines.push(`  and ${hidden} more`);
  lines.push(totalLine(progress, active, now));
  return lines.slice(-size.rows).map((line) => cutToWidth(line, size.columns));
}
function totalLine(progress, active, now) {
  const rate = active.reduce((sum, call) => sum + (rateOf(call, now) ?? 0), 0);
  const speed = rate === 0 ? "" : `, ${count(rate)} characters/s`;
  if (progress.planned === null) return `Planning${speed}`;
  return `${progress.ended} of ${progress.planned} files${speed}`;
}

// src/report/format.ts
function formatTokens(tokens) {
  if (tokens < 1e3) return String(Math.round(tokens));
  if (tokens < 999950) return `${trimZeros((tokens / 1e3).toFixed(1))}k`;
  return `${trimZeros((tokens / 1e6).toFixed(2))}M`;
}
function formatCost(usd) {
  if (usd === null) return "price not known";
  if (usd > 0 && usd < 5e-5) return "$0.0001";
  return `$${usd > 0 && usd < 0.01 ? trimZeros(usd.toFixed(4)) : usd.toFixed(2)}`;
}
function formatDuration(milliseconds) {
  const ms = Math.max(0, milliseconds);
  if (ms < 950) return `${(ms / 1e3).toFixed(1)} s`;
  const seconds2 = Math.round(ms / 1e3);
  if (seconds2 < 60) return `${seconds2} s`;
  const minutes = Math.floor(seconds2 / 60);
  if (minutes < 60) return twoUnits(minutes, "min", seconds2 % 60, "s");
  return twoUnits(Math.floor(minutes / 60), "h", minutes % 60, "min");
}
function twoUnits(large, largeUnit, small, smallUnit) {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
function trimZeros(decimal) {
  return decimal.replace(/\.?0+$/, "");
}

// src/terminal/summary.ts
function summaryLines(ending) {
  const written = ending.placements.filter(({ kind }) => kind === "written").length;
  const reused = ending.reused === 0 ? "" : ` (${count(ending.reused)} of an earlier run)`;
  const head = `${files(written)}, ${count(ending.lines)} ${ending.lines === 1 ? "line" : "lines"}, in ${printableLine(ending.out)}${reused}`;
  return [
    head,
    usageLine(ending.usage, ending.milliseconds),
    ...section(
      "Failed:",
      ending.failed.map(({ path, error }) => `${path}: ${explain(error)}`)
    ),
    ...section("Kept yours:", ending.placements.flatMap(keptLine)),
    ...section(
      "Set aside:",
      ending.placements.flatMap((placement) => asideLine(placement, ending.out))
    ),
    ...section(
      "Refused, because of the path:",
      ending.plan.refused.map(({ path, reason }) => `${path}: ${reason}`)
    ),
    ...section("To start it:", isComplete(ending) ? ending.howToRun : [])
  ];
}
function isComplete({
  plan,
  placements,
  failed
}) {
  const setAside = new Set(plan.files.filter((file) => file.setAside !== null).map(({ path }) => path));
  const misplaced = placements.some(({ kind, path }) => kind !== "written" && !setAside.has(path));
  return failed.length === 0 && !misplaced && placements.length === plan.files.length;
}
function usageLine(usage, milliseconds) {
  const cached = usage.cachedTokens === 0 ? "" : ` (${formatTokens(usage.cachedTokens)} cached)`;
  const source = usage.estimated ? ", estimated" : "";
  const tokens = `${formatTokens(usage.inputTokens)} tokens in${cached}, ${formatTokens(usage.outputTokens)} out${source}`;
  const cost = usage.costUsd === null ? "cost not known" : formatCost(usage.costUsd);
  return `${tokens} · ${cost} · ${formatDuration(milliseconds)}`;
}
function files(number) {
  return `${count(number)} ${number === 1 ? "file" : "files"}`;
}
function keptLine(placement) {
  return placement.kind === "kept" ? [`${placement.path} (the new one is ${placement.at})`] : [];
}
function asideLine(placement, out) {
  if (placement.kind !== "aside") return [];
  return [`${placement.path}: ${placement.reason} (see ${out}/${placement.at})`];
}
function section(title, lines) {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${printableLine(line)}`)];
}

// src/terminal/conclude.ts
var GO_ON = "Run the same command again to go on: what is finished is not asked for and not paid again.";
function conclude(followed, { out, options, world, milliseconds }) {
  const { stop, plan, usage } = followed;
  const said = sentences(followed, out, options);
  if (plan !== null && stop.kind !== "planned" && stop.kind !== "declined") {
    print(world.stdout, ["", ...summaryLines(endingOf(followed, plan, out, milliseconds))]);
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
  const { placements, contents, reused, failed, usage, stop } = followed;
  const inPlace = /* @__PURE__ */ new Map();
  for (const { kind, path } of placements) {
    const content = contents.get(path);
    if (kind === "written" && content !== void 0) inPlace.set(path, content);
  }
  let lines = 0;
  for (const content of inPlace.values()) lines += countLines(content);
  return {
    plan,
    out,
    placements,
    lines,
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
  const planPath = printableLine(planAt === null ? out : `${out}/${planAt}`);
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
  output.write(lines.map((line) => `${line}
`).join(""));
}

// src/terminal/deadline.ts
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

// src/terminal/display.ts
import { styleText } from "node:util";
var REDRAW_MS = 100;
var SIZE = { columns: 80, rows: 24 };
function plainDisplay(output, now) {
  let progress = NO_PROGRESS;
  return {
    take: (event) => {
      progress = advance(progress, event, now());
      const call = endedCall(progress, event) ?? retriedCall(progress, event);
      if (call !== null) output.write(`${callLine(call, now())}
`);
    },
    say: (line) => void output.write(`${line}
`),
    settle: () => {
    },
    stop: () => {
    }
  };
}
function liveDisplay(output, now) {
  let progress = NO_PROGRESS;
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
      due.push(
        callLine(ended, now()).replace(
          /^./u,
          (mark) => styleText(ended.state === "done" ? "green" : "red", mark, FORCED)
        )
      );
    },
    say: (line) => void due.push(line),
    settle,
    stop: () => {
      clearInterval(timer);
      settle();
    }
  };
}
var FORCED = { validateStream: false };
function endedCall(progress, event) {
  const hasEnded = event.type === "file.failed" || event.type === "file.done" && !event.reused;
  return hasEnded ? progress.calls.get(event.path) ?? null : null;
}
function retriedCall(progress, event) {
  if (event.type === "plan.retry") return progress.calls.get(PLAN) ?? null;
  return event.type === "file.retry" ? progress.calls.get(event.path) ?? null : null;
}

// src/terminal/folder.ts
import { createHash, randomBytes } from "node:crypto";
import { lstat, mkdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
var OutsideError = class extends Error {
  constructor(path) {
    super(`${path} leads out of the folder.`);
    this.name = "OutsideError";
  }
};
async function openFolder(path) {
  const root = await realpath(path).catch(absentAsNull) ?? resolve(path);
  const stats = await stat(root).catch(absentAsNull);
  if (stats !== null && !stats.isDirectory()) return null;
  return {
    root,
    look: (inside) => look(root, inside),
    read: async (inside) => {
      const found = await look(root, inside);
      return found.kind === "file" ? await readFile(join(root, inside), "utf8") : null;
    },
    write: (inside, content) => write(root, inside, content)
  };
}
async function readNamedFile(path) {
  return readFile(path, "utf8").catch(absentAsNull);
}
function sha256(content) {
  return createHash("sha256").update(content).digest("hex");
}
async function look(root, path) {
  const target = absolute(root, path);
  const ancestor = await nearestAncestor(root, dirname(target));
  if (!ancestor.isFolder)
    return { kind: "blocked", reason: `${toSlashes(root, ancestor.path)} is no folder` };
  if (!await isInside(root, ancestor.path)) {
    return { kind: "blocked", reason: `${toSlashes(root, ancestor.path)} leads out of the folder` };
  }
  const stats = await lstat(target).catch(absentAsNull);
  if (stats === null) return { kind: "absent" };
  if (!stats.isFile()) return { kind: "other" };
  return { kind: "file", sha256: sha256(await readFile(target)) };
}
async function write(root, path, content) {
  const target = absolute(root, path);
  const parent = dirname(target);
  await mkdir(root, { recursive: true });
  const ancestor = await nearestAncestor(root, parent);
  if (!await isInside(root, ancestor.path)) throw new OutsideError(path);
  await mkdir(parent, { recursive: true });
  if (!await isInside(root, parent)) throw new OutsideError(path);
  const temporary = join(parent, `.smol-${randomBytes(6).toString("hex")}.tmp`);
  try {
    await writeFile(temporary, content, { flag: "wx" });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
function absolute(root, path) {
  const target = resolve(root, path);
  const isWithin = target.startsWith(root.endsWith(sep) ? root : root + sep);
  if (!isWithin || path.split("/").includes("..")) throw new OutsideError(path);
  return target;
}
async function nearestAncestor(root, path) {
  let current = path;
  while (current !== root) {
    const exists = await lstat(current).catch(absentAsNull) !== null;
    const stats = exists ? await stat(current).catch(absentAsNull) : null;
    if (exists) return { path: current, isFolder: stats?.isDirectory() ?? false };
    current = dirname(current);
  }
  return { path: root, isFolder: true };
}
async function isInside(root, existing) {
  if (existing === root) return true;
  const [realRoot, real] = await Promise.all([realpath(root), realpath(existing)]);
  return real === realRoot || real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep);
}
function toSlashes(root, path) {
  return relative(root, path).split(sep).join("/");
}
function absentAsNull(error) {
  if (error.code === "ENOENT" || error.code === "ENOTDIR" || error.code === "ELOOP") return null;
  throw error;
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
  await folder.write(RECORD_PATH, `${JSON.stringify(record2, null, 2)}
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

// src/terminal/placement.ts
var ASIDE_FOLDER = `${OWN_FOLDER}/aside`;
var MOST_NAMES = 100;
async function place(folder, record2, file) {
  const placed = await put(folder, record2, file);
  const made = { path: file.path, at: placed.placement.at, sha256: sha256(file.content) };
  const next = withMade(placed.record, made);
  await writeRecord(folder, next);
  return { placement: placed.placement, record: next };
}
async function placePlan(folder, record2, path) {
  const content = record2.plan.endsWith("\n") ? record2.plan : `${record2.plan}
`;
  const placed = await put(folder, record2, { path, content, setAside: null });
  const next = { ...placed.record, planAt: placed.placement.at };
  await writeRecord(folder, next);
  return next;
}
async function finishedFiles(folder, record2) {
  const files2 = /* @__PURE__ */ new Map();
  for (const { path, at, sha256: hash } of record2.made) {
    const content = await folder.read(at);
    if (content !== null && sha256(content) === hash) files2.set(path, content);
  }
  return files2;
}
async function isFree(folder, record2, path) {
  const found = await folder.look(path);
  return found.kind === "absent" || found.kind === "file" && isOurs(record2, path, found.sha256);
}
async function put(folder, record2, { path, content, setAside }) {
  const reason = setAside ?? await obstacle(folder, path);
  const wanted = reason === null ? path : `${ASIDE_FOLDER}/${path}`;
  const hash = sha256(content);
  const { at, isThere } = await firstName(folder, record2, wanted, hash);
  let next = record2;
  if (!isThere) {
    next = withWritten(record2, at, hash);
    await writeRecord(folder, next);
    await folder.write(at, content);
  }
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

// src/terminal/question.ts
async function ask(question, world, signal) {
  const { confirm, isCancel } = await import("./dist-T5D64GJM.js");
  const { stdin: input, stderr: output } = world;
  const answer = await confirm({ message: question, input, output, signal, withGuide: false });
  if (isCancel(answer)) return "interrupted";
  return answer ? "yes" : "no";
}
function spendQuestion(plan, missing, model) {
  const files2 = `${count(missing.length)} ${missing.length === 1 ? "file" : "files"}`;
  const lines = missing.reduce((sum, file) => sum + (file.lines ?? 0), 0);
  const costUsd = roughCost(plan, missing, model);
  const facts = [
    files2,
    lines === 0 ? null : `about ${count(lines)} lines`,
    costUsd === null ? null : `roughly $${costUsd.toFixed(2)}`
  ].filter((fact) => fact !== null);
  return `Write ${facts.join(", ")}, with ${printableLine(model.nameOf("file"))}?`;
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
var PLAN_FILE = "shared_deps.md";
var MOST_NAMED = 5;
async function follow(events, following) {
  const followed = {
    stop: { kind: "finished" },
    plan: null,
    planAt: null,
    placements: [],
    contents: /* @__PURE__ */ new Map(),
    reused: 0,
    failed: [],
    usage: NO_USAGE
  };
  let stop = null;
  try {
    const writer = createWriter(following, followed);
    for await (const event of events) {
      show(event, following);
      stop = await writer(event);
      if (stop !== null) break;
    }
  } catch (error) {
    stop = { kind: "error", error };
  }
  return { ...followed, stop: stopOf(stop, followed, following) };
}
function stopOf(stop, followed, { world, deadline }) {
  if (stop !== null && stop.kind !== "error") return stop;
  const isWhole = stop === null && followed.failed.length === 0;
  if (world.signal.aborted && !isWhole) return { kind: "interrupted" };
  if (deadline.signal.aborted && !isWhole) return { kind: "timed-out" };
  return stop ?? { kind: "finished" };
}
function show(event, { display, trace, world, deadline, streamsPlan }) {
  const isAborted = world.signal.aborted || deadline.signal.aborted;
  if (event.type === "file.failed" && isAborted) return;
  if (trace !== null) {
    const line = trace(event);
    if (line !== null) display.say(line);
  } else if (streamsPlan && event.type.startsWith("plan.")) {
    streamPlan(event, display, world);
  } else {
    display.take(event);
  }
}
function streamPlan(event, display, world) {
  display.settle();
  if (event.type === "plan.delta") world.stdout.write(printable(event.text));
  if (event.type === "plan.retry")
    display.say(`
The reply broke off (${printableLine(event.retry.error.message)}); it begins again.
`);
  if (event.type === "plan.done") {
    if (!event.reused) world.stdout.write("\n");
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
        record2 = await writePlan(event.plan, following);
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
      case "usage":
        followed.usage = event.usage;
        return null;
      case "done":
        followed.usage = event.result.usage;
        followed.failed = event.result.failed;
        return null;
      default:
        return null;
    }
  };
}
async function writePlan(plan, { folder, start, request, display }) {
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
  const isShown = !reused && streamsPlan;
  if (!isShown && (planOnly || !reused)) world.stdout.write(`${printable(plan.text).trimEnd()}
`);
  if (planOnly) return { kind: "planned" };
  const missing = plan.files.filter(({ path }) => !start.resume?.files.has(path));
  const files2 = `${plan.files.length} ${plan.files.length === 1 ? "file" : "files"}`;
  if (reused) display.say(`${plan.files.length - missing.length} of ${files2} reused.`);
  else display.say(`A plan of ${files2} for ${out}.`);
  await warnOfOthers(plan, record2, following);
  if (!mayAsk || missing.length === 0) return null;
  display.settle();
  deadline.pause();
  const answer = await ask(spendQuestion(plan, missing, model), world, world.signal);
  deadline.go();
  if (answer === "yes") return null;
  return { kind: answer === "no" ? "declined" : "interrupted" };
}
async function warnOfOthers(plan, record2, { folder, start, display, out }) {
  const taken = [];
  for (const { path, setAside } of plan.files) {
    if (setAside !== null || start.resume?.files.has(path)) continue;
    if (!await isFree(folder, record2, path)) taken.push(path);
  }
  if (taken.length === 0) return;
  const named = taken.slice(0, MOST_NAMED).join(", ");
  const more = taken.length > MOST_NAMED ? ` and ${taken.length - MOST_NAMED} more` : "";
  display.say(
    printableLine(
      `! Already in ${out} and not written by smol: ${named}${more}. What is yours stays as it is.`
    )
  );
}

// src/terminal/prompt.ts
import { resolve as resolve2 } from "node:path";
var DEFAULT_FILE = "prompt.md";
async function readTexts(options, cwd) {
  const instructions = options.instructions === null ? null : await readText(options.instructions, cwd);
  if (options.prompt === null) {
    const text2 = await readFileText(DEFAULT_FILE, cwd);
    if (text2 === null)
      throw new UsageError('What shall be built? Say it like this: smol "a Tic Tac Toe game"');
    return { prompt: text2, promptFile: DEFAULT_FILE, instructions: instructions?.text ?? null };
  }
  const { text, file } = await readText(options.prompt, cwd);
  return { prompt: text, promptFile: file, instructions: instructions?.text ?? null };
}
async function readText(typed, cwd) {
  if (!/\.md$/i.test(typed) || typed.includes("\n")) return { text: typed, file: null };
  const text = await readFileText(typed, cwd);
  if (text !== null) return { text, file: typed };
  if (/\s/.test(typed)) return { text: typed, file: null };
  throw new UsageError(`There is no file ${typed}.`);
}
async function readFileText(path, cwd) {
  const text = await readNamedFile(resolve2(cwd, path)).catch((error) => {
    throw new UsageError(`${path} cannot be read: ${error.message}`);
  });
  if (text?.trim() === "") throw new UsageError(`${path} is empty.`);
  return text;
}

// src/terminal/start.ts
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

// src/terminal/trace.ts
function createTrace(now) {
  const begin = now();
  const asked = /* @__PURE__ */ new Map();
  let progress = NO_PROGRESS;
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
    return `${count(call.characters)} characters${rate === null ? "" : `, ${count(rate)} a second`}`;
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
  return `so far ${count(inputTokens)} tokens in (${count(cachedTokens)} cached), ${count(outputTokens)} out${source}`;
}
function seconds(milliseconds) {
  return `${(milliseconds / 1e3).toFixed(2)} s`;
}

// src/terminal/build.ts
async function build(options, world) {
  const texts = await readTexts(options, world.cwd);
  const folder = await openFolder(resolve3(world.cwd, options.out));
  if (folder === null) throw new UsageError(`${options.out} is a file. Name a folder with --out.`);
  const model = await world.createModel(endpointOf(options, world.env));
  const out = relative2(world.cwd, folder.root) || ".";
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
  const request = requestKey({ ...texts, model: model.nameOf("file"), planModel: model.nameOf("plan") });
  const start = await findStart(folder, request);
  if (texts.promptFile !== null) display.say(`The prompt is in ${printableLine(texts.promptFile)}.`);
  for (const note of start.notes) display.say(printableLine(note));
  if (start.resume === null) display.say(`Planning with ${printableLine(model.nameOf("plan"))}…`);
  const deadline = createDeadline(options.timeoutMinutes * 6e4, world.now);
  const asked = {
    prompt: texts.prompt,
    instructions: texts.instructions ?? void 0,
    limits: limitsOf(options),
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
function limitsOf({ maxFiles, maxCostUsd, maxTotalTokens }) {
  return {
    ...maxFiles === null ? {} : { maxFiles },
    maxCostUsd,
    maxTotalTokens
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
