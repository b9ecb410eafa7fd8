import { setTimeout as delay } from 'node:timers/promises';
import { Stop } from '../../src/github/api/stop.js';
import type { Outcome } from '../../src/github/told/outcome.js';
import { createModel } from '../../src/model/openai.js';
import type { Model } from '../../src/model/port.js';
import * as problems from '../../src/report/problems.js';
import { runHere } from '../support/world.js';
import { startProxy, type Treat } from './proxy.js';
import { askedBy, type Cast, type Ended, type Run, type TreatOf } from './stage.js';

/** The longest that anything is waited for, so that others have their turn. Milliseconds. */
const WAIT_MS = 20;
const EXIT_CANCELLED = 130;

/**
 * Starts the action in this process. Killing it means that from this moment on nothing of it reaches anybody: its
 * requests are cut, and where it waits it waits for ever.
 */
export function startHere(cast: Cast, treat: TreatOf | undefined): Run {
  const killing = new AbortController();
  const cancel = new AbortController();
  let interruptedAt: number | null = null;
  const run: Run = {
    kill: () => killing.abort(),
    interrupt: () => {
      interruptedAt ??= performance.now();
      cancel.abort(new Stop(problems.cancelled()));
    },
    get ended() {
      return ended;
    },
  };
  const perform = async (): Promise<Ended> => {
    const { github, model } = cast;
    const alive: Treat = treat === undefined ? (exchange) => exchange.pass() : treat(run);
    const proxy = await startProxy({ github: github.url, model: model.url }, (exchange) =>
      killing.signal.aborted ? exchange.cut() : alive(exchange),
    );
    const log: string[] = [];
    const died = new Promise<null>((resolve) => {
      killing.signal.addEventListener('abort', () => resolve(null));
    });
    const body = performIn({ cast, proxy, log, killed: killing.signal, cancelled: cancel.signal });
    const outcome = await Promise.race([body, died]);
    const stoppedMs = interruptedAt === null ? null : performance.now() - interruptedAt;
    await proxy.close();
    return { ...endOf(outcome, cancel.signal), log: log.join('\n'), ...askedBy(proxy.requests()), stoppedMs };
  };
  const ended = perform();
  return run;
}

type Body = {
  readonly cast: Cast;
  readonly proxy: { readonly github: string; readonly model: string };
  readonly log: string[];
  readonly killed: AbortSignal;
  readonly cancelled: AbortSignal;
};

function performIn({ cast, proxy, log, killed, cancelled }: Body): Promise<Outcome> {
  const { github, model, inputs, happening, attempt } = cast;
  const sleep = async (ms: number, signal = cancelled) => {
    await delay(Math.min(ms, WAIT_MS), undefined, { signal });
    if (killed.aborted) await new Promise(() => {});
  };
  const endpoint = createModel({
    ...{ apiKey: model.apiKey, baseUrl: proxy.model, model: 'test-model' },
    sleep: (ms, signal) => sleep(ms, signal),
  });
  return runHere(
    { ...github, url: proxy.github },
    { ...happening, inputs: { 'base-url': proxy.model, model: 'test-model', ...inputs } },
    { model: mortal(endpoint, killed), apiKey: model.apiKey, log: (text) => void log.push(text), sleep },
    { cancelled, runAttempt: attempt },
  );
}

/** Breaks off what it does when the run is killed. */
function mortal(model: Model, killed: AbortSignal): Model {
  const until = (signal: AbortSignal | undefined) =>
    signal === undefined ? killed : AbortSignal.any([signal, killed]);
  return {
    nameOf: (purpose) => model.nameOf(purpose),
    cost: (purpose, tokens) => model.cost(purpose, tokens),
    streamText: (request) => model.streamText({ ...request, signal: until(request.signal) }),
    object: (request) => model.object({ ...request, signal: until(request.signal) }),
  };
}

function endOf(
  outcome: Outcome | null,
  cancelled: AbortSignal,
): Pick<Ended, 'succeeded' | 'exitCode' | 'signal' | 'outputs'> {
  if (outcome === null) return { succeeded: false, exitCode: null, signal: 'SIGKILL', outputs: {} };
  const succeeded = outcome.problem === null;
  const failure = cancelled.aborted ? EXIT_CANCELLED : 1;
  const { outputs } = outcome;
  return { succeeded, exitCode: succeeded ? 0 : failure, signal: null, outputs: { ...outputs } };
}
