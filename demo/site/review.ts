import { hunkRows } from './diff.js';
import { diffRow } from './files.js';
import { type Html, html } from './html.js';
import { type Place, comment as renderComment } from './markdown.js';
import type { ReviewView, ThreadComment } from './read-reviews.js';
import { author, avatar, entry, happening, reactions, time } from './timeline.js';

/** Lines of a hunk above a thread, the one it is about being the last. */
const SHOWN_LINES = 4;

const DID: Readonly<Record<string, string>> = {
  APPROVED: 'approved these changes',
  CHANGES_REQUESTED: 'requested changes',
};

/** A review: what was said of the whole, then each thread below the lines that it is about. */
export function reviewed(place: Place, { review, reactions: all, threads }: ReviewView): Html {
  const { id, author: login, submittedAt, state, body } = review;
  const did = DID[state] ?? 'reviewed';
  return html`${
    body === ''
      ? happening('eye', html`${author(login)} <span class="muted">${did} ${time(submittedAt)}</span>`)
      : entry({
          id: `pullrequestreview-${id}`,
          ...{ login, did, createdAt: submittedAt, reactions: all },
          body: renderComment(body, place),
        })
  }${threads.map((thread) => shownThread(place, thread))}`;
}

function shownThread(place: Place, thread: readonly ThreadComment[]): Html {
  const [first] = thread;
  if (first === undefined) return html``;
  const { path, line, hunk } = first.comment;
  return html`<section class="box review-thread">
<div class="box-head"><span class="path">${path}</span>${line === null && html`<span class="role">Outdated</span>`}</div>
<div class="review-hunk"><table class="source diff"><tbody>${hunkRows(hunk, path).slice(-SHOWN_LINES).map(diffRow)}</tbody></table></div>
${thread.map((each) => shownComment(place, each))}
</section>`;
}

function shownComment(place: Place, { comment, reactions: all }: ThreadComment): Html {
  const { id, author: login, createdAt, body } = comment;
  return html`<article class="review-comment" id="discussion_r${id}">
<div class="review-author">${avatar(login)}${author(login)} <span class="muted">${time(createdAt)}</span></div>
<div class="markdown-body">${renderComment(body, place)}</div>
<div class="reactions">${reactions(all)}</div>
</article>`;
}
