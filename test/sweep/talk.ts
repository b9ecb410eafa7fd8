import type { GitHub, PullRequest, Reaction } from '../support/github/index.js';
import { ISSUE } from './stage.js';

/** What the bot said about pull requests, besides the one comment on the issue. */
export type Talk = {
  /** Its comments and its replies in threads, with the place that each stands at. */
  readonly said: readonly string[];
  /** 👍 and 🚀 on what people said: 👀 says nothing of the end, and 😕 stays from a run that failed. */
  readonly reactions: readonly string[];
};

/** Reads it, of all pull requests. */
export async function readTalk(github: GitHub, pulls: readonly PullRequest[]): Promise<Talk> {
  const parts = await Promise.all([
    talkOn(github, ISSUE),
    ...pulls.map(({ number }) => talkAbout(github, number)),
  ]);
  return {
    said: parts.flatMap(({ said }) => said).sort(),
    reactions: parts.flatMap(({ reactions }) => reactions).sort(),
  };
}

async function talkAbout(github: GitHub, number: number): Promise<Talk> {
  const [talk, comments, reviews] = await Promise.all([
    talkOn(github, number, true),
    github.reviewComments(number),
    github.reviews(number),
  ]);
  const own = comments.filter(({ author }) => author.endsWith('[bot]'));
  const marked = await Promise.all([
    ...comments.map(async ({ id }) => marks(`c${id}`, await github.reviewCommentReactions(id))),
    ...reviews.map(async ({ id }) => marks(`r${id}`, await github.reviewReactions(id))),
  ]);
  return {
    said: [...talk.said, ...own.map(({ inReplyTo, body }) => `to c${inReplyTo}: ${body}`)],
    reactions: [...talk.reactions, ...marked.flat()],
  };
}

async function talkOn(github: GitHub, number: number, isPull = false): Promise<Talk> {
  const comments = await github.comments(number);
  const own = comments.filter(({ authorType }) => isPull && authorType === 'Bot');
  const marked = await Promise.all(
    comments.map(async ({ id }) => marks(`i${id}`, await github.commentReactions(id))),
  );
  return { said: own.map(({ body }) => `on #${number}: ${body}`), reactions: marked.flat() };
}

function marks(key: string, reactions: readonly Reaction[]): string[] {
  const counted = reactions.filter(({ content }) => content === '+1' || content === 'rocket');
  return counted.filter(({ user }) => user.type === 'Bot').map(({ content }) => `${content} on ${key}`);
}
