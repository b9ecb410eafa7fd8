#!/usr/bin/env node
import {
  EXIT,
  UsageError,
  readCommand
} from "./cli/chunk-HZ7RGWAF.js";
import {
  printableLine
} from "./cli/chunk-HZO7REIU.js";
import {
  InvalidOptionError
} from "./cli/chunk-KDWMUFRG.js";
import "./cli/chunk-YHBDDNX5.js";

// src/cli.ts
import { readFileSync } from "node:fs";
import { isatty } from "node:tty";

// src/heap.ts
function keepHeapSmall(isBusy = false) {
  setTimeout(async () => {
    const { setFlagsFromString } = await import("node:v8");
    setFlagsFromString("--semi-space-growth-factor=1");
    if (!isBusy) setFlagsFromString("--heap-growing-percent=8");
  }, 50).unref();
}

// src/terminal/help.ts
var HELP = `smol: a prompt becomes a plan, then every file of the app at the same time.

Usage
  smol "a HTML/JS/CSS Tic Tac Toe Game"
  smol prompt.md
  smol                            takes prompt.md of this folder
  smol check [FOLDER]             looks whether files hold together; without a key (smol check --help)

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
var CHECK_HELP = `smol check: looks whether the files of a folder hold together, by parsers and rules, without a model or a key.

Usage
  smol check                      this folder
  smol check FOLDER               another one

Options
  --format text|json|github       for people, for programs, or as annotations of a workflow (default: text)
  -h, --help                      this text

Nothing is run, written or sent. What .gitignore leaves out is not looked into, nor are binary files, files of
more than 1 MB, and what is behind symbolic links. A plan in shared_deps.md, as smol writes it, is held against
the files.
Exit codes: 0 no errors, 1 errors (something cannot work), 2 usage, 130 interrupted.
`;

// src/terminal/run.ts
async function run(argv, world2) {
  const command = readCommand(argv);
  if (command.kind === "help") {
    world2.stdout.write(HELP);
    return EXIT.written;
  }
  if (command.kind === "check help") {
    world2.stdout.write(CHECK_HELP);
    return EXIT.written;
  }
  if (command.kind === "version") {
    world2.stdout.write(`${world2.version()}
`);
    return EXIT.written;
  }
  const help = argv[0] === "check" ? "smol check --help" : "smol --help";
  if (command.kind === "usage") return complain(world2, command.message, { code: EXIT.usage, help });
  const [act, { explain }] = await Promise.all([actOf(command, world2), import("./cli/advice-LF5AR6DM.js")]);
  try {
    return await act();
  } catch (error) {
    if (world2.signal.aborted) return complain(world2, "Stopped.", { code: EXIT.interrupted, help });
    if (command.kind === "build" && command.options.debug && error instanceof Error)
      world2.stderr.write(`${error.stack}
`);
    const isUsage = error instanceof UsageError || error instanceof InvalidOptionError;
    return complain(world2, explain(error), { code: isUsage ? EXIT.usage : EXIT.incomplete, help });
  }
}
async function actOf(command, world2) {
  if (command.kind === "build") {
    const { build } = await import("./cli/build-BO4MVAMY.js");
    return () => build(command.options, world2);
  }
  const { checkFolder } = await import("./cli/check-SGJ6LOUA.js");
  return () => checkFolder(command.options, world2);
}
function complain(world2, message, { code, help }) {
  world2.stderr.write(`smol: ${printableLine(message)}
`);
  if (code === EXIT.usage) world2.stderr.write(`Try: ${help}
`);
  return code;
}

// src/cli.ts
var isCheck = process.argv[2] === "check";
keepHeapSmall(isCheck);
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
  createModel: async (endpoint) => (await import("./cli/openai-JM43F2UH.js")).createModel(endpoint),
  develop: async function* (request, model) {
    const { develop } = await import("./cli/develop-CSIX4YSY.js");
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
if (!isCheck) {
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
process.stdout.on("error", () => process.exit(1));
process.exitCode = await run(process.argv.slice(2), world);
