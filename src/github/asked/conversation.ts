import { isOurs } from '../../report/marks.js';
import type { GitHub } from '../api/client.js';
import { allPages, eachAtOnce } from '../api/requests.js';
import type { Secrets } from '../api/secrets.js';
import { asking } from '../api/stop.js';
import { cutAtLine } from '../markup/cut.js';
import { removeHiddenText } from '../markup/hidden-text.js';
import { shortHash } from './ask.js';
import { mayWrite } from './authorise.js';

/** Characters of all comments together; of more, the newest count. */
const ROOM = 30_000;
/** People without a role that GitHub tells with their comment, whose permission is asked for all the same. */
const MOST_STRANGERS = 20;
const ROLES = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

/** A command takes its line, and is nothing that an app is made of. The words after `/smol plan` are. */
const COMMAND = /^[ \t]*\/smol(?:[ \t]+(\S+)[ \t]*|[ \t]*$)/i;

/** Whose comments are read, and until when. */
export type ConversationRequest = {
  readonly issueNumber: number;
  /** The text of the issue as it goes to the model: nothing in it can pass for a comment. */
  readonly request: string;
  /** Moment of the trigger, as GitHub writes it. Null: up to now. */
  readonly upTo: string | null;
  /** The account that we write as; null when it is not known. */
  readonly ownAccountId: number | null;
  /** Exact logins of bots whose word counts. */
  readonly allowBots: readonly string[];
  readonly redact: Secrets['redact'];
};

export type Conversation = {
  /** What follows the text of the issue in the prompt; empty when there is nothing. */
  readonly text: string;
  /** Logins, in the order of their first comments. */
  readonly commenters: readonly string[];
  readonly hiddenTextRemoved: boolean;
  readonly secretsRemoved: boolean;
};

type Listed = Awaited<ReturnType<GitHub['rest']['issues']['listComments']>>['data'][number];
type Comment = Listed & { readonly user: NonNullable<Listed['user']> };

type Said = Omit<Conversation, 'text' | 'commenters'> & { readonly login: string; readonly words: string };

/**
 * What people with write access said on an issue before the run was asked for. A comment that was changed afterwards
 * is left out: the one who asked did not see it so.
 *
 * @throws Stop also when somebody's permission cannot be looked up: nothing is spent on half of what was said.
 */
export async function readConversation(github: GitHub, request: ConversationRequest): Promise<Conversation> {
  const comments = (await readComments(github, request.issueNumber)).filter((comment) =>
    isCandidate(comment, request),
  );
  const trusted = await trustedOf(github, comments, request.allowBots);
  const said = comments
    .filter(({ user }) => trusted.has(user.login))
    .map((comment) => wordsOf(comment, request.redact))
    .filter(({ words }) => words !== '');
  const { kept, isCut } = newest(said);
  return {
    text: kept.length === 0 ? '' : written(kept, isCut, request.request),
    commenters: [...new Set(kept.map(({ login }) => login))],
    hiddenTextRemoved: kept.some((each) => each.hiddenTextRemoved),
    secretsRemoved: kept.some((each) => each.secretsRemoved),
  };
}

/** All comments of an issue, the oldest first. */
async function readComments(github: GitHub, issueNumber: number): Promise<Comment[]> {
  const issue = { ...github.repo, issue_number: issueNumber };
  const listed = await asking('issues', () =>
    allPages((page) => github.rest.issues.listComments({ ...issue, ...page })),
  );
  // Where the account is gone, so is what it may do.
  return listed.flatMap((each) => (each.user === null ? [] : [{ ...each, user: each.user }]));
}

function isCandidate(comment: Comment, { upTo, ownAccountId, allowBots }: ConversationRequest): boolean {
  const { user, body, created_at: created, updated_at: updated } = comment;
  // In the second of the trigger nobody knows what was first.
  if (upTo !== null && !(Date.parse(created) < Date.parse(upTo) && Date.parse(updated) < Date.parse(upTo))) {
    return false;
  }
  if (isOurs(body ?? '')) return false;
  // With a person's token we write as that person, who has words of their own.
  return !isBot(comment) || (user.id !== ownAccountId && allowBots.includes(user.login));
}

function isBot({ user }: Comment): boolean {
  return user.type === 'Bot' || /\[bot\]$/i.test(user.login);
}

/** Logins of those whose words count. A bot is here by name only. */
async function trustedOf(
  github: GitHub,
  comments: readonly Comment[],
  allowBots: readonly string[],
): Promise<ReadonlySet<string>> {
  const people = comments.filter((comment) => !isBot(comment));
  const loginsOf = (some: readonly Comment[]) => [...new Set(some.map(({ user }) => user.login))];
  const known = loginsOf(people.filter((comment) => ROLES.has(comment.author_association ?? 'NONE')));
  // GitHub does not tell every role to every token; the many who write on a popular issue are not all asked about.
  const others = loginsOf(people.toReversed()).filter((login) => !known.includes(login));
  const asked = [...known, ...others.slice(0, MOST_STRANGERS)];
  const answers = await eachAtOnce(asked, (login) => mayWrite(github, login));
  return new Set([...asked.filter((_, index) => answers[index]), ...allowBots]);
}

function wordsOf({ user, body }: Comment, redact: Secrets['redact']): Said {
  const seen = removeHiddenText(body ?? '');
  const text = withoutCommands(seen.text);
  const words = redact(text);
  return {
    login: user.login,
    words,
    hiddenTextRemoved: seen.removed,
    secretsRemoved: words !== text,
  };
}

/** What is said in a comment besides commands. The words of `/smol fix` are for what is built already. */
function withoutCommands(text: string): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const command = COMMAND.exec(line);
    const verb = command?.[1]?.toLowerCase();
    if (verb === 'fix') break;
    if (command === null) lines.push(line);
    else if (verb === 'plan') lines.push(line.slice(command[0].length));
  }
  return lines.join('\n').trim();
}

/** As many as there is room for, from the newest on. */
function newest(said: readonly Said[]): { kept: Said[]; isCut: boolean } {
  const kept: Said[] = [];
  let left = ROOM;
  for (const each of said.toReversed()) {
    if (each.words.length > left && kept.length > 0) return { kept, isCut: true };
    kept.unshift({ ...each, words: cutAtLine(each.words, left) });
    left -= each.words.length;
  }
  return { kept, isCut: false };
}

/**
 * The comments as they stand in the prompt. Each begins with a number that is made of all that was written, so that
 * nobody can write it down in a text beforehand and speak with another's voice.
 */
function written(said: readonly Said[], isCut: boolean, request: string): string {
  const number = shortHash(JSON.stringify([request, ...said.map(({ login, words }) => [login, words])]));
  const older = isCut ? ' Older ones are left out.' : '';
  const head = `Comments on it by people of the repository, the oldest first; ${number} stands before each.${older}`;
  return [head, ...said.map(({ login, words }) => `${number} Comment by ${login}:\n\n${words}`)].join('\n\n');
}
