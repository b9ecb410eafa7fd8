import { react, setDraft } from './graphql-mutations.js';
import { type Ask, actorOf, editsOf, FieldError, findNode } from './graphql-nodes.js';
import { type Json, member } from './wire.js';
import { userOf } from './world.js';

/** A field of a type. Without `type` it is a leaf; without `resolve` the parent's member of that name. */
export interface Field {
  readonly type?: string;
  /** Its arguments; `!` marks those that must be there. */
  readonly arguments?: Readonly<Record<string, string>>;
  readonly resolve?: (parent: Json, given: Json, ask: Ask) => unknown;
}

export type Type = Readonly<Record<string, Field>>;

const leaves = (...names: string[]): Type => Object.fromEntries(names.map((name) => [name, {}]));

/** `first` or `last` must be there, and is at most 100. */
function limited(given: Json): void {
  const amount = given.first ?? given.last;
  const name = 'userContentEdits';
  if (typeof amount !== 'number') {
    const words = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`;
    throw new FieldError('MISSING_PAGINATION_BOUNDARIES', words);
  }
  if (amount > 100) {
    const words = `Requesting ${amount} records on the \`${name}\` connection exceeds the \`first\` limit of 100 records.`;
    throw new FieldError('EXCESSIVE_PAGINATION', words);
  }
}

const WITH_TEXT: Type = {
  ...leaves('id', 'databaseId', 'body', 'createdAt', 'updatedAt', 'lastEditedAt'),
  author: { type: 'Actor' },
  editor: { type: 'Actor' },
  userContentEdits: {
    type: 'UserContentEditConnection',
    arguments: { first: 'Int', last: 'Int', after: 'String' },
    resolve: (node, given) => {
      limited(given);
      return editsOf(node, given);
    },
  },
};

const ACCOUNT = leaves('id', 'databaseId', 'login', 'url');

const draftMutation = (name: string, draft: boolean): Field => ({
  type: 'DraftPayload',
  arguments: { input: 'Input!' },
  resolve: (_parent, given, ask) => setDraft(name, draft, given.input, ask),
});

/** What is known of GitHub's schema. */
export const SCHEMA: Readonly<Record<string, Type>> = {
  Query: {
    viewer: {
      type: 'User',
      // The account of an installation is shown as a user, `[bot]` and all.
      resolve: async (_parent, _given, { request, world }) => {
        const user = await userOf(world, request.token);
        return { ...actorOf(user), __typename: 'User', login: user.login };
      },
    },
    node: {
      type: 'Node',
      arguments: { id: 'ID!' },
      resolve: (_parent, { id }, ask) => findNode(id, ask),
    },
  },
  Mutation: {
    markPullRequestReadyForReview: draftMutation('markPullRequestReadyForReview', false),
    convertPullRequestToDraft: draftMutation('convertPullRequestToDraft', true),
    addReaction: {
      type: 'AddReactionPayload',
      arguments: { input: 'Input!' },
      resolve: (_parent, given, ask) => react(given.input, ask),
    },
  },
  Node: leaves('id'),
  Actor: leaves('login', 'url'),
  Reactable: leaves('id', 'databaseId'),
  User: ACCOUNT,
  Bot: ACCOUNT,
  Issue: { ...WITH_TEXT, ...leaves('number') },
  PullRequest: { ...WITH_TEXT, ...leaves('number', 'isDraft') },
  IssueComment: WITH_TEXT,
  PullRequestReview: { ...WITH_TEXT, ...leaves('submittedAt') },
  PullRequestReviewComment: WITH_TEXT,
  UserContentEditConnection: {
    ...leaves('totalCount'),
    nodes: { type: 'UserContentEdit' },
    pageInfo: { type: 'PageInfo' },
  },
  UserContentEdit: {
    ...leaves('id', 'editedAt', 'createdAt', 'updatedAt', 'deletedAt', 'diff'),
    editor: { type: 'Actor' },
  },
  PageInfo: leaves('hasNextPage', 'endCursor'),
  DraftPayload: { ...leaves('clientMutationId'), pullRequest: { type: 'PullRequest' } },
  AddReactionPayload: {
    ...leaves('clientMutationId'),
    reaction: { type: 'Reaction' },
    subject: { type: 'Reactable' },
  },
  Reaction: {
    ...leaves('id', 'databaseId', 'content', 'createdAt'),
    user: { type: 'User', resolve: (reaction) => actorOf(member(reaction, 'user')) },
  },
};

/** Types that stand for several; what is behind one says so itself. */
export const ABSTRACT: ReadonlySet<string> = new Set(['Node', 'Actor', 'Reactable']);
