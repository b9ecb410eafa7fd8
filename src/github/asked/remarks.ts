import * as z from 'zod';
import { readMarker } from '../../report/marker.js';
import { isOurs } from '../../report/marks.js';
import type { Remark } from '../../smol/prompts.js';
import type { GitHub } from '../api/client.js';
import { allPages, eachAtOnce } from '../api/requests.js';
import type { Secrets } from '../api/secrets.js';
import { asking, stopOf } from '../api/stop.js';
import { removeHiddenText } from '../markup/hidden-text.js';
import type { Said } from '../told/reaction.js';
import { mayWrite } from './authorise.js';
import { readCommand } from './command.js';
import { type Earlier, withThread } from './thread.js';

/** Something a person said about a pull request of ours and wants answered. */
export type PersonsRemark = Remark & {
  /** `r12` for a review, `c34` for a comment on a line, `i56` for a comment with `/smol fix`. */
  readonly key: string;
  readonly author: string;
  /** As GitHub writes times. */
  readonly at: string;
  readonly said: Said;
  /** The comment that its thread begins with, which a reply goes to; null for what has no thread. */
  readonly thread: number | null;
};

export type RemarkSearch = {
  readonly pullNumber: number;
  /** The issue of the pull request: `/smol fix` may stand there as well. */
  readonly issueNumber: number | null;
  /** Of the event: what was said or edited later is left out. */
  readonly upTo: string;
  /** GitHub's id of our account. */
  readonly accountId: number;
  /** Exact logins of bots whose word counts. */
  readonly allowBots: readonly string[];
  readonly redact: Secrets['redact'];
};

/** What was said, and which of it we answered. */
export type Remarks = {
  /** What our comment does not call answered, in the order in which it was said. */
  readonly all: readonly PersonsRemark[];
  /** Commands in a review or on a line, where none is carried out: those without a reply of ours. */
  readonly misplaced: readonly PersonsRemark[];
  /** Keys of remarks with a reply of ours. */
  readonly replied: ReadonlySet<string>;
  /** Keys of remarks that our comment says are answered, with reply or without. */
  readonly handled: ReadonlySet<string>;
};

const REPLY = /^\s*<!-- smol:v1 reply=((?:[rci]\d{1,18},?)+) -->/;

/**
 * All that people who may ask for changes said about a pull request until a moment: texts of reviews, comments on
 * lines, and comments with `/smol fix`. What was edited after the event that started the run is left out: who
 * started it has not seen it.
 *
 * @throws Stop
 */
export async function readRemarks(github: GitHub, search: RemarkSearch): Promise<Remarks> {
  const { rest, repo } = github;
  const { pullNumber, issueNumber, accountId } = search;
  const pull = { ...repo, pull_number: pullNumber };
  const numbers = issueNumber === null ? [pullNumber] : [pullNumber, issueNumber];
  const [reviews, comments, ...talks] = await asking('pull-requests', () =>
    Promise.all([
      allPages((page) => rest.pulls.listReviews({ ...pull, ...page })),
      allPages((page) => rest.pulls.listReviewComments({ ...pull, ...page })),
      ...numbers.map((number) =>
        allPages((page) => rest.issues.listComments({ ...repo, issue_number: number, ...page })),
      ),
    ]),
  );
  const talk = talks.flat();
  const found: Found[] = [
    ...reviews.map((review) => ({
      ...authorOf(review.user),
      key: `r${review.id}`,
      body: review.body ?? '',
      at: review.submitted_at ?? '',
      editedAt: review.submitted_at ?? '',
      said: { kind: 'review' as const, id: review.id, nodeId: review.node_id },
      where: null,
      thread: null,
    })),
    ...comments.map((comment) => ({
      ...authorOf(comment.user),
      key: `c${comment.id}`,
      body: comment.body,
      at: comment.created_at,
      editedAt: comment.updated_at,
      said: { kind: 'thread' as const, id: comment.id },
      where: {
        path: comment.path,
        line: comment.line ?? comment.original_line ?? null,
        hunk: comment.diff_hunk,
      },
      thread: comment.in_reply_to_id ?? comment.id,
    })),
    ...talk.map((comment) => ({
      ...authorOf(comment.user),
      key: `i${comment.id}`,
      body: fixOf(comment.body ?? ''),
      at: comment.created_at,
      editedAt: comment.updated_at,
      said: { kind: 'comment' as const, id: comment.id },
      where: null,
      thread: null,
    })),
  ];
  const own = [...comments, ...talk].filter(({ user }) => user?.id === accountId);
  const replied = own.flatMap(({ body }) => REPLY.exec(body ?? '')?.[1]?.split(',') ?? []);
  const handled = own.flatMap(({ body }) => readMarker(body ?? '')?.handled ?? []);
  const unanswered = found.filter((one) => isCandidate(one, search) && !handled.includes(one.key));
  const late = await editedLater(github, unanswered, search.upTo);
  const candidates = unanswered.filter(({ key }) => !late.has(key));
  const beside = inThreadsOf(candidates, found, search);
  const theirs = beside.filter((one) => !isOwn(one, search));
  const trusted = await trustedOf(github, [...candidates, ...theirs], search.allowBots);
  const said = candidates.filter(({ login }) => trusted.has(login));
  const earlier = beside.filter((one) => !said.includes(one));
  const threadOf = ({ thread, said: { id } }: Found) =>
    earlier
      .filter((one) => one.thread === thread && one.said.id < id)
      .map((one): Earlier => {
        const login = isOwn(one, search) ? 'smol' : one.login;
        return { login, body: one.body, isTrusted: login !== one.login || trusted.has(login) };
      });
  const remarks = (some: readonly Found[]) =>
    some
      .map((one) => remarkOf(one, threadOf(one), search))
      .filter(({ text }) => text !== '')
      .sort(inTime);
  return {
    all: remarks(said.filter((one) => !isMisplaced(one))),
    misplaced: remarks(said.filter((one) => isMisplaced(one) && !replied.includes(one.key))),
    replied: new Set(replied),
    handled: new Set(handled),
  };
}

type Found = Omit<PersonsRemark, 'text' | 'author'> & {
  readonly login: string;
  readonly isBot: boolean;
  readonly id: number;
  readonly body: string;
  readonly editedAt: string;
};

type Account = { readonly login: string; readonly id: number; readonly type: string } | null | undefined;

function authorOf(user: Account): { login: string; isBot: boolean; id: number } {
  return { login: user?.login ?? '', isBot: user?.type !== 'User', id: user?.id ?? 0 };
}

/** The words of a comment that asks for a change; empty for every other comment. */
function fixOf(body: string): string {
  return readFix(body) ?? '';
}

/** The words behind `/smol fix`; null where that does not stand. */
function readFix(body: string): string | null {
  const reading = readCommand(body);
  return reading.kind === 'command' && reading.command.verb === 'fix' ? reading.command.text : null;
}

/** Whether somebody gives a command where people say what they think: `/smol fix` does no more than that. */
function isMisplaced({ said, body }: Found): boolean {
  return said.kind !== 'comment' && readFix(body) === null && readCommand(body).kind !== 'none';
}

function isCandidate(found: Found, { accountId, upTo }: RemarkSearch): boolean {
  const { login, isBot, body, id, at, editedAt } = found;
  if (body.trim() === '' || login === '' || isOurs(body)) return false;
  // A person whose token we use writes in their own name; only what we wrote ourselves has our marker.
  if (isBot && id === accountId) return false;
  // A review that is not submitted yet is shown to whoever writes it.
  return at !== '' && at <= upTo && editedAt <= upTo;
}

/** Whether we wrote it, and not the person whose token we use. */
function isOwn({ id, body }: Found, { accountId }: RemarkSearch): boolean {
  return id === accountId && isOurs(body);
}

/** All that was said in the threads of remarks, the oldest first. */
function inThreadsOf(remarks: readonly Found[], found: readonly Found[], { upTo }: RemarkSearch): Found[] {
  const threads = new Set(remarks.map(({ thread }) => thread));
  return found
    .filter(({ thread, editedAt, login }) => {
      return thread !== null && threads.has(thread) && login !== '' && editedAt <= upTo;
    })
    .sort((left, right) => left.said.id - right.said.id);
}

const Edited = z.record(z.string(), z.object({ lastEditedAt: z.string().nullish() }).nullable());

/** Keys of the reviews whose text was edited after a moment, which only GraphQL tells. Throws Stop. */
async function editedLater(
  github: GitHub,
  found: readonly Found[],
  upTo: string,
): Promise<ReadonlySet<string>> {
  const reviews = found.flatMap(({ key, said }) =>
    said.kind === 'review' ? [{ key, id: said.nodeId }] : [],
  );
  if (reviews.length === 0) return new Set();
  const names = reviews.map(({ key }) => `$${key}: ID!`).join(', ');
  const nodes = reviews.map(
    ({ key }) => `${key}: node(id: $${key}) { ... on PullRequestReview { lastEditedAt } }`,
  );
  const ids = Object.fromEntries(reviews.map(({ key, id }) => [key, id]));
  try {
    const answer = Edited.parse(await github.graphql(`query(${names}) { ${nodes.join(' ')} }`, ids));
    return new Set(reviews.map(({ key }) => key).filter((key) => (answer[key]?.lastEditedAt ?? '') > upTo));
  } catch (error) {
    throw stopOf(error, 'pull-requests');
  }
}

/** Those of the authors whose word counts. Throws Stop. */
async function trustedOf(
  github: GitHub,
  found: readonly Found[],
  allowBots: readonly string[],
): Promise<ReadonlySet<string>> {
  const bots = new Set(found.filter(({ isBot }) => isBot).map(({ login }) => login));
  const people = [...new Set(found.map(({ login }) => login))].filter((login) => !bots.has(login));
  const answers = await eachAtOnce(people, (login) => mayWrite(github, login));
  const trusted = people.filter((_, index) => answers[index]);
  return new Set([...trusted, ...[...bots].filter((login) => allowBots.includes(login))]);
}

function remarkOf(
  { key, login, body, at, said, where, thread }: Found,
  earlier: readonly Earlier[],
  { redact }: RemarkSearch,
): PersonsRemark {
  const words = said.kind === 'comment' ? body : (readFix(body) ?? body);
  const clean = (shown: string) => redact(removeHiddenText(shown).text.trim());
  const text = withThread(clean(words), earlier, clean);
  // The lines go into the call for every file, and a key may be what the remark is about.
  const shown = where === null ? null : { ...where, hunk: redact(where.hunk) };
  return { key, author: login, at, said, where: shown, thread, text };
}

/** As they were said; of one second, a review before its comments. */
function inTime(left: PersonsRemark, right: PersonsRemark): number {
  if (left.at !== right.at) return left.at < right.at ? -1 : 1;
  return KINDS.indexOf(left.said.kind) - KINDS.indexOf(right.said.kind) || left.said.id - right.said.id;
}

const KINDS = ['review', 'thread', 'comment'];
