import { relative, resolve } from 'node:path';
import type { Model } from '../model/port.js';
import type { DevelopRequest, Limits } from '../smol/events.js';
import { conclude } from './conclude.js';
import { createDeadline } from './deadline.js';
import { type Display, liveDisplay, plainDisplay } from './display.js';
import { type Folder, openFolder } from './folder.js';
import { type Followed, follow } from './follow.js';
import type { Options } from './options.js';
import { printableLine } from './printable.js';
import { readTexts, type Texts } from './prompt.js';
import { requestKey } from './record.js';
import { findStart } from './start.js';
import { createTrace } from './trace.js';
import { UsageError } from './usage.js';
import type { Endpoint, World } from './world.js';

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
  const request = requestKey({ ...texts, model: model.nameOf('file'), planModel: model.nameOf('plan') });
  const start = await findStart(folder, request);
  if (texts.promptFile !== null) display.say(`The prompt is in ${printableLine(texts.promptFile)}.`);
  for (const note of start.notes) display.say(printableLine(note));
  if (start.resume === null) display.say(`Planning with ${printableLine(model.nameOf('plan'))}…`);

  const deadline = createDeadline(options.timeoutMinutes * 60_000, world.now);
  const asked: DevelopRequest = {
    prompt: texts.prompt,
    instructions: texts.instructions ?? undefined,
    limits: limitsOf(options),
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

function limitsOf({ maxFiles, maxCostUsd, maxTotalTokens }: Options): Partial<Limits> {
  return {
    ...(maxFiles === null ? {} : { maxFiles }),
    maxCostUsd,
    maxTotalTokens,
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
