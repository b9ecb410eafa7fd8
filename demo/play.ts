import { type GitHub, startGitHub } from '../test/support/github/index.js';
import { type RunResult, runAction } from '../test/support/runner.js';
import { type Answers, sourceOf, startAnswering } from './answering.js';
import { type App, startApp } from './app.js';
import type { Review } from './recorded-review.js';
import type { Issue, Shows } from './recording.js';
import { type Site, startSite } from './site/server.js';
import type { Run, Stage } from './site/stage.js';

const RUN_MS = 30 * 60_000;
/** What the runs of an hour on GitHub might have. */
const FIRST_RUN_ID = 1_658_821_493;

/** What is played: an issue, and who answers. */
export type Play = {
  readonly issue: Issue;
  readonly answers: Answers;
  /** What is said about the pull request afterwards, and who answers to that. */
  readonly reviewing?: { readonly review: Review; readonly answers: Answers } | undefined;
  /** Of the action, besides those that say who answers. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** How the app is shown; undefined: as a page when it has one. */
  readonly shows: Shows | undefined;
  /** Called once, before the label is put on. */
  readonly onReady?: (urls: { readonly issue: string }) => void;
  /** Called once, when the review stands there and its run is about to begin. */
  readonly onReview?: (urls: { readonly pull: string }) => void;
  /** Called for each new line of a run's log. */
  readonly onLine?: (line: string) => void;
  /** Ends the run, and everything with it, when it aborts. */
  readonly signal?: AbortSignal;
};

/** A play after its runs: everything still stands and can be looked at until it is closed. */
export type Played = {
  readonly site: Site;
  readonly stage: Stage;
  /** Of the build, and of the revision where there was one. */
  readonly results: readonly RunResult[];
  readonly github: GitHub;
  readonly app: App | undefined;
  close(): Promise<void>;
};

/** Whatever has to be closed in the end. */
type Closable = { close(): Promise<void> };

/**
 * Plays the whole flow: a repository, an issue, the label, the built action on the event as a runner would
 * run it, a review of the pull request and the run on that, and the app that came of it. Where this throws,
 * everything that was started has ended.
 *
 * @throws Error when the app does not start, and the signal's reason when it aborts
 */
export async function play(options: Play): Promise<Played> {
  const opened: Closable[] = [];
  const close = async () => void (await Promise.all(opened.map((each) => each.close())));
  const keep = <T extends Closable>(each: T): T => {
    opened.push(each);
    options.signal?.throwIfAborted();
    return each;
  };
  try {
    return { ...(await perform(options, keep)), close };
  } catch (error) {
    await close();
    throw options.signal?.aborted === true ? options.signal.reason : error;
  }
}

type Keep = <T extends Closable>(each: T) => T;

/** What an act of the play needs. */
type Scene = { readonly options: Play; readonly keep: Keep; readonly github: GitHub; readonly site: Site };

async function perform(options: Play, keep: Keep): Promise<Omit<Played, 'close'>> {
  const { issue, answers, reviewing, onReady } = options;
  const site = keep(await startSite());
  const github = keep(
    await startGitHub({
      collaborators: { ann: 'write', ...(reviewing !== undefined && { [reviewing.review.author]: 'write' }) },
      files: { LICENSE: 'MIT License\n' },
      labels: ['smol'],
      serverUrl: site.url,
    }),
  );
  const { number: issueNumber } = await github.createIssue({ ...issue, author: 'ann' });
  const runs: Run[] = [];
  let app: App | undefined;
  let finished = false;
  const stage: Stage = {
    ...{ github, issueNumber, runs },
    source: sourceOfAll(options),
    finished: () => finished,
    app: () => app,
  };
  const scene = { options, keep, github, site };
  const build = await prepareRun(scene, answers, runs);
  site.show(stage);
  onReady?.({ issue: `${site.url}/${github.repository}/issues/${issueNumber}` });
  const built = await build(
    'issues',
    await github.labeledEvent({ issueNumber, label: 'smol', sender: 'ann' }),
  );
  const pullNumber = Number(built.outputs['pull-request-number']);
  const isReviewed = reviewing !== undefined && built.succeeded && pullNumber > 0;
  const revised = isReviewed ? await revise(scene, reviewing, pullNumber, runs) : undefined;
  app = await appOf(options, github, built);
  if (app !== undefined) keep(app);
  finished = true;
  return { site, stage, results: revised === undefined ? [built] : [built, revised], github, app };
}

/** Where the answers come from, for every page. */
function sourceOfAll({ answers, reviewing }: Play): string {
  const build = sourceOf(answers);
  if (reviewing === undefined || 'recording' in reviewing.answers) return build;
  return `${build} To the review: ${sourceOf(reviewing.answers)}`;
}

/** Somebody reviews the pull request, and the action runs on that. */
async function revise(
  scene: Scene,
  { review, answers }: NonNullable<Play['reviewing']>,
  pullNumber: number,
  runs: Run[],
): Promise<RunResult> {
  const { options, github, site } = scene;
  const { author, body, comments } = review;
  const { id } = await github.review(pullNumber, { body, comments, by: author });
  const run = await prepareRun(scene, answers, runs);
  options.onReview?.({ pull: `${site.url}/${github.repository}/pull/${pullNumber}` });
  return run('pull_request_review', await github.reviewEvent({ pullNumber, reviewId: id }));
}

type Begin = (event: string, payload: Record<string, unknown>) => Promise<RunResult>;

/** Sets a run up, which the pages show from then on; the result begins it. */
async function prepareRun(
  { options, keep, github, site }: Scene,
  answers: Answers,
  runs: Run[],
): Promise<Begin> {
  const answering = keep(await startAnswering(answers));
  const { signal, onLine, inputs } = options;
  const log: string[] = [];
  const id = FIRST_RUN_ID + runs.length;
  let result: RunResult | undefined;
  runs.push({
    ...{ id, log },
    state: () => (result === undefined ? 'going' : result.succeeded ? 'succeeded' : 'failed'),
    summary: () => result?.summary ?? '',
    calls: () => answering.tap?.calls(),
  });
  return async (event, payload) => {
    result = await runAction({
      ...{ event, payload },
      github: { url: github.url, token: github.token },
      inputs: { ...answering.inputs, ...inputs },
      env: { GITHUB_SERVER_URL: site.url, GITHUB_RUN_ID: String(id) },
      timeoutMs: RUN_MS,
      ...(signal !== undefined && { signal }),
      onLog: (text) => {
        const lines = text === '' ? [] : text.trimEnd().split('\n').slice(log.length);
        log.push(...lines);
        for (const line of lines) onLine?.(line);
      },
    });
    signal?.throwIfAborted();
    return result;
  };
}

/** The app that was made, running; undefined when there is none that can be shown. */
async function appOf({ shows, signal }: Play, github: GitHub, built: RunResult): Promise<App | undefined> {
  const { branch = '' } = built.outputs;
  if (!built.succeeded || branch === '') return undefined;
  const files = await github.bytes(branch);
  const how = shows ?? ('index.html' in files ? { kind: 'page' as const } : undefined);
  return how === undefined ? undefined : startApp(files, how, signal);
}
