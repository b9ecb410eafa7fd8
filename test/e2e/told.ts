import { expect } from 'vitest';
import type { GitHub } from '../support/github/index.js';
import type { ChatMessage } from '../support/model/index.js';
import type { RunResult } from '../support/runner.js';
import type { Ran } from './scene.js';

/** What people and the model are told: the run's page, comments, replies, reactions, prompts. */

type Kind = RunResult['annotations'][number]['kind'];

const annotationsOf = ({ annotations }: RunResult, wanted: Kind) =>
  annotations.filter(({ kind }) => kind === wanted).map(({ message }) => message);

/** The step is green, and its page shows no error. */
export function expectGreen(run: RunResult, status?: string): void {
  expect(run.succeeded, run.log).toBe(true);
  expect(annotationsOf(run, 'error')).toEqual([]);
  if (status !== undefined) expect(run.outputs.status, run.log).toBe(status);
}

/** The step is red, for one reason that its page shows. */
export function expectRed(run: RunResult, status: 'failed' | 'partial', says: string | RegExp): void {
  expect(run.exitCode, run.log).toBe(1);
  expect(run.outputs.status, run.log).toBe(status);
  const errors = annotationsOf(run, 'error');
  expect(errors).toEqual([
    typeof says === 'string' ? expect.stringContaining(says) : expect.stringMatching(says),
  ]);
}

/** The step is green with a sentence on its page, has asked no model, and has written nothing anywhere. */
export function expectNoTrace(run: Ran): void {
  expectGreen(run);
  expect(run.outputs).toEqual({ status: 'skipped' });
  expect(annotationsOf(run, 'notice')).toEqual([expect.stringMatching(/\.$/)]);
  expect(run.summary).toBe('');
  expect(run.calls).toEqual([]);
  expect(run.writes).toEqual([]);
}

/** Our words to a call: all of its messages. */
export function wordsOf(messages: readonly ChatMessage[] = []): string {
  return messages.map(({ content }) => content).join('\n\n');
}

/** The path that a call is about; null for a plan. */
export function pathOf(messages: readonly ChatMessage[]): string | null {
  const asked = messages.findLast(({ role, content }) => role === 'user' && FILE.test(content));
  return FILE.exec(asked?.content ?? '')?.[1] ?? null;
}

const FILE = /\n(?:Write|Change) `([^`]+)`, (?:from its first line|the file above)/;

/** What the bot says in answer to somebody begins with this. */
const ANSWER = /^<!-- smol:v1 (?:answer|reply)=/;

async function ownOn(github: GitHub, number: number): Promise<string[]> {
  const comments = await github.comments(number);
  return comments.filter(({ authorType }) => authorType === 'Bot').map(({ body }) => body);
}

/** The last version of the one comment of the bot on an issue or pull request that answers nobody. */
export async function statusComment(github: GitHub, number: number): Promise<string> {
  const own = (await ownOn(github, number)).filter((body) => !ANSWER.test(body));
  if (own.length !== 1) throw new Error(`${own.length} comments of the bot on #${number}`);
  return own[0] ?? '';
}

/** What the bot answered in comments on an issue or pull request, oldest first. */
export async function answersOn(github: GitHub, number: number): Promise<string[]> {
  return (await ownOn(github, number)).filter((body) => ANSWER.test(body));
}

/** What the bot said in the threads of a pull request, oldest first. @param commentId in this thread alone. */
export async function repliesOn(github: GitHub, pullNumber: number, commentId?: number): Promise<string[]> {
  const comments = await github.reviewComments(pullNumber);
  return comments
    .filter(({ author, inReplyTo }) => author.endsWith('[bot]') && inReplyTo === (commentId ?? inReplyTo))
    .map(({ body }) => body);
}

/** How the bot marked a comment, in order. */
export async function reactionsTo(github: GitHub, commentId: number): Promise<string[]> {
  return (await github.commentReactions(commentId)).map(({ content }) => content);
}

/** Requests that are not edits of a comment. */
export function countedRequests(github: GitHub) {
  return github
    .requests()
    .filter(({ method, path }) => !(method === 'PATCH' && path.includes('/issues/comments/')));
}
