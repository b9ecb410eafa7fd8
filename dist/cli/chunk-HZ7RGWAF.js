// src/terminal/options.ts
import { parseArgs as parseArgs2 } from "node:util";

// src/report/nearest.ts
function nearest(word, candidates) {
  const typed = word.toLowerCase().replaceAll("_", "-");
  const ranked = candidates.map((candidate) => ({ candidate, distance: editDistance(typed, candidate) })).sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  if (best === void 0 || best.distance > Math.max(2, Math.floor(typed.length / 3))) return null;
  return best.candidate;
}
function editDistance(from, to) {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

// src/terminal/check-options.ts
import { parseArgs } from "node:util";
var FORMATS = ["text", "json", "github"];
var OPTIONS = { format: { type: "string" }, help: { type: "boolean", short: "h" } };
function readCheckCommand(argv) {
  const config = { options: OPTIONS, strict: false, tokens: true, allowPositionals: true };
  const { tokens } = parseArgs({ args: [...argv], ...config });
  const folders = [];
  let format = "text";
  for (const token of tokens) {
    if (token.kind === "positional") folders.push(token.value);
    if (token.kind !== "option") continue;
    if (token.name === "help") return { kind: "check help" };
    if (token.name !== "format") return usage(unknownOption(token.rawName, token.name));
    const named = FORMATS.find((known) => known === token.value);
    if (named === void 0) return usage(unknownFormat(token.value));
    format = named;
  }
  const [folder = ".", ...more] = folders;
  if (more.length > 0) return usage("Name one folder to check.");
  if (folder.trim() === "") return usage("The name of the folder is empty.");
  return { kind: "check", options: { folder, format } };
}
function usage(message) {
  return { kind: "usage", message };
}
function unknownOption(typed, name) {
  const close = nearest(name, Object.keys(OPTIONS));
  const hint = close === null ? "" : ` Did you mean --${close}?`;
  return `smol check has no option ${typed}.${hint}`;
}
function unknownFormat(value) {
  const given = value === void 0 ? "" : `, not "${value}"`;
  return `--format is text, json or github${given}.`;
}

// src/terminal/options.ts
var EXIT = { written: 0, incomplete: 1, usage: 2, interrupted: 130 };
var UsageError = class extends Error {
  name = "UsageError";
};
var OPTIONS2 = {
  prompt: { type: "string" },
  instructions: { type: "string" },
  model: { type: "string" },
  "plan-model": { type: "string" },
  "base-url": { type: "string" },
  effort: { type: "string" },
  temperature: { type: "string" },
  "max-output-tokens": { type: "string" },
  out: { type: "string" },
  "max-files": { type: "string" },
  "max-cost-usd": { type: "string" },
  "max-total-tokens": { type: "string" },
  concurrency: { type: "string" },
  "timeout-minutes": { type: "string" },
  "idle-timeout": { type: "string" },
  "plan-only": { type: "boolean" },
  yes: { type: "boolean", short: "y" },
  debug: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" }
};
var OLD_OUT = "generate_folder_path";
var BOOLEANS = /* @__PURE__ */ new Map([
  ["true", true],
  ["false", false],
  ["1", true],
  ["0", false],
  ["yes", true],
  ["no", false]
]);
function readCommand(argv) {
  if (argv[0] === "check") return readCheckCommand(argv.slice(1));
  try {
    const { values, positionals } = readTokens(joinDebugValue(argv));
    if (values.has("help")) return { kind: "help" };
    if (values.has("version")) return { kind: "version" };
    return { kind: "build", options: toOptions(values, positionals) };
  } catch (error) {
    if (error instanceof UsageError) return { kind: "usage", message: error.message };
    throw error;
  }
}
function joinDebugValue(argv) {
  const joined = [];
  let isOver = false;
  for (const argument of argv) {
    isOver ||= argument === "--";
    const belongs = !isOver && joined.at(-1) === "--debug" && /^(true|false)$/i.test(argument);
    if (belongs) joined.pop();
    joined.push(belongs ? `--debug=${argument}` : argument);
  }
  return joined;
}
function readTokens(argv) {
  const config = {
    options: { ...OPTIONS2, [OLD_OUT]: { type: "string" } },
    strict: false,
    tokens: true
  };
  const { tokens } = parseArgs2({ args: argv, allowPositionals: true, ...config });
  const values = /* @__PURE__ */ new Map();
  const positionals = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const name = token.name === OLD_OUT ? "out" : token.name;
    if (!isName(name)) throw new UsageError(unknownOption2(token.rawName, name));
    values.set(name, readValue(name, token));
  }
  return { values, positionals };
}
function isName(name) {
  return Object.hasOwn(OPTIONS2, name);
}
function unknownOption2(typed, name) {
  const close = nearest(name, Object.keys(OPTIONS2));
  return close === null ? `There is no option ${typed}.` : `There is no option ${typed}. Did you mean --${close}?`;
}
function readValue(name, {
  rawName,
  value,
  inlineValue
}) {
  if (OPTIONS2[name].type === "boolean") {
    if (value === void 0) return "true";
    const read = BOOLEANS.get(value.toLowerCase());
    if (read === void 0) throw new UsageError(`${rawName} is either true or false, not "${value}".`);
    return String(read);
  }
  const isNextOption = inlineValue === false && /^-(-|[a-z])/i.test(value ?? "");
  if (value === void 0 || value.trim() === "" || isNextOption)
    throw new UsageError(`${rawName} needs a value.`);
  return value;
}
function toOptions(values, positionals) {
  const text = (name) => values.get(name) ?? null;
  const flag = (name) => values.get(name) === "true";
  const whole = (name) => number(values, name, { whole: true, least: 1 });
  return {
    prompt: onePrompt(text("prompt"), positionals),
    instructions: text("instructions"),
    model: text("model"),
    planModel: text("plan-model"),
    baseUrl: text("base-url"),
    effort: text("effort"),
    temperature: number(values, "temperature", { whole: false, least: 0 }),
    maxOutputTokens: whole("max-output-tokens"),
    out: text("out") ?? "generated",
    maxFiles: whole("max-files"),
    maxCostUsd: number(values, "max-cost-usd", { whole: false, least: 0 }),
    maxTotalTokens: whole("max-total-tokens"),
    concurrency: whole("concurrency"),
    timeoutMinutes: number(values, "timeout-minutes", { whole: false, least: 0.01 }) ?? 20,
    idleTimeoutSeconds: number(values, "idle-timeout", { whole: false, least: 0.01 }) ?? 120,
    planOnly: flag("plan-only"),
    yes: flag("yes"),
    debug: flag("debug")
  };
}
function onePrompt(option, positionals) {
  const [first, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError('Put the prompt in quotes: smol "a Tic Tac Toe game".');
  if (first !== void 0 && option !== null) {
    throw new UsageError("Give the prompt once: either by itself or with --prompt.");
  }
  const prompt = first ?? option;
  if (prompt?.trim() === "") throw new UsageError("The prompt is empty.");
  return prompt;
}
function number(values, name, rule) {
  const text = values.get(name);
  if (text === void 0) return null;
  const value = Number(text);
  const fits = Number.isFinite(value) && value >= rule.least && (!rule.whole || Number.isSafeInteger(value));
  if (fits) return value;
  const kind = rule.whole ? "a whole number" : "a number";
  throw new UsageError(`--${name} is ${kind}, ${rule.least} or more, not "${text}".`);
}

export {
  EXIT,
  UsageError,
  readCommand
};
