import { once } from 'node:events';
import { styleText } from 'node:util';
import { type Arguments, type Endpoint, HELP, readArguments, readEndpoint } from './arguments.js';
import { Interruption, listenForInterruption } from './interruption.js';
import { type Play, type Played, play, sourceOf } from './play.js';
import { APPS, type Issue, promptsOf, readIssue, readRecording, writeRecording } from './recording.js';
import type { ModelCall } from './tap.js';

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
  const options = readArguments(process.argv.slice(2), APPS, process.env);
  if (options.help) {
    say(HELP.replace('NAMES', APPS.join(', ')));
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
    onLine: (line) => {
      if (line !== '' && line !== '##[endgroup]') say(`${faint(seconds())}  ${faint('│')} ${shown(line)}`);
    },
  });
  try {
    if (options.record) record(options.app, played);
    showResult(played, endpoint);
    if (!options.once) {
      say('\nCtrl-C ends it.');
      if (!signal.aborted) await once(signal, 'abort');
    }
    return played.result.succeeded ? 0 : 1;
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
  if (endpoint !== undefined) {
    const remembered = options.record || endpoint.isLocal;
    return {
      ...{ issue, answers: { endpoint, remembered }, shows: undefined },
      introduction: introductionOf(endpoint),
    };
  }
  const recording = readRecording(options.app);
  const answers = { recording };
  const introduction = [sourceOf(answers), 'GitHub is emulated; nothing leaves this machine.'];
  if (promptsOf(recording) !== recording.prompts) {
    introduction.push(
      'The prompts have changed since: these answers were given to an earlier version',
      'of them.',
    );
  }
  return { issue, answers, shows: recording.shows, introduction };
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

function showResult({ site, github, result, app, stage }: Played, endpoint: Endpoint | undefined): void {
  const repository = `${site.url}/${github.repository}`;
  const rows: [string, string][] = [['The issue', `${repository}/issues/${stage.issueNumber}`]];
  const { branch } = result.outputs;
  const pull = result.outputs['pull-request-url'];
  if (pull) rows.push(['The pull request', pull], ['Its files', `${pull}/files`]);
  if (app !== undefined) rows.push(['The app', 'url' in app ? app.url : `${site.url}/app`]);
  else if (result.succeeded) rows.push(['The app', 'not started here; the pull request says how to']);
  if (stage.calls() !== undefined) rows.push(['What the model was asked', `${site.url}/asked`]);
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

/** Keeps the answers of a run as the recording of an app. */
function record(name: string, { stage, result }: Played): void {
  if (!result.succeeded) throw new Error('The run failed, so nothing was recorded.');
  const answers = new Map<string, ModelCall>();
  for (const call of stage.calls() ?? []) {
    if (call.answer === '')
      throw new Error(`"${call.purpose}" has no streamed answer, so nothing was recorded.`);
    if (answers.has(call.purpose)) {
      throw new Error(`"${call.purpose}" took more than one call, so nothing was recorded. Run it again.`);
    }
    answers.set(call.purpose, call);
  }
  const plan = answers.get('plan')?.answer ?? '';
  answers.delete('plan');
  const files = Object.fromEntries([...answers].map(([path, { answer }]) => [path, answer]));
  const recorded = new Date().toISOString().slice(0, 10);
  const issue = readIssue(name);
  const { shows } = readRecording(name);
  writeRecording({ name, issue, plan, files, shows, recorded, prompts: promptsOf({ issue, plan, files }) });
  say(`\nRecorded in demo/recordings/${name}.`);
  if (shows.kind !== 'page') say('From now on the demo runs its code: read it first.');
}
