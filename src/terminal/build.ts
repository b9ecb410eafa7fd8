import { relative, resolve } from 'node:path';
import type { Model } from '../model/port.js';
import type { DevelopRequest } from '../smol/events.js';
import { type Display, liveDisplay, plainDisplay } from './display.js';
import { type Folder, openFolder, readNamedFile } from './folder.js';
import { createDeadline, type Followed, follow } from './follow.js';
import { type Options, UsageError } from './options.js';
import { printableLine } from './printable.js';
import { findStart, requestKey } from './record.js';
import { conclude } from './summary.js';
import { createTrace } from './trace.js';
import type { Endpoint, World } from './world.js';

/** Taken when no prompt is given. */
const PROMPT_FILE = 'prompt.md';

/**
 * Builds what the person asks for: plan, question, files, summary.
 *
 * @returns the exit code.
 * @throws UsageError, InvalidOptionError, or what the disk says, before anything is asked of a model.
 */
export async function build(options: Options, world: World): Promise<number> {
  const texts = await readTexts(options, world.cwd);
  const folder = await openFolder(resolve(world.cwd, options.out));
  if (folder === null) throw new UsageError(`${options.out} is a file. Name a folder with --out.`);
  const model = await world.createModel(endpointOf(options, world.env));
  const out = relative(world.cwd, folder.root) || '.';
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

type Job = {
  readonly options: Options;
  readonly texts: Texts;
  readonly folder: Folder;
  readonly model: Model;
  readonly display: Display;
  readonly out: string;
  readonly world: World;
};

async function develop({ options, texts, folder, model, display, out, world }: Job): Promise<Followed> {
  const { prompt, promptFile, instructions } = texts;
  const models = { model: model.nameOf('file'), planModel: model.nameOf('plan') };
  const request = requestKey({ prompt, instructions, ...models });
  const start = await findStart(folder, request);
  if (promptFile !== null) display.say(`The prompt is in ${printableLine(promptFile)}.`);
  for (const note of start.notes) display.say(printableLine(note));
  if (start.resume === null) display.say(`Planning with ${printableLine(models.planModel)}…`);

  const deadline = createDeadline(options.timeoutMinutes * 60_000, world.now);
  const asked: DevelopRequest = {
    prompt,
    instructions: instructions ?? undefined,
    limits: options,
    resume: start.resume ?? undefined,
    signal: AbortSignal.any([world.signal, deadline.signal]),
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
    streamsPlan: isLive(options, world) && world.stdout.isTTY === true,
  });
}

type Texts = {
  readonly prompt: string;
  /** The file the prompt was read from; null when it was typed. */
  readonly promptFile: string | null;
  readonly instructions: string | null;
};

/** What the person asks for: as typed, from a markdown file they name, or from `prompt.md` of this folder. */
async function readTexts(options: Options, cwd: string): Promise<Texts> {
  const rules = options.instructions === null ? null : await readText(options.instructions, cwd);
  const instructions = rules?.text ?? null;
  if (options.prompt === null) {
    const text = await readFileText(PROMPT_FILE, cwd);
    if (text === null)
      throw new UsageError('What shall be built? Say it like this: smol "a Tic Tac Toe game"');
    return { prompt: text, promptFile: PROMPT_FILE, instructions };
  }
  const { text, file } = await readText(options.prompt, cwd);
  return { prompt: text, promptFile: file, instructions };
}

/** As smol_dev does, one word that ends with `.md` is a file. A sentence may end so too: "write a README.md". */
async function readText(typed: string, cwd: string): Promise<{ text: string; file: string | null }> {
  if (!/\.md$/i.test(typed) || typed.includes('\n')) return { text: typed, file: null };
  const text = await readFileText(typed, cwd);
  if (text !== null) return { text, file: typed };
  if (/\s/.test(typed)) return { text: typed, file: null };
  throw new UsageError(`There is no file ${typed}.`);
}

async function readFileText(path: string, cwd: string): Promise<string | null> {
  const text = await readNamedFile(resolve(cwd, path)).catch((error: Error) => {
    throw new UsageError(`${path} cannot be read: ${error.message}`);
  });
  if (text?.trim() === '') throw new UsageError(`${path} is empty.`);
  return text;
}

function endpointOf(options: Options, env: World['env']): Endpoint {
  return {
    apiKey: env.OPENAI_API_KEY?.trim() || null,
    baseUrl: options.baseUrl ?? (env.OPENAI_BASE_URL?.trim() || undefined),
    model: options.model ?? undefined,
    planModel: options.planModel ?? undefined,
    effort: options.effort ?? undefined,
    temperature: options.temperature ?? undefined,
    maxOutputTokens: options.maxOutputTokens ?? undefined,
    idleTimeoutMs: options.idleTimeoutSeconds * 1000,
    concurrency: options.concurrency ?? undefined,
  };
}

function displayFor(options: Options, world: World): Display {
  return isLive(options, world)
    ? liveDisplay(world.stderr, world.now)
    : plainDisplay(world.stderr, world.now);
}

/** Redrawing needs a terminal that can, a person who did not ask for plain text, and no lines of `--debug`. */
function isLive({ debug }: Options, { isTerminal, env }: World): boolean {
  return isTerminal && !debug && !env.NO_COLOR && env.TERM !== 'dumb';
}
