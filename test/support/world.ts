import { createGitHub } from '../../src/github/api/client.js';
import { createSecrets } from '../../src/github/api/secrets.js';
import type { World } from '../../src/github/api/world.js';
import { runBot } from '../../src/github/bot.js';
import type { Outcome } from '../../src/github/told/outcome.js';
import type { Model } from '../../src/model/port.js';
import type { GitHub } from './github/index.js';

/** What a run in this process is told of the machine it is on. */
export type RunHere = {
  readonly model: Model;
  readonly apiKey: string;
  readonly runId?: number;
  /** Lines and warnings. */
  readonly log: (text: string) => void;
  /** Default: no waiting at all. */
  readonly sleep?: (ms: number) => Promise<void>;
};

/** What a run touches, in this process: no child, no environment, no waiting that `sleep` does not do. */
export function worldOf(
  { token, repository, url: apiUrl, serverUrl }: GitHub,
  { model, apiKey, runId = 7, log, sleep = async () => {} }: RunHere,
): World {
  const secrets = createSecrets([token, apiKey]);
  const { redact } = secrets;
  return {
    github: createGitHub({ token, repository, apiUrl, sleep, now: Date.now, redact }),
    createModel: () => model,
    secrets,
    log: { chapter: () => {}, line: log, warning: log },
    now: Date.now,
    sleep,
    cancelled: new AbortController().signal,
    repository,
    serverUrl,
    runId,
    runAttempt: 1,
    runUrl: `${serverUrl}/${repository}/actions/runs/${runId}`,
    hasInstallationToken: true,
  };
}

/**
 * One run of the action in this process, from its sources. Whoever sent the event has started it.
 *
 * @param happening the event, and the inputs besides token and key.
 * @param world what is to be different from what `worldOf` gives.
 */
export function runHere(
  github: GitHub,
  happening: {
    readonly event: string;
    readonly payload: Readonly<Record<string, unknown>>;
    readonly inputs: Readonly<Record<string, string>>;
  },
  run: RunHere,
  world: Partial<World> = {},
): Promise<Outcome> {
  const { event, payload, inputs } = happening;
  const { login } = payload.sender as { login: string };
  return runBot(
    { name: event, payload, actor: login, triggeringActor: login },
    { token: github.token, 'api-key': run.apiKey, ...inputs },
    { ...worldOf(github, run), ...world },
  );
}
