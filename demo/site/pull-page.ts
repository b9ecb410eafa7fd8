import type { Comment, Commit, PullRequest, Reaction } from '../../test/support/github/index.js';
import type { FileDiff } from './diff.js';
import { changedFiles, changes } from './files.js';
import { type Frame, homeOf, page } from './frame.js';
import { type Html, html, type Part } from './html.js';
import { type Icon, icon } from './icons.js';
import { type Place, comment as renderComment } from './markdown.js';
import type { ReviewView } from './read-reviews.js';
import { reviewed } from './review.js';
import {
  author,
  avatar,
  count,
  entry,
  happening,
  joined,
  label,
  pill,
  shortSha,
  sidebar,
} from './timeline.js';

export type PullView = {
  readonly pull: PullRequest;
  /** Oldest first. */
  readonly commits: readonly Commit[];
  readonly diffs: readonly FileDiff[];
  readonly comments: readonly { readonly comment: Comment; readonly reactions: readonly Reaction[] }[];
  readonly reviews: readonly ReviewView[];
  readonly reactions: readonly Reaction[];
  /** Numbers of issues that the body closes. */
  readonly closes: readonly number[];
  readonly cloneUrl: string;
};

type PullTab = 'conversation' | 'commits' | 'files';

/** The page of a pull request: its text and what happened. */
export function pullPage(frame: Frame, place: Place, view: PullView): string {
  const { pull, reactions } = view;
  const body = html`<div class="columns"><div class="thread">
${entry({
  id: `pull-${pull.number}`,
  login: pull.author,
  did: 'opened this pull request',
  body: renderComment(pull.body ?? '', place),
  reactions,
})}
${pull.labels.map((name) => happening('tag', html`The label ${label(name)} was added`))}
${happened(frame, place, view)}
${tryIt(view)}
</div>
${sidebar([
  {
    title: 'Reviewers',
    body: reviewers(view).join(', ') || html`<span class="muted">No reviews</span>`,
  },
  { title: 'Assignees', body: pull.assignees.join(', ') || html`<span class="muted">No one assigned</span>` },
  {
    title: 'Labels',
    body: pull.labels.length === 0 ? html`<span class="muted">None yet</span>` : pull.labels.map(label),
  },
  { title: 'Development', body: development(frame, view) },
])}</div>`;
  return pullFrame(frame, view, 'conversation', body);
}

/** Commits, reviews and comments, as they came. */
function happened(frame: Frame, place: Place, { commits, reviews, comments }: PullView): Part {
  const all: { at: string; shown: Html }[] = [
    ...commits.map((commit) => ({
      at: commit.committedAt,
      shown: happening('commit', html`${commitLine(frame, commit)}`),
    })),
    ...reviews.map((review) => ({ at: review.review.submittedAt, shown: reviewed(place, review) })),
    ...comments.map(({ comment, reactions }) => ({
      at: comment.createdAt,
      shown: entry({
        id: `issuecomment-${comment.id}`,
        login: comment.author,
        createdAt: comment.createdAt,
        did: 'commented',
        body: renderComment(comment.body, place),
        reactions,
      }),
    })),
  ];
  return all.sort((one, other) => Date.parse(one.at) - Date.parse(other.at)).map(({ shown }) => shown);
}

function reviewers({ pull, reviews }: PullView): readonly string[] {
  return [...new Set([...pull.requestedReviewers, ...reviews.map(({ review }) => review.author)])];
}

/** The commits of a pull request. */
export function pullCommitsPage(frame: Frame, view: PullView): string {
  const body = html`<ul class="rows">${view.commits.map((commit) => html`<li>${commitLine(frame, commit)}</li>`)}</ul>`;
  return pullFrame(frame, view, 'commits', body);
}

/** The files of a pull request, each as the change it is and as it stands. */
export function pullFilesPage(frame: Frame, view: PullView): string {
  return pullFrame(frame, view, 'files', changedFiles(frame, view.diffs, view.pull.head.sha));
}

function pullFrame(frame: Frame, view: PullView, current: PullTab, body: Part): string {
  const { pull, commits, comments, reviews, diffs } = view;
  const home = `${homeOf(frame)}/pull/${pull.number}`;
  const tab = (name: PullTab, path: string, mark: Icon, text: string, number: number) =>
    html`<a href="${path}"${name === current && html` aria-current="page"`}>${icon(mark)}${text} <span class="count">${number}</span>
</a>`;
  const main = html`<div class="title"><h1>${pull.title} <span class="number">#${pull.number}</span></h1>
<div class="under">${pill('pull', pull)}<span class="muted">${author(pull.author)} wants to merge ${count(commits.length, 'commit')} into <span class="ref">${pull.base.ref}</span> from <span class="ref">${pull.head.ref}</span>
</span></div></div>
<div class="pull-tabs"><nav class="tabs">
${tab('conversation', home, 'comment', 'Conversation', comments.length + reviews.length)}
${tab('commits', `${home}/commits`, 'commit', 'Commits', commits.length)}
${tab('files', `${home}/files`, 'file', 'Files changed', diffs.length)}
</nav>${changes(diffs)}</div>
${body}`;
  return page(frame, 'pulls', `${pull.title} · Pull request #${pull.number}`, main);
}

/** Who made a commit, its subject and its hash. */
export function commitLine(frame: Frame, { sha, author: by, message, verified }: Commit): Html {
  const [subject = ''] = message.split('\n');
  return html`<span class="commit-line">${avatar(by.name)}<a class="subject" href="${homeOf(frame)}/commit/${sha}">${subject}</a>${
    verified && html`<span class="verified">Verified</span>`
  }<a class="sha" href="${homeOf(frame)}/commit/${sha}">${shortSha(sha)}</a></span>`;
}

function development(frame: Frame, { closes }: PullView): Part {
  if (closes.length === 0) return html`<span class="muted">No issue</span>`;
  const links = closes.map((number) => html`<a href="${homeOf(frame)}/issues/${number}">#${number}</a>`);
  return html`Merging this closes ${joined(links, ', ')}`;
}

function tryIt({ pull, cloneUrl }: PullView): Html {
  return html`<div class="try">
<span class="dot ${pull.draft ? '' : 'green'}">${icon(pull.draft ? 'draft' : 'check')}</span>
<div class="box">
<p>
<b>${pull.draft ? 'This pull request is still a draft.' : 'Ready to be reviewed.'}</b> The repository is real git; take it from here:</p>
<pre class="command">git clone --branch ${pull.head.ref} ${cloneUrl}</pre></div></div>`;
}
