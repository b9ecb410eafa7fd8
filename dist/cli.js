#!/usr/bin/env node
import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  EXIT,
  UsageError
} from "./cli/chunk-JN2NGE4E.js";
import {
  printableLine
} from "./cli/chunk-UUJP2AT6.js";
import {
  InvalidOptionError
} from "./cli/chunk-XMQ6N5JQ.js";
import "./cli/chunk-4RVUXKA4.js";

// src/cli.ts
import { readFileSync } from "node:fs";
import { isatty } from "node:tty";

// src/terminal/help.ts
var HELP = `smol: a prompt becomes a plan, then every file of the app at the same time.

Usage
  smol "a HTML/JS/CSS Tic Tac Toe Game"
  smol prompt.md
  smol                            takes prompt.md of this folder

Options
  --prompt TEXT|FILE.md           the prompt, or a markdown file with it
  --instructions TEXT|FILE.md     house rules for every file
  --out FOLDER                    where the app goes (default: generated)
  --plan-only                     print the plan, write no file of the app
  -y, --yes                       do not ask before the files are written

  --model NAME                    the model that writes (OpenAI: gpt-6-sol unless given)
  --plan-model NAME               another model for the plan
  --base-url URL                  an OpenAI-compatible endpoint (default: OpenAI's)
  --effort LEVEL                  how long the model thinks, if it does
  --temperature NUMBER            left to the endpoint unless given
  --max-output-tokens NUMBER      longest reply of one call

  --max-files NUMBER              most files in a plan (default: 100)
  --max-cost-usd NUMBER           most the run may cost
  --max-total-tokens NUMBER       most tokens the run may use
  --concurrency NUMBER            most calls at the same time (default: 64)
  --timeout-minutes NUMBER        end the run after so long (default: 20)
  --idle-timeout SECONDS          give a call up after so long without a byte (default: 120)

  --debug                         every call, its speed and its retries
  -h, --help                      this text
  --version                       the version

Environment
  OPENAI_API_KEY                  the key of the endpoint
  OPENAI_BASE_URL                 the endpoint, unless --base-url is given
  NO_COLOR                        no colour and no live lines

The plan is saved as shared_deps.md in the folder. Run the same command again after an interruption, or after
you edited that plan. smol deletes nothing, and overwrites only files that it wrote and you did not change.
Exit codes: 0 all written, 1 failed or incomplete, 2 usage, 130 interrupted.
`;

// src/terminal/options.ts
import { parseArgs } from "node:util";

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

// src/terminal/options.ts
var OPTIONS = {
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
    options: { ...OPTIONS, [OLD_OUT]: { type: "string" } },
    strict: false,
    tokens: true
  };
  const { tokens } = parseArgs({ args: argv, allowPositionals: true, ...config });
  const values = /* @__PURE__ */ new Map();
  const positionals = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const name = token.name === OLD_OUT ? "out" : token.name;
    if (!isName(name)) throw new UsageError(unknownOption(token.rawName, name));
    values.set(name, readValue(name, token));
  }
  return { values, positionals };
}
function isName(name) {
  return Object.hasOwn(OPTIONS, name);
}
function unknownOption(typed, name) {
  const close = nearest(name, Object.keys(OPTIONS));
  return close === null ? `There is no option ${typed}.` : `There is no option ${typed}. Did you mean --${close}?`;
}
function readValue(name, {
  rawName,
  value,
  inlineValue
}) {
  if (OPTIONS[name].type === "boolean") {
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

// src/terminal/run.ts
async function run(argv, world2) {
  const command = readCommand(argv);
  if (command.kind === "help") {
    world2.stdout.write(HELP);
    return EXIT.written;
  }
  if (command.kind === "version") {
    world2.stdout.write(`${world2.version()}
`);
    return EXIT.written;
  }
  if (command.kind === "usage") return complain(world2, command.message, EXIT.usage);
  const [{ build }, { explain }] = await Promise.all([import("./cli/build-KNF2CASV.js"), import("./cli/advice-VJRVTPGB.js")]);
  try {
    return await build(command.options, world2);
  } catch (error) {
    if (world2.signal.aborted) return complain(world2, "Stopped.", EXIT.interrupted);
    if (command.options.debug && error instanceof Error) world2.stderr.write(`${error.stack}
`);
    const isUsage = error instanceof UsageError || error instanceof InvalidOptionError;
    return complain(world2, explain(error), isUsage ? EXIT.usage : EXIT.incomplete);
  }
}
function complain(world2, message, code) {
  world2.stderr.write(`smol: ${printableLine(message)}
`);
  if (code === EXIT.usage) world2.stderr.write("Try: smol --help\n");
  return code;
}

// src/cli.ts
var interrupt = new AbortController();
var world = {
  cwd: process.cwd(),
  env: process.env,
  // Opening it takes time that --help need not spend.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  isTerminal: isatty(0) && isatty(2),
  now: () => performance.now(),
  version,
  createModel: async (endpoint) => (await import("./cli/openai-6OS7NYFL.js")).createModel(endpoint),
  develop: async function* (request, model) {
    const { develop } = await import("./cli/develop-JKJLAYAQ.js");
    yield* develop(request, model);
  },
  signal: interrupt.signal
};
function stop() {
  if (interrupt.signal.aborted) process.exit(130);
  interrupt.abort(new Error("Interrupted."));
}
function version() {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  const { version: version2 } = JSON.parse(text);
  return version2;
}
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
process.stdout.on("error", () => process.exit(1));
process.exitCode = await run(process.argv.slice(2), world);
