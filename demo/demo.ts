import { once } from 'node:events';
import { styleText } from 'node:util';
import { sourceOf } from './answering.js';
import { type Arguments, type Endpoint, HELP, readArguments, readEndpoint } from './arguments.js';
import { Interruption, listenForInterruption } from './interruption.js';
import { type Play, type Played, play } from './play.js';
import {
  promptsOfCalls,
  REVIEWED,
  type Review,
  readRecordedReview,
  readReview,
  recordReview,
  writeRecordedReview,
} from './recorded-review.js';
import {
  APPS,
  answersOf,
  type Issue,
  promptsOf,
  readIssue,
  readRecording,
  recordApp,
  writeRecording,
} from './recording.js';

const TITLE_CHARACTERS = 70;

const say = (text = '') => process.stdout.write(`${text}\n`);
const bold = (text: string) => styleText('bold', text, { stream: process.stdout });
const faint = (text: string) => styleText('dim', text, { stream: process.stdout });

process.exitCode = await main(listenForInterruption()).catch((error: unknown) => {
  const said = error instanceof Error ? error.message : String(error);
  if (said !== '') process.stderr.write(`${said}\n`);
  return error instanceof Interruption ? error.exitCode : 1;
});

/** Plays the demo; the exit code. */
async function main(signal: AbortSignal): Promise<number> {
  const options = readArguments(process.argv.slice(2), { names: APPS, reviewed: REVIEWED }, process.env);
  if (options.help) {
    say(HELP.replace('NAMES', APPS.join(', ')).replace('REVIEWED', REVIEWED.join(', ')));
    return 0;
  }
  const endpoint = readEndpoint(process.env);
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s`;
  const scene = sceneOf(options, endpoint);
  say(bold(`\nsmol: ${scene.issue.title}`));
  for (const line of scene.introduction) say(line);
  const played = await play({
    ...scene,
    signal,
    onReady: ({ issue }) => {
      say(`\nThe issue  ${issue}\n${faint('Open it: its comment changes while the files are written.')}\n`);
      say(`${faint(seconds())}  ann puts the label smol on the issue; the built action runs:`);
    },
    onReview: ({ pull }) => {
      if (scene.reviewing !== undefined) showReview(scene.reviewing.review, pull, seconds());
    },
    onLine: (line) => {
      if (line !== '' && line !== '##[endgroup]') say(`${faint(seconds())}  ${faint('│')} ${shown(line)}`);
    },
  });
  try {
    if (options.record) record(options, played);
    showResult(played, endpoint);
    if (options.review && endpoint === undefined) warnOfOldAnswers(options.app, played);
    if (!options.once) {
      say('\nCtrl-C ends it.');
      if (!signal.aborted) await once(signal, 'abort');
    }
    return played.results.every(({ succeeded }) => succeeded) ? 0 : 1;
  } finally {
    await played.close();
  }
}

/** A line of the log as the run's page shows it: the heading of a group is bold. */
function shown(line: string): string {
  const [, kind, text = ''] = /^##\[(group|notice|warning|error)\](.*)$/.exec(line) ?? [];
  if (kind === undefined) return `  ${line}`;
  return kind === 'group' ? bold(text) : text;
}

/** Who asks for what, who answers, and what is said of it beforehand. */
function sceneOf(options: Arguments, endpoint: Endpoint | undefined): Play & { introduction: string[] } {
  const issue = options.prompt === undefined ? readIssue(options.app) : issueOf(options.prompt);
  const live = endpoint && { endpoint, remembered: options.record || endpoint.isLocal };
  if (live !== undefined && !options.review) {
    return { ...{ issue, answers: live, shows: undefined }, introduction: introductionOf(live.endpoint) };
  }
  const recording = readRecording(options.app);
  const answers = { recording };
  const introduction = [sourceOf(answers), 'GitHub is emulated; nothing leaves this machine.'];
  if (promptsOf(recording) !== recording.prompts) introduction.push(...OLD_ANSWERS);
  const scene = { issue, answers, shows: recording.shows };
  if (!options.review) return { ...scene, introduction };
  const review = readReview(options.app);
  if (live === undefined) {
    const reviewing = { review, answers: { recording: readRecordedReview(options.app) } };
    return { ...scene, reviewing, introduction };
  }
  return {
    ...{ ...scene, reviewing: { review, answers: live } },
    introduction: [sourceOf(answers), 'Then, to the review:', ...introductionOf(live.endpoint)],
  };
}

const OLD_ANSWERS = [
  'The prompts have changed since: these answers were given to an earlier version',
  'of them.',
];

/** What the model is asked about a review is only known when it was asked. */
function warnOfOldAnswers(app: string, { stage }: Played): void {
  const calls = stage.runs[1]?.calls();
  if (calls === undefined || promptsOfCalls(calls) === readRecordedReview(app).prompts) return;
  say();
  for (const line of OLD_ANSWERS) say(line);
}

/** What somebody says about the pull request, as they wrote it. */
function showReview({ author, body, comments }: Review, pull: string, seconds: string): void {
  const row = (text: string) => say(`${faint(seconds)}  ${faint('│')} ${text}`);
  say(`\nThe pull request  ${pull}\n`);
  say(`${faint(seconds)}  ${author} reviews it:`);
  for (const line of body.split('\n')) row(`  ${line}`);
  for (const { path, line, body: text } of comments) {
    row(bold(`${path}, line ${line}`));
    for (const each of text.split('\n')) row(`  ${each}`);
  }
  say(`\n${faint(seconds)}  the built action runs again:`);
}

/** Said before anything is asked: a key may be set by chance, and its owner pays. */
function introductionOf({ baseUrl, model, isLocal, setBy }: Endpoint): string[] {
  const names = setBy.join(' and ');
  return [
    `A real model answers, since ${names} ${setBy.length > 1 ? 'are' : 'is'} set:`,
    `  ${model} at ${baseUrl}`,
    ...(isLocal ? [] : ['Its tokens cost money, on the account of that key.']),
    `Recorded answers${isLocal ? '' : ' cost nothing; they'} are played without ${names}.`,
    'GitHub is emulated on this machine.',
  ];
}

/** An issue made of one's own words: the first line is its title. */
function issueOf(prompt: string): Issue {
  const [first = ''] = prompt.trim().split('\n');
  const title = first.length > TITLE_CHARACTERS ? `${first.slice(0, TITLE_CHARACTERS).trimEnd()}…` : first;
  return { title, body: prompt };
}

function showResult({ site, github, results, app, stage }: Played, endpoint: Endpoint | undefined): void {
  const repository = `${site.url}/${github.repository}`;
  const rows: [string, string][] = [['The issue', `${repository}/issues/${stage.issueNumber}`]];
  const [built, revised] = results;
  const result = revised ?? built;
  if (built === undefined || result === undefined) return;
  const { branch } = built.outputs;
  const pull = built.outputs['pull-request-url'];
  if (pull) rows.push(['The pull request', pull], ['Its files', `${pull}/files`]);
  const revision = revised?.outputs['pull-request-head-sha'];
  if (pull && revision) rows.push(['What the review changed', `${pull}/commits/${revision}`]);
  if (app !== undefined) rows.push(['The app', 'url' in app ? app.url : `${site.url}/app`]);
  else if (built.succeeded) rows.push(['The app', 'not started here; the pull request says how to']);
  if (stage.runs.some(({ calls }) => calls() !== undefined))
    rows.push(['What the model was asked', `${site.url}/asked`]);
  if (branch) rows.push(['The code', `git clone --branch ${branch} ${repository}.git`]);
  say();
  if (!result.succeeded) say(`${bold(failureOf(result.outputs.status))}\n`);
  for (const [name, value] of rows) say(`${name.padEnd(26)}${value}`);
  if (!result.succeeded && result.outputs.status !== 'partial' && endpoint !== undefined) {
    say('\nThe inputs `api-key`, `base-url` and `model` are OPENAI_API_KEY, OPENAI_BASE_URL');
    say('and OPENAI_MODEL here.');
  }
}

function failureOf(status: string | undefined): string {
  return status === 'partial'
    ? 'Not all files were made; the lines above say why.'
    : 'The run failed; the lines above say why.';
}

/** Keeps the answers of the last run as the recording of an app, or of its review. */
function record({ app, review }: Arguments, { stage, results }: Played): void {
  const calls = stage.runs[review ? 1 : 0]?.calls();
  if (calls === undefined || results.some(({ succeeded }) => !succeeded)) {
    throw new Error('The run failed, so nothing was recorded.');
  }
  const answers = answersOf(calls);
  const recorded = new Date().toISOString().slice(0, 10);
  const folder = `demo/recordings/${app}${review ? '/review' : ''}`;
  if (review) writeRecordedReview(app, recordReview(answers, recorded));
  else writeRecording(recordApp(app, answers, recorded));
  say(`\nRecorded in ${folder}.`);
  if (readRecording(app).shows.kind !== 'page') say('From now on the demo runs its code: read it first.');
}
