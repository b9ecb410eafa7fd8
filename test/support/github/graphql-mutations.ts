import { type Ask, FieldError, findNode } from './graphql-nodes.js';
import { mayWrite } from './options.js';
import { addReaction } from './reactions.js';
import { type Json, member, text } from './wire.js';
import { isBot, ownerJson } from './world.js';

const FORBIDDEN = 'Resource not accessible by integration';

/** A draft becomes ready for review, or the other way round. */
export async function setDraft(field: string, draft: boolean, input: unknown, ask: Ask): Promise<Json> {
  const { world } = ask;
  const pull = await findNode(member(input, 'pullRequestId'), ask);
  if (pull.__typename !== 'PullRequest') throw new FieldError('NOT_FOUND', 'That is no pull request');
  mayChange(field, pull, ask);
  if (world.settings.archived) throw new FieldError('FORBIDDEN', 'Repository was archived so is read-only.');
  // The emulator changes `draft` here; GitHub's REST API does not, so pull-rules.ts keeps it from the program.
  await ownerJson(world, 'PATCH', `/pulls/${pull.number}`, { draft });
  return { pullRequest: { ...pull, isDraft: draft }, clientMutationId: null };
}

/** People who may write, whoever opened it, and a token that may write pull requests. */
function mayChange(field: string, pull: Json, { request, world }: Ask): void {
  if (isBot(world, request.token)) {
    if (world.settings.permissions.pull_requests === 'write') return;
    throw new FieldError('FORBIDDEN', FORBIDDEN);
  }
  const login = world.emulator.loginOf(request.token ?? '') ?? '';
  if (mayWrite(world.settings, login) || member(pull.user, 'login') === login) return;
  const name = `${field[0]?.toUpperCase()}${field.slice(1)}`;
  throw new FieldError('FORBIDDEN', `${login} does not have the correct permissions to execute \`${name}\``);
}

/** GraphQL's words for what REST calls `+1` and so on. */
const CONTENTS: Readonly<Record<string, string>> = {
  THUMBS_UP: '+1',
  THUMBS_DOWN: '-1',
  LAUGH: 'laugh',
  CONFUSED: 'confused',
  HEART: 'heart',
  HOORAY: 'hooray',
  ROCKET: 'rocket',
  EYES: 'eyes',
};

/** Where REST has the reactions of a node; a review has none there, so its place is ours. */
function placeOf(node: Json): string {
  switch (node.__typename) {
    case 'IssueComment':
      return `issues/comments/${node.databaseId}`;
    case 'PullRequestReviewComment':
      return `pulls/comments/${node.databaseId}`;
    case 'PullRequestReview':
      return `pulls/reviews/${node.databaseId}`;
    default:
      return `issues/${node.number}`;
  }
}

/** The reaction that is there already, or a new one. */
export async function react(input: unknown, ask: Ask): Promise<Json> {
  const subject = await findNode(member(input, 'subjectId'), ask);
  const word = text(member(input, 'content'));
  const content = CONTENTS[word];
  if (content === undefined) {
    throw new FieldError('INVALID', `Expected "${word}" to be one of: ${Object.keys(CONTENTS).join(', ')}`);
  }
  const { issues, pull_requests: pulls } = ask.world.settings.permissions;
  const ofReview = text(subject.__typename).startsWith('PullRequestReview');
  const may = pulls === 'write' || (issues === 'write' && !ofReview);
  if (isBot(ask.world, ask.request.token) && !may) throw new FieldError('FORBIDDEN', FORBIDDEN);
  const { reaction } = await addReaction(ask.request.token, placeOf(subject), content, ask.world);
  const { id, user, created_at } = reaction;
  return {
    reaction: { id: `REA_${id}`, databaseId: id, content: word, user, createdAt: created_at },
    subject,
    clientMutationId: null,
  };
}
