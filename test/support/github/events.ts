import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { call } from './call.js';
import { isJson, type Json, list, member, text } from './wire.js';
import { findUser, type World } from './world.js';

/** Who caused an event: a login (a person of the options), or any account that need not exist. */
export type Sender =
  | string
  | { readonly login: string; readonly type?: 'User' | 'Bot'; readonly id?: number };

/** The content of `GITHUB_EVENT_PATH`. */
export type Payload = Json;

export interface Events {
  /** `issues`, `labeled`. Puts the label on the issue when it is not there. */
  labeledEvent(event: { issueNumber: number; label?: string; sender?: Sender }): Promise<Payload>;
  /** `workflow_dispatch`. */
  dispatchEvent(event: {
    inputs: Readonly<Record<string, string>>;
    sender?: Sender;
    ref?: string;
  }): Promise<Payload>;
  /** `issue_comment`, `created`; `issueNumber` may be a pull request's. */
  commentEvent(event: { issueNumber: number; commentId: number; sender?: Sender }): Promise<Payload>;
  /** `pull_request_review`, `submitted`. */
  reviewEvent(event: { pullNumber: number; reviewId: number; sender?: Sender }): Promise<Payload>;
  /** `pull_request_review_comment`, `created`: GitHub sends one for every comment of a review, and for every reply. */
  reviewCommentEvent(event: { pullNumber: number; commentId: number; sender?: Sender }): Promise<Payload>;
}

let examples: unknown[] | undefined;

/** GitHub's own example of an event; a runner's file has no `installation`, a user's repository no `organization`. */
function example(name: string, action?: string): Json {
  const file = createRequire(import.meta.url).resolve('@octokit/webhooks-examples/api.github.com/index.json');
  examples ??= JSON.parse(readFileSync(file, 'utf8')) as unknown[];
  const event = examples.find((each) => member(each, 'name') === name);
  const found = list(member(event, 'examples')).find((each) => member(each, 'action') === action);
  if (!isJson(found)) throw new Error(`no example of ${name} ${action}`);
  const { installation: _installation, organization: _organization, ...payload } = structuredClone(found);
  return payload;
}

/** The emulator's object over the example's, so that members which the emulator lacks are still there. */
const over = (base: unknown, object: unknown): Json => ({
  ...(isJson(base) ? base : {}),
  ...(isJson(object) ? object : {}),
});

async function senderOf(world: World, sender: Sender | undefined): Promise<Json> {
  const { login, type, id } = typeof sender === 'object' ? sender : { login: sender ?? world.settings.owner };
  const known = await findUser(world, login);
  const url = `${world.url}/users/${encodeURIComponent(login)}`;
  const unknown = {
    login,
    id: 9001,
    node_id: 'U_9001',
    url,
    html_url: `${world.serverUrl}/${login}`,
    type: 'User',
  };
  return { ...unknown, ...known, ...(type && { type }), ...(id !== undefined && { id }) };
}

async function payload(
  world: World,
  base: Json,
  sender: Sender | undefined,
  members: Json,
): Promise<Payload> {
  const repository = over(base.repository, await call(world, 'GET', ''));
  const overlaid = Object.entries(members).map(([key, value]) => [
    key,
    isJson(value) ? over(base[key], value) : value,
  ]);
  return { ...base, ...Object.fromEntries(overlaid), repository, sender: await senderOf(world, sender) };
}

async function labeled(
  world: World,
  { issueNumber, label = 'smol', sender }: { issueNumber: number; label?: string; sender?: Sender },
): Promise<Payload> {
  const named = (labels: unknown) => list(labels).find((each) => member(each, 'name') === label);
  const path = `/issues/${issueNumber}`;
  if (!named(await call(world, 'GET', `${path}/labels`))) {
    await call(world, 'POST', `${path}/labels`, { labels: [label] });
  }
  const issue = await call(world, 'GET', path);
  return payload(world, example('issues', 'labeled'), sender, {
    issue,
    label: named(member(issue, 'labels')),
  });
}

/** These events have the short form of a pull request: nothing that GitHub would have to count or to try. */
async function shortPull(world: World, number: number): Promise<unknown> {
  const pull = (await call(world, 'GET', `/pulls/${number}`)) as Json;
  const { merged: _m, mergeable: _b, rebaseable: _r, mergeable_state: _s, merged_by: _by, ...rest } = pull;
  const { comments: _c, review_comments: _rc, commits: _k, additions: _a, deletions: _d, ...short } = rest;
  const { changed_files: _f, maintainer_can_modify: _mm, ...shown } = short;
  return shown;
}

/** Binds the payloads to a world. */
export function createEvents(world: World): Events {
  return {
    labeledEvent: (event) => labeled(world, event),
    dispatchEvent: ({ inputs, sender, ref = `refs/heads/${world.settings.defaultBranch}` }) => {
      const base: Json = { ...example('workflow_dispatch'), inputs: { ...inputs }, ref };
      return payload(world, base, sender, { workflow: '.github/workflows/smol.yml' });
    },
    commentEvent: async ({ issueNumber, commentId, sender }) => {
      const issue = await call(world, 'GET', `/issues/${issueNumber}`);
      const comment = await call(world, 'GET', `/issues/comments/${commentId}`);
      const by = sender ?? text(member(comment, 'user', 'login'));
      return payload(world, example('issue_comment', 'created'), by, { issue, comment });
    },
    reviewEvent: async ({ pullNumber, reviewId, sender }) => {
      const pull = await shortPull(world, pullNumber);
      const review = await call(world, 'GET', `/pulls/${pullNumber}/reviews/${reviewId}`);
      const by = sender ?? text(member(review, 'user', 'login'));
      // Webhooks write the state in small letters and null for no text, the REST API capitals and an empty one.
      const shown = isJson(review)
        ? { ...review, state: text(review.state).toLowerCase(), body: text(review.body) || null }
        : review;
      const base = example('pull_request_review', 'submitted');
      return payload(world, base, by, { pull_request: pull, review: shown });
    },
    reviewCommentEvent: async ({ pullNumber, commentId, sender }) => {
      const pull = await shortPull(world, pullNumber);
      const comment = await call(world, 'GET', `/pulls/comments/${commentId}`);
      const by = sender ?? text(member(comment, 'user', 'login'));
      const base = example('pull_request_review_comment', 'created');
      return payload(world, base, by, { pull_request: pull, comment });
    },
  };
}
