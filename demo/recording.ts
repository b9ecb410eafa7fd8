import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { readIssueText } from '../src/github/asked/issue-text.js';
import { fileMessages, planMessages } from '../src/smol/prompts.js';
import { readFiles } from '../test/support/apps/index.js';
import type { ModelCall } from './tap.js';

/** The folder that has one for each recorded app. */
export const RECORDINGS = join(import.meta.dirname, 'recordings');

const settingsSchema = z.strictObject({
  /** How the app is shown: as a page, as a service that is started, or by what its command prints. */
  shows: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('page') }),
    z.strictObject({ kind: z.literal('service'), script: z.string() }),
    z.strictObject({ kind: z.literal('command'), commands: z.array(z.array(z.string()).min(1)).min(1) }),
  ]),
  /** Day of the answers. */
  recorded: z.iso.date(),
  /** Hash of all that the model was asked; see `promptsOf`. */
  prompts: z.string(),
});

export type Shows = z.infer<typeof settingsSchema>['shows'];

/** An issue and the answers that a real model gave to the prompts made of it, word for word. */
export type Recording = z.infer<typeof settingsSchema> & {
  readonly name: string;
  readonly issue: Issue;
  readonly plan: string;
  /** Path → the reply. */
  readonly files: Readonly<Record<string, string>>;
};

export type Issue = { readonly title: string; readonly body: string };

/** Names of the recorded apps; the first is the one a stranger sees. */
export const APPS: readonly string[] = ['pong', 'spending', 'lunch-poll', 'habits'];

/** The issue of an app, whether its answers are recorded or not. */
export function readIssue(name: string): Issue {
  const [heading = '', ...body] = readFileSync(join(RECORDINGS, name, 'issue.md'), 'utf8').split('\n');
  return { title: heading.replace(/^# /, ''), body: body.join('\n').trim() };
}

/** A recording as it lies in its folder. */
export function readRecording(name: string): Recording {
  const folder = join(RECORDINGS, name);
  return {
    ...settingsSchema.parse(JSON.parse(readFileSync(join(folder, 'recording.json'), 'utf8'))),
    name,
    issue: readIssue(name),
    plan: readFileSync(join(folder, 'plan.md'), 'utf8'),
    files: readFiles(join(folder, 'files')),
  };
}

/** Writes the answers and their settings in place of those that were there. */
export function writeRecording({ name, issue: _, plan, files, ...settings }: Recording): void {
  const folder = join(RECORDINGS, name);
  rmSync(join(folder, 'files'), { recursive: true, force: true });
  for (const [path, reply] of Object.entries(files)) {
    const file = join(folder, 'files', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, reply);
  }
  writeFileSync(join(folder, 'plan.md'), plan);
  writeFileSync(join(folder, 'recording.json'), `${JSON.stringify(settings, null, 2)}\n`);
}

/**
 * The version of the prompts that a recording answers: a hash of every message of today's requests for its
 * issue, plan and files. Another word in a prompt is another version.
 */
export function promptsOf({ issue, plan, files }: Pick<Recording, 'issue' | 'plan' | 'files'>): string {
  const text = readIssueText(issue);
  if (!('prompt' in text)) throw new Error(`The issue "${issue.title}" asks for nothing.`);
  const asked = [
    planMessages(text),
    ...Object.keys(files)
      .sort()
      .map((path) => fileMessages(text, plan, path)),
  ];
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}

/**
 * The answers of a run by what they were for.
 *
 * @throws Error when an answer cannot be played again
 */
export function answersOf(calls: readonly ModelCall[]): ReadonlyMap<string, ModelCall> {
  const answers = new Map<string, ModelCall>();
  for (const call of calls) {
    const { purpose, answer } = call;
    if (answer === '') throw new Error(`"${purpose}" has no streamed answer, so nothing was recorded.`);
    if (answers.has(purpose)) {
      throw new Error(`"${purpose}" took more than one call, so nothing was recorded. Run it again.`);
    }
    answers.set(purpose, call);
  }
  return answers;
}

/**
 * What the calls of a build are as a recording.
 *
 * @param recorded the day
 */
export function recordApp(
  name: string,
  answers: ReadonlyMap<string, ModelCall>,
  recorded: string,
): Recording {
  const { plan = '', ...files } = Object.fromEntries(
    [...answers].map(([purpose, { answer }]) => [purpose, answer]),
  );
  const issue = readIssue(name);
  const { shows } = readRecording(name);
  return { name, issue, plan, files, shows, recorded, prompts: promptsOf({ issue, plan, files }) };
}
