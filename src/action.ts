import './jitless.js';
import { readFileSync } from 'node:fs';
import * as http from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import * as core from '@actions/core';
import { context } from '@actions/github';
import { createGitHub } from './github/api/client.js';
import { redactingModel } from './github/api/redacting-model.js';
import { createSecrets } from './github/api/secrets.js';
import { Stop } from './github/api/stop.js';
import type { World } from './github/api/world.js';
import type { Settings } from './github/asked/settings.js';
import { runBot } from './github/bot.js';
import { messageOf } from './github/told/failure.js';
import { logLine, plainText } from './github/told/log.js';
import type { Outcome } from './github/told/outcome.js';
import { sayThatRunBrokeOff } from './github/told/post.js';
import { keepHeapSmall } from './heap.js';
import { createModel } from './model/openai.js';
import type { Model } from './model/port.js';
import * as problems from './report/problems.js';
import type { Problem } from './report/view.js';

keepHeapSmall();

/** What a shell says of a process that SIGINT ended: 128 and the signal's number. */
const EXIT_CANCELLED = 130;

/**
 * The runner starts `main` and `post` of action.yml alike, with one environment: the name of the file tells them apart.
 * What a run saves does not, since a process can be killed before it saves anything.
 */
const IS_STEP_AFTER = process.argv[1]?.endsWith('post.js') === true;

/** What this run tells the step after it. */
const BEGUN = 'begun';
const ENDED = 'ended';

/** For saving and for the comment. The runner kills a process 7.5 s after its SIGINT (ProcessInvoker.cs). */
const LAST_WORDS_MS = 4_500;

const inputs = readInputs();
const secrets = createSecrets([inputs.token, inputs['api-key']]);

/** The entry for the runner: the one place that touches its environment. */
async function main(): Promise<void> {
  for (const secret of [inputs.token, inputs['api-key'], ...secrets.forms])
    if (secret) core.setSecret(secret);
  http.setGlobalProxyFromEnv?.();
  if (!IS_STEP_AFTER) await run();
  else if (core.getState(BEGUN) !== '' && core.getState(ENDED) === '') await runAfterKill();
}

async function run(): Promise<void> {
  core.saveState(BEGUN, true);
  const cancel = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      cancel.abort(new Stop(problems.cancelled()));
      setTimeout(() => process.exit(EXIT_CANCELLED), LAST_WORDS_MS).unref();
    });
  }
  const event = {
    name: context.eventName,
    payload: readPayload(),
    actor: context.actor,
    triggeringActor: process.env.GITHUB_TRIGGERING_ACTOR || context.actor,
  };
  const outcome = await runBot(event, inputs, worldOf(inputs.token ?? '', cancel.signal));
  await tell(outcome);
  core.saveState(ENDED, true);
  // A signal may come when all is done: that run is not cancelled.
  if (cancel.signal.aborted && outcome.problem !== null) process.exitCode = EXIT_CANCELLED;
}

async function runAfterKill(): Promise<void> {
  const world = worldOf(inputs.token ?? '', new AbortController().signal);
  try {
    await sayThatRunBrokeOff(world, { payload: readPayload(), inputs });
  } catch (error) {
    world.log.warning(`The comment still says that the run goes on: ${messageOf(error)}`);
  }
}

function worldOf(token: string, cancelled: AbortSignal): World {
  const repository = `${context.repo.owner}/${context.repo.repo}`;
  const sleep = (ms: number) => delay(ms, undefined, { signal: cancelled });
  const { redact } = secrets;
  return {
    github: createGitHub({ token, repository, apiUrl: context.apiUrl, sleep, now: Date.now, redact }),
    createModel: (settings) => redactingModel(modelOf(settings), redact),
    secrets,
    log: {
      chapter,
      line: (text) => core.info(printable(text)),
      warning: (text) => core.warning(printable(text)),
    },
    now: Date.now,
    sleep,
    cancelled,
    repository,
    serverUrl: context.serverUrl,
    runId: context.runId,
    runAttempt: context.runAttempt,
    runUrl: `${context.serverUrl}/${repository}/actions/runs/${context.runId}`,
    hasInstallationToken: token.startsWith('ghs_'),
  };
}

function modelOf(settings: Settings): Model {
  const { apiKey, baseUrl, model, planModel, idleTimeoutMs, concurrency } = settings;
  return createModel({
    apiKey,
    baseUrl,
    model,
    planModel,
    idleTimeoutMs,
    concurrency,
    effort: settings.effort ?? undefined,
    temperature: settings.temperature ?? undefined,
    maxOutputTokens: settings.maxOutputTokens ?? undefined,
    promptCacheKey: `smol:${context.repo.owner}/${context.repo.repo}:${context.runId}`,
  });
}

/** Inputs that are set, by name. The runner hands them over as `INPUT_` and the name in capitals. */
function readInputs(): Record<string, string> {
  const inputs: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (name.startsWith('INPUT_') && value) inputs[name.slice('INPUT_'.length).toLowerCase()] = value;
  }
  return inputs;
}

function readPayload(): unknown {
  const path = process.env.GITHUB_EVENT_PATH;
  return path === undefined ? {} : JSON.parse(readFileSync(path, 'utf8'));
}

/** What may go to the log: without secrets, and nothing that the runner would obey. */
function printable(text: string): string {
  return logLine(secrets.redact(text));
}

let chapterIsOpen = false;

function chapter(title: string): void {
  if (chapterIsOpen) core.endGroup();
  core.startGroup(title);
  chapterIsOpen = true;
}

async function tell(outcome: Outcome): Promise<void> {
  if (chapterIsOpen) core.endGroup();
  for (const [name, value] of Object.entries(outcome.outputs)) core.setOutput(name, secrets.redact(value));
  if (outcome.notice !== null) core.notice(printable(outcome.notice));
  if (outcome.problem !== null) tellProblem(outcome.problem);
  if (outcome.summary === null) return;
  try {
    await core.summary.addRaw(secrets.redact(outcome.summary), true).write();
  } catch (error) {
    core.warning(printable(`The run summary could not be written: ${messageOf(error)}`));
  }
}

function tellProblem({ what, next, snippet, link }: Problem): void {
  core.setFailed(printable(plainText(`${what} ${next}`)));
  for (const line of snippet?.text.split('\n') ?? []) core.info(printable(line));
  if (link !== null) core.info(printable(`${link.text}: ${link.url}`));
}

// A stack trace of Node's own would go to the log unfiltered.
process.on('uncaughtException', (error: unknown) => {
  core.setFailed(printable(`Something unexpected happened: ${messageOf(error)}`));
  process.exit(1);
});

await main();
// Sockets that a server keeps open must not keep the runner.
process.exit();
