import { expect, onTestFinished } from 'vitest';
import { runBot } from '../../src/github/bot.js';
import type { Outcome } from '../../src/github/outcome.js';
import type { Message } from '../../src/model/port.js';
import { ticTacToe } from '../support/apps/index.js';
import {
  type GitHub,
  type GitHubOptions,
  type NewReview,
  type NewReviewComment,
  startGitHub,
} from '../support/github/index.js';
import { type AnswerFunction, appAnswers } from '../support/model/index.js';
import { scriptModel } from '../support/scripted-model.js';
import { worldOf } from '../support/world.js';

type Payload = Record<string, unknown>;

/** How one run in this process went. */
export type Ran = {
  readonly outcome: Outcome;
  /** Lines and warnings of its log. */
  readonly log: readonly string[];
  /** What it asked the model. */
  readonly calls: readonly (readonly Message[])[];
  /** Its requests that write, as `METHOD path`. */
  readonly writes: readonly string[];
};

/** Who acts, `ann` unless told otherwise, and what is set for the run. */
export type Acting = {
  readonly by?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly cancelled?: AbortSignal;
  /** Happens after what the person says and before the run that it starts. */
  readonly meanwhile?: () => Promise<unknown>;
};

/** A repository, people who act in it, and the bot in this process: no child, no waiting, no endpoint. */
export type People = {
  readonly github: GitHub;
  readonly run: (event: string, payload: Payload, acting?: Acting) => Promise<Ran>;
  readonly label: (issueNumber: number, acting?: Acting) => Promise<Ran>;
  readonly dispatch: (inputs: Record<string, string>, acting?: Acting) => Promise<Ran>;
  readonly command: (number: number, body: string, acting?: Acting) => Promise<Ran>;
  readonly review: (pullNumber: number, review: Omit<NewReview, 'by'>, acting?: Acting) => Promise<Ran>;
  /** One comment on a line. */
  readonly remark: (pullNumber: number, comment: NewReviewComment, acting?: Acting) => Promise<Ran>;
};

export type PeopleOptions = GitHubOptions & {
  readonly answer?: AnswerFunction;
  readonly issue?: { readonly title: string; readonly body?: string } | null;
  /** For every run. */
  readonly inputs?: Readonly<Record<string, string>>;
};

/** Issue 1 asks for a tic-tac-toe game unless told otherwise. `ann` and `bea` may write, `stranger` may not. */
export async function people(options: PeopleOptions = {}): Promise<People> {
  const { answer = appAnswers(ticTacToe), issue, inputs: always, ...rest } = options;
  const github = await startGitHub({ collaborators: { ann: 'write', bea: 'write' }, ...rest });
  onTestFinished(async () => {
    await github.close();
    expect(github.violations()).toEqual([]);
  });
  if (issue !== null)
    await github.createIssue(issue ?? { title: 'A tic-tac-toe game', body: ticTacToe.prompt });
  let runs = 0;
  const run: People['run'] = async (event, payload, { inputs, cancelled } = {}) => {
    runs += 1;
    const log: string[] = [];
    const model = scriptModel(async ({ request, index }) => textOf(answer, request.messages, index));
    const world = worldOf(github, { model, apiKey: 'key', runId: runs, log: (text) => void log.push(text) });
    const set = {
      ...{ token: github.token, 'api-key': 'key', 'base-url': 'http://127.0.0.1:9/v1', model: 'scripted' },
      ...always,
      ...inputs,
    };
    const { login } = payload.sender as { login: string };
    const before = github.requests().length;
    const outcome = await runBot({ name: event, payload, actor: login, triggeringActor: login }, set, {
      ...world,
      ...(cancelled !== undefined && { cancelled }),
    });
    return {
      outcome,
      log,
      calls: model.calls.map(({ request }) => request.messages),
      writes: writesOf(github.requests().slice(before)),
    };
  };
  return { github, run, ...actions(github, run) };
}

/** What people do, each time with the run that it starts. */
function actions(github: GitHub, run: People['run']): Omit<People, 'github' | 'run'> {
  return {
    label: async (issueNumber, { by = 'ann', meanwhile, ...acting } = {}) => {
      const payload = await github.labeledEvent({ issueNumber, label: 'smol', sender: by });
      await meanwhile?.();
      return run('issues', payload, acting);
    },
    dispatch: async (inputs, { by = 'ann', ...acting } = {}) =>
      run('workflow_dispatch', await github.dispatchEvent({ inputs, sender: by }), {
        ...acting,
        inputs: { ...inputs, ...acting.inputs },
      }),
    command: async (number, body, { by = 'ann', meanwhile, ...acting } = {}) => {
      const { id } = await github.comment(number, body, by);
      const payload = await github.commentEvent({ issueNumber: number, commentId: id });
      await meanwhile?.();
      return run('issue_comment', payload, acting);
    },
    review: async (pullNumber, review, { by = 'ann', meanwhile, ...acting } = {}) => {
      const { id } = await github.review(pullNumber, { ...review, by });
      const payload = await github.reviewEvent({ pullNumber, reviewId: id });
      await meanwhile?.();
      return run('pull_request_review', payload, acting);
    },
    remark: async (pullNumber, comment, { by = 'ann', meanwhile, ...acting } = {}) => {
      const { id } = await github.review(pullNumber, { comments: [comment], by });
      const written = (await github.reviewComments(pullNumber)).find(({ reviewId }) => reviewId === id);
      const payload = await github.reviewCommentEvent({ pullNumber, commentId: written?.id ?? 0 });
      await meanwhile?.();
      return run('pull_request_review_comment', payload, acting);
    },
  };
}

async function textOf(answer: AnswerFunction, messages: readonly Message[], index: number) {
  const words = messages.map(({ role, content }) => ({ role, content }));
  const ask = {
    index,
    model: 'scripted',
    stream: true,
    messages: words,
    responseFormat: undefined,
    body: {},
  };
  const reply = await answer(ask);
  if (!('text' in reply)) throw new Error('Only a text can be answered in this process.');
  return reply.text;
}

function writesOf(requests: ReturnType<GitHub['requests']>): string[] {
  const isRead = ({ method, path, body }: (typeof requests)[number]) =>
    method === 'GET' || (path === '/graphql' && !JSON.stringify(body).includes('mutation'));
  return requests.filter((request) => !isRead(request)).map(({ method, path }) => `${method} ${path}`);
}

/** Our words to a call: all of its messages. */
export function wordsOf(messages: readonly Message[]): string {
  return messages.map(({ content }) => content).join('\n\n');
}

/** The path that a call is about; null for a plan. */
export function pathOf(messages: readonly Message[]): string | null {
  const asked = messages.findLast(({ role, content }) => role === 'user' && FILE.test(content));
  return FILE.exec(asked?.content ?? '')?.[1] ?? null;
}

const FILE = /\n(?:Write|Change) `([^`]+)`, (?:from its first line|the file above)/;

/** The bodies of what smol said in comments on an issue or pull request, its status comment aside. */
export async function answersOn(github: GitHub, number: number): Promise<string[]> {
  const own = (await github.comments(number)).filter(({ authorType }) => authorType === 'Bot');
  return own.map(({ body }) => body).filter((body) => /^<!-- smol:v1 (?:answer|reply)=/.test(body));
}

/** What smol said in the threads of a pull request, oldest first. */
export async function repliesOn(github: GitHub, pullNumber: number): Promise<string[]> {
  const comments = await github.reviewComments(pullNumber);
  return comments.filter(({ author }) => author.endsWith('[bot]')).map(({ body }) => body);
}

export async function reactionsTo(github: GitHub, commentId: number): Promise<string[]> {
  return (await github.commentReactions(commentId)).map(({ content }) => content);
}
