import {
  check,
  isIgnored,
  readIgnoreRules
} from "./chunk-S7XJC6OM.js";
import "./chunk-UVRENUYC.js";
import "./chunk-MYNVXYM6.js";
import {
  PLAN_FILE,
  count,
  pathIn
} from "./chunk-7UYKUUII.js";
import {
  EXIT,
  UsageError
} from "./chunk-HZ7RGWAF.js";
import {
  printableJson,
  printableLine
} from "./chunk-HZO7REIU.js";
import "./chunk-X6S5B4D3.js";
import "./chunk-EUMXKJDH.js";
import "./chunk-YHBDDNX5.js";

// src/terminal/check.ts
import { relative as relative2, resolve, sep as sep2 } from "node:path";

// src/terminal/check-report.ts
import { styleText } from "node:util";
var MOST_NAMED = 20;
function printReport(report, format, isColoured) {
  if (format === "json") return asJson(report);
  const lines = format === "github" ? asCommands(report) : asText(report, isColoured);
  return `${[...lines, summaryOf(report)].join("\n").replaceAll("##[", "# #[")}
`;
}
function asText({ findings, skipped, place }, isColoured) {
  const style = (how, text) => isColoured ? styleText(how, text, { validateStream: false }) : text;
  const lines = [];
  let path = null;
  for (const { rule, severity, line, message, offers, ...finding } of findings) {
    if (path !== null && path !== finding.path) lines.push("");
    path = finding.path;
    const at = line === null ? harmless(place(path)) : `${harmless(place(path))}:${line}`;
    const said = `${style(COLOURS[severity], `${severity}:`)} ${printableLine(message)}`;
    lines.push(`${style("bold", `${at}:`)} ${said} ${style("dim", `[${rule}]`)}`);
    if (offers !== null) {
      lines.push(style("dim", `  ${printableLine(offers).replace(/^::/, ": :")}`));
    }
  }
  if (lines.length > 0) lines.push("");
  for (const { path: path2, reason } of skipped.slice(0, MOST_NAMED)) {
    lines.push(`${harmless(place(path2))}: not looked into: ${reason}.`);
  }
  if (skipped.length > MOST_NAMED) lines.push(`${skipped.length - MOST_NAMED} more were not looked into.`);
  return lines;
}
function harmless(path) {
  const line = printableLine(path);
  return line.startsWith("::") ? `./${line}` : line;
}
function asCommands({ findings, skipped, place }) {
  const commands = findings.map(({ rule, severity, path, line, message, offers }) => {
    const at = [`file=${inProperty(place(path))}`, ...line === null ? [] : [`line=${line}`]];
    const said = [message, ...offers === null ? [] : [offers]].map(inMessage).join("%0A");
    return `::${COMMANDS[severity]} ${at.join(",")},title=${inProperty(`smol check: ${rule}`)}::${said}`;
  });
  const notices = skipped.slice(0, MOST_NAMED).map(
    ({ path, reason }) => `::notice file=${inProperty(place(path))}::Not looked into: ${inMessage(reason)}.`
  );
  return [...commands, ...notices];
}
function inMessage(text) {
  return printableLine(text).replaceAll("%", "%25");
}
function inProperty(text) {
  return inMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
function asJson({ folder, findings, looked, files, skipped, plan }) {
  const counts = countsOf(findings);
  const value = { folder, files, plan, ...counts, findings, looked: Object.fromEntries(looked), skipped };
  return `${printableJson(value).replaceAll("##[", "##\\u005b")}
`;
}
function summaryOf({ findings, files, plan, milliseconds }) {
  const { errors, warnings, notes } = countsOf(findings);
  const counts = [
    [errors, "error"],
    [warnings, "warning"],
    [notes, "note"]
  ];
  const found = counts.flatMap(([number, noun]) => number === 0 ? [] : [count(number, noun)]);
  const checked = `${count(files, "file")}${plan === null ? "" : ` and the plan in ${plan}`}`;
  const what = found.length === 0 ? "Nothing found" : found.join(", ");
  return `${what} in ${checked}, ${Math.round(milliseconds)} ms.`;
}
function countsOf(findings) {
  const of = (wanted) => findings.filter(({ severity }) => severity === wanted).length;
  return { errors: of("error"), warnings: of("warning"), notes: of("note") };
}
var COLOURS = { error: "red", warning: "yellow", note: "cyan" };
var COMMANDS = { error: "error", warning: "warning", note: "notice" };

// src/terminal/folder-texts.ts
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
var LARGEST = 1e6;
var MOST_TEXTS = 2e4;
var MOST_BYTES = 1e8;
var MOST_FILES = 2e5;
var IN_A_ROW = 100;
var NOT_OURS = /* @__PURE__ */ new Set([".git", ".hg", ".svn", ".smol", "node_modules"]);
var TooManyToCheckError = class extends Error {
  name = "TooManyToCheckError";
  constructor() {
    super("There are more than 200,000 files. Name the folder of one app.");
  }
};
async function readFolderTexts(path, signal) {
  const stats = await stat(path).catch(absentAsNull);
  if (stats === null || !stats.isDirectory()) return null;
  const root = await realpath(path);
  const found = await walk(root, signal);
  const files = /* @__PURE__ */ new Map();
  let [bytes, beyond] = [0, 0];
  for (const [index, inside] of found.paths.entries()) {
    if (index % IN_A_ROW === 0) await new Promise((resolve2) => setImmediate(resolve2));
    signal.throwIfAborted();
    const isFull = files.size >= MOST_TEXTS || bytes > MOST_BYTES;
    if (isFull) beyond += 1;
    const read = isFull ? { kind: "none" } : readText(join(root, inside));
    if (read.kind === "unreadable") found.unreadable.push(inside);
    if (read.kind !== "text") found.others.add(inside);
    else files.set(inside, read.text);
    bytes += read.kind === "text" ? read.text.length : 0;
  }
  const { others, links, unreadable } = found;
  return { files, others, links, unreadable, beyond };
}
async function walk(root, signal) {
  const found = { paths: [], others: /* @__PURE__ */ new Set(), links: [], unreadable: [] };
  const above = await rulesAbove(root);
  const visits = [{ folder: "", rules: [] }];
  for (let visit = visits.pop(); visit !== void 0; visit = visits.pop()) {
    signal.throwIfAborted();
    if (found.paths.length + found.others.size > MOST_FILES) throw new TooManyToCheckError();
    const { folder } = visit;
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error) => {
      if (folder === "") throw error;
      found.unreadable.push(folder.slice(0, -1));
      return [];
    });
    if (folder !== "" && entries.some(({ name }) => name === "pyvenv.cfg")) continue;
    entries.sort((left, right) => left.name < right.name ? -1 : 1);
    const rules = [...visit.rules, ...rulesIn(root, folder)];
    const within = [];
    for (const entry of entries) {
      const path = folder + entry.name;
      const isFolder = entry.isDirectory();
      const isLeftOut = isIgnored(rules, path, isFolder) || isIgnored(above.rules, above.prefix + path, isFolder);
      if (NOT_OURS.has(entry.name)) continue;
      if (entry.isSymbolicLink()) {
        found.others.add(path);
        if (!await isFileBehind(join(root, path))) found.links.push(path);
      } else if (isFolder) {
        if (!isLeftOut) within.push({ folder: `${path}/`, rules });
      } else if (entry.isFile() && !isLeftOut) found.paths.push(path);
      else found.others.add(path);
    }
    visits.push(...within.reverse());
  }
  return found;
}
function rulesIn(root, folder) {
  const read = readText(join(root, folder, ".gitignore"));
  return read.kind === "text" ? readIgnoreRules(read.text, folder) : [];
}
async function rulesAbove(root) {
  const folders = [];
  for (let folder = root; ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (await stat(join(folder, ".git")).catch(() => null) !== null) break;
    if (dirname(folder) === folder) return { prefix: "", rules: [] };
  }
  const top = folders[0] ?? root;
  const inside = (folder) => {
    const path = relative(top, folder).split(sep).join("/");
    return path === "" ? "" : `${path}/`;
  };
  const rules = [];
  for (const folder of folders.slice(0, -1)) rules.push(...rulesIn(top, inside(folder)));
  return { prefix: inside(root), rules };
}
async function isFileBehind(path) {
  const stats = await stat(path).catch(() => null);
  return stats?.isFile() ?? false;
}
function readText(path) {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  let file;
  try {
    file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    const { code } = error;
    return { kind: code === "ENOENT" || code === "ELOOP" ? "none" : "unreadable" };
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile() || stats.size > LARGEST) return { kind: "none" };
    const text = textOf(readFileSync(file));
    return text === null ? { kind: "none" } : { kind: "text", text };
  } catch {
    return { kind: "unreadable" };
  } finally {
    closeSync(file);
  }
}
function textOf(bytes) {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
function absentAsNull(error) {
  if (error.code === "ENOENT" || error.code === "ENOTDIR" || error.code === "ELOOP") return null;
  throw error;
}

// src/terminal/check.ts
async function checkFolder({ folder, format }, world) {
  const begin = world.now();
  const root = resolve(world.cwd, folder);
  const texts = await readFolderTexts(root, world.signal).catch((error) => {
    throw error instanceof TooManyToCheckError ? new UsageError(error.message) : error;
  });
  if (texts === null) throw new UsageError(`There is no folder ${folder}.`);
  const { files, others } = texts;
  const { plan, hasPlan } = await planOf(files);
  const checked = await check({ files, others, plan });
  world.signal.throwIfAborted();
  const findings = checked.findings.filter((finding) => !leadsBehindLink(finding, texts.links));
  const out = relative2(world.cwd, root).split(sep2).join("/") || ".";
  const report = {
    folder,
    place: (path) => pathIn(out, path),
    findings,
    looked: checked.looked,
    files: files.size,
    skipped: [...checked.skipped, ...unread(texts)],
    plan: hasPlan ? PLAN_FILE : null,
    milliseconds: world.now() - begin
  };
  world.stdout.write(printReport(report, format, hasColour(world)));
  return findings.some(({ severity }) => severity === "error") ? EXIT.incomplete : EXIT.written;
}
async function planOf(files) {
  const text = files.get(PLAN_FILE);
  if (text === void 0) return { plan: null, hasPlan: false };
  const { readPlan } = await import("./plan-YFBOU6L5.js");
  const plan = readPlan(text, { protectedPaths: [], maxFiles: Number.POSITIVE_INFINITY });
  return "unreadable" in plan ? { plan: null, hasPlan: false } : { plan, hasPlan: true };
}
function leadsBehindLink({ rule, message }, links) {
  if (rule !== "imports" && rule !== "references") return false;
  return links.some((link) => message.includes(`${link.slice(link.lastIndexOf("/") + 1)}/`));
}
function unread({ unreadable, beyond }) {
  const skipped = unreadable.map((path) => ({ path, reason: "it cannot be read" }));
  if (beyond === 0) return skipped;
  return [...skipped, { path: ".", reason: `it has so many files that ${beyond} of them were not read` }];
}
function hasColour({ stdout, env }) {
  return stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
}
export {
  checkFolder
};
