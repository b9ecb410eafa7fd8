import {
  printableLine
} from "./chunk-HZO7REIU.js";

// src/terminal/folder.ts
import { createHash, randomBytes } from "node:crypto";
import { lstat, mkdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
var PLAN_FILE = "shared_deps.md";
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
function folderName(out) {
  return out === "." ? "this folder" : `${printableLine(out)}/`;
}
function pathIn(out, path) {
  return printableLine(out === "." ? path : `${out}/${path}`);
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
  const seconds = Math.round(ms / 1e3);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return twoUnits(minutes, "min", seconds % 60, "s");
  return twoUnits(Math.floor(minutes / 60), "h", minutes % 60, "min");
}
function formatNumber(number) {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
function count(number, noun) {
  return `${formatNumber(number)} ${noun}${number === 1 ? "" : "s"}`;
}
function twoUnits(large, largeUnit, small, smallUnit) {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
function trimZeros(decimal) {
  return decimal.replace(/\.?0+$/, "");
}

export {
  formatTokens,
  formatCost,
  formatDuration,
  count,
  PLAN_FILE,
  openFolder,
  folderName,
  pathIn,
  readNamedFile,
  sha256
};
