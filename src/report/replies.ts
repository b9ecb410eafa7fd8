import { fit, fixed, flexible } from './fit.js';
import { codeSpan, cut, link, quote } from './markdown.js';
import { replyMark } from './marks.js';
import { neutralise } from './neutralise.js';
import { BODY_LIMIT, sentence } from './sections.js';

/** Longest reply; a model is asked for a sentence or two. UTF-16 units. */
const REPLY_LIMIT = 4_000;

/** What is said to a remark. */
export type Reply = {
  /** `r123`, `c123` or `i123`: a review's body, a comment on a line, a comment on the pull request. */
  readonly key: string;
  /** In a model's words. */
  readonly reply: string;
};

/** The commit that does what a reply says; null where nothing was committed. */
export type RepliedCommit = { readonly sha: string; readonly url: string } | null;

/** The answer in the thread of a remark, within GitHub's limit. */
export function threadReply({ key, reply, commit }: Reply & { readonly commit: RepliedCommit }): string {
  const parts = [replyMark([key]), said(reply), inCommit(commit)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/**
 * One comment with the answers to all remarks that have no thread, each below the beginning of its remark.
 *
 * @param replies `text`: what the remark says, as a person wrote it.
 */
export function remarksReply(
  replies: readonly (Reply & { readonly text: string })[],
  commit: RepliedCommit,
): string {
  const answers = replies.map(({ text, reply }) => `${quote(sentence(text))}\n\n${said(reply)}`).join('\n\n');
  const blocks = [
    fixed(replyMark(replies.map(({ key }) => key))),
    flexible(1, answers, (room) => cut(answers, room, '*… and more.*')),
    fixed(inCommit(commit)),
  ];
  return fit(blocks, BODY_LIMIT);
}

function said(words: string): string {
  return cut(neutralise(words), REPLY_LIMIT, '*… cut here.*') || 'Done.';
}

function inCommit(commit: RepliedCommit): string {
  return commit === null ? '' : `In ${link(codeSpan(commit.sha.slice(0, 7)), commit.url)}.`;
}
