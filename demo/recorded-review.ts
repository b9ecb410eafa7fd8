import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { readFiles } from '../test/support/apps/index.js';
import { APPS, RECORDINGS } from './recording.js';
import { CHANGE, type ModelCall } from './tap.js';

const reviewSchema = z.strictObject({
  author: z.string(),
  body: z.string(),
  comments: z.array(z.strictObject({ path: z.string(), line: z.int(), body: z.string() })),
});

const settingsSchema = z.strictObject({
  /** Day of the answers. */
  recorded: z.iso.date(),
  /** Hash of all that the model was asked; see `promptsOfCalls`. */
  prompts: z.string(),
});

/** What a person who had tried a recorded app said about its pull request. */
export type Review = z.infer<typeof reviewSchema>;

/** The answers that a real model gave when it was asked to revise an app, word for word. */
export type RecordedReview = z.infer<typeof settingsSchema> & {
  /** The plan of the change. */
  readonly change: string;
  /** Path → the reply, which is edits of the file, or the file. */
  readonly replies: Readonly<Record<string, string>>;
};

const folderOf = (name: string) => join(RECORDINGS, name, 'review');

/** Names of the recorded apps that somebody reviewed. */
export const REVIEWED: readonly string[] = APPS.filter((name) => existsSync(folderOf(name)));

/** The review of an app, whether its answers are recorded or not. */
export function readReview(name: string): Review {
  return reviewSchema.parse(readJson(join(folderOf(name), 'review.json')));
}

/** What was answered to the review of an app. */
export function readRecordedReview(name: string): RecordedReview {
  const folder = folderOf(name);
  return {
    ...settingsSchema.parse(readJson(join(folder, 'recording.json'))),
    change: readFileSync(join(folder, 'change.md'), 'utf8'),
    replies: readFiles(join(folder, 'replies')),
  };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Writes the answers to the review of an app in place of those that were there. */
export function writeRecordedReview(name: string, { change, replies, ...settings }: RecordedReview): void {
  const folder = folderOf(name);
  rmSync(join(folder, 'replies'), { recursive: true, force: true });
  for (const [path, reply] of Object.entries(replies)) {
    const file = join(folder, 'replies', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, reply);
  }
  writeFileSync(join(folder, 'change.md'), change);
  writeFileSync(join(folder, 'recording.json'), `${JSON.stringify(settings, null, 2)}\n`);
}

/**
 * What the calls of a revision are as a recording.
 *
 * @param answers purpose → the call, of `answersOf`
 * @param recorded the day
 */
export function recordReview(answers: ReadonlyMap<string, ModelCall>, recorded: string): RecordedReview {
  const { [CHANGE]: change = '', ...replies } = Object.fromEntries(
    [...answers].map(([purpose, { answer }]) => [purpose, answer]),
  );
  return { change, replies, recorded, prompts: promptsOfCalls([...answers.values()]) };
}

/**
 * The version of the prompts that a recorded review answers: a hash of every message. What the model is asked
 * depends on what the run reads on its branch, so it is taken from a run, not foretold.
 */
export function promptsOfCalls(calls: readonly ModelCall[]): string {
  const asked = calls.map(({ messages }) => JSON.stringify(messages)).sort();
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}
