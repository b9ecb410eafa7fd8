import './jitless.js';
import { readFileSync } from 'node:fs';
import * as http from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import * as core from '@actions/core';
import { context } from '@actions/github';
import { runBot } from './github/bot.js';
import { createGitHub } from './github/client.js';
import { logLine, plainText } from './github/log.js';
import type { Outcome } from './github/outcome.js';
import type { Settings } from './github/settings.js';
import { Stop } from './github/stop.js';
import type { World } from './github/world.js';
import { keepHeapSmall } from './heap.js';
import { createModel } from './model/openai.js';
import type { Model } from './model/port.js';
import * as problems from './report/problems.js';
import type { Problem } from './report/view.js';

keepHeapSmall();

/** What a shell says of a process that SIGINT ended: 128 and the signal's number. */
const EXIT_CANCELLED = 130;

/** For saving and for the comment. The runner kills a process 7.5 s after its SIGINT (ProcessInvoker.cs). */
const LAST_WORDS_MS = 4_500;

/** The entry for the runner: the one place that touches its environment. */
async function main(): Promise<void> {
  http.setGlobalProxyFromEnv?.();
  const inputs = readInputs();
  for (const secret of [inputs.token, inputs['api-key']]) if (secret) core.setSecret(secret);
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
  // A signal may come when all is done: that run is not cancelled.
  if (cancel.signal.aborted && outcome.problem !== null) process.exitCode = EXIT_CANCELLED;
}

function worldOf(token: string, cancelled: AbortSignal): World {
  const repository = `${context.repo.owner}/${context.repo.repo}`;
  const sleep = (ms: number) => delay(ms, undefined, { signal: cancelled });
  return {
    github: createGitHub({ token, repository, apiUrl: context.apiUrl, sleep, now: Date.now }),
    createModel: modelOf,
    log: {
      chapter,
      line: (text) => core.info(logLine(text)),
      warning: (text) => core.warning(logLine(text)),
    },
    now: Date.now,
    sleep,
    cancelled,
    repository,
    serverUrl: context.serverUrl,
    runId: context.runId,
    runAttempt: context.runAttempt,
    runUrl: `${context.serverUrl}/${repository}/actions/runs/${context.runId}`,
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

let chapterIsOpen = false;

function chapter(title: string): void {
  if (chapterIsOpen) core.endGroup();
  core.startGroup(title);
  chapterIsOpen = true;
}

async function tell(outcome: Outcome): Promise<void> {
  if (chapterIsOpen) core.endGroup();
  for (const [name, value] of Object.entries(outcome.outputs)) core.setOutput(name, value);
  if (outcome.notice !== null) core.notice(logLine(outcome.notice));
  if (outcome.problem !== null) tellProblem(outcome.problem);
  if (outcome.summary === null) return;
  try {
    await core.summary.addRaw(outcome.summary, true).write();
  } catch (error) {
    core.warning(
      logLine(`The run summary could not be written: ${error instanceof Error ? error.message : error}`),
    );
  }
}

function tellProblem({ what, next, snippet, link }: Problem): void {
  core.setFailed(logLine(plainText(`${what} ${next}`)));
  for (const line of snippet?.text.split('\n') ?? []) core.info(logLine(line));
  if (link !== null) core.info(logLine(`${link.text}: ${link.url}`));
}

// A stack trace of Node's own would go to the log unfiltered.
process.on('uncaughtException', (error) => {
  core.setFailed(logLine(`Something unexpected happened: ${error.message}`));
  process.exit(1);
});

await main();
// Sockets that a server keeps open must not keep the runner.
process.exit();
