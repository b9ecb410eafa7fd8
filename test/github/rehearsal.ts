import { expect, onTestFinished } from 'vitest';
import type { Outcome } from '../../src/github/told/outcome.js';
import { ticTacToe } from '../support/apps/index.js';
import { type GitHub, type GitHubOptions, startGitHub } from '../support/github/index.js';
import { scriptModel } from '../support/scripted-model.js';
import { runHere } from '../support/world.js';

/** How a run in this process went. */
export type Rehearsed = {
  readonly outcome: Outcome;
  /** Lines and warnings, in order. */
  readonly log: readonly string[];
  /** Milliseconds that would have been waited before requests were made again. */
  readonly waits: readonly number[];
  /** Requests to the model. */
  readonly calls: number;
};

/** A repository with issue 1, and the bot in this process: no child, no waiting, no endpoint. */
export type Rehearsal = {
  readonly github: GitHub;
  /** @param cancelled aborts when a person cancels; nobody does unless it is given. */
  readonly run: (cancelled?: AbortSignal) => Promise<Rehearsed>;
};

/** Where nobody listens: the model is a part of this process. */
const ENDPOINT = { 'base-url': 'http://127.0.0.1:9/v1', model: 'scripted' };

type App = { readonly plan: string; readonly files: Readonly<Record<string, string>> };

/** Issue 1 asks for a tic-tac-toe game; whoever runs it is `ann`, who may write. */
export async function rehearse(
  options: GitHubOptions & { app?: App; inputs?: Record<string, string> } = {},
): Promise<Rehearsal> {
  const { app = ticTacToe, inputs, ...rest } = options;
  const github = await startGitHub({ collaborators: { ann: 'write' }, ...rest });
  onTestFinished(async () => {
    await github.close();
    expect(github.violations()).toEqual([]);
  });
  await github.createIssue({ title: 'A tic-tac-toe game', body: ticTacToe.prompt });
  const payload = await github.labeledEvent({ issueNumber: 1, label: 'smol', sender: 'ann' });
  return {
    github,
    run: async (cancelled = new AbortController().signal) => {
      const log: string[] = [];
      const waits: number[] = [];
      const sleep = async (ms: number) => void waits.push(ms);
      const model = scriptModel(async ({ path }) => (path === null ? app.plan : (app.files[path] ?? '')));
      const outcome = await runHere(
        github,
        { event: 'issues', payload, inputs: { ...ENDPOINT, ...inputs } },
        { model, apiKey: 'key', log: (text) => void log.push(text), sleep },
        { cancelled },
      );
      return { outcome, log, waits, calls: model.calls.length };
    },
  };
}
