import type { Comment, Issue, PullRequest, Reaction } from '../../test/support/github/index.js';
import { type Frame, homeOf, page } from './frame.js';
import { type Html, html, type Part } from './html.js';
import { icon } from './icons.js';
import { type Place, comment as renderComment } from './markdown.js';
import { count, entry, happening, label, pill, sidebar } from './timeline.js';

/** One text a comment had. */
export type Version = {
  readonly body: string;
  /** Milliseconds after the run's first request. */
  readonly after: number;
};

export type ShownComment = {
  readonly comment: Comment;
  readonly reactions: readonly Reaction[];
  /** Texts that the action gave it, oldest first; empty for a person's comment. */
  readonly versions: readonly Version[];
};

export type IssueView = {
  readonly issue: Issue;
  readonly reactions: readonly Reaction[];
  readonly comments: readonly ShownComment[];
  /** Pull requests that close this issue. */
  readonly pulls: readonly PullRequest[];
  /** Which version to show of the comment of the action, from 1; undefined for what stands there. */
  readonly version: number | undefined;
};

/** The page of an issue: what was asked, and the comment as it changes. */
export function issuePage(frame: Frame, place: Place, view: IssueView): string {
  const { issue, comments, pulls, reactions } = view;
  const main = html`<div class="title"><h1>${issue.title} <span class="number">#${issue.number}</span></h1>
<div class="under">${pill('issue', issue)}<span class="muted">
<b>${issue.author}</b> opened this issue · ${count(comments.length, 'comment')}</span> <span class="narrow">${issue.labels.map(label)}</span>
</div></div>
<div class="columns"><div class="thread">
${entry({
  id: `issue-${issue.number}`,
  login: issue.author,
  did: 'opened this issue',
  role: issue.author === frame.owner ? 'Owner' : 'Collaborator',
  body: renderComment(issue.body ?? '', place),
  reactions,
})}
${issue.labels.map((name) => happening('tag', html`The label ${label(name)} was added`))}
${comments.map((each) => shown(frame, place, each, view))}
${pulls.map((pull) => happening('pull', linked(frame, pull), 'green'))}
</div>
${sidebar([
  {
    title: 'Assignees',
    body: issue.assignees.join(', ') || html`<span class="muted">No one assigned</span>`,
  },
  {
    title: 'Labels',
    body: issue.labels.length === 0 ? html`<span class="muted">None yet</span>` : issue.labels.map(label),
  },
  { title: 'Development', body: development(frame, pulls) },
])}</div>`;
  return page(frame, 'issues', `${issue.title} · Issue #${issue.number}`, main);
}

function linked(frame: Frame, pull: PullRequest): Html {
  return html`<b>${pull.author.replace('[bot]', '')}</b> linked a pull request that will close this issue
<a class="reference" href="${homeOf(frame)}/pull/${pull.number}">
<b>${pull.title}</b> <span class="muted">#${pull.number}</span></a>`;
}

function development(frame: Frame, pulls: readonly PullRequest[]): Part {
  if (pulls.length === 0) return html`<span class="muted">No pull request yet</span>`;
  return pulls.map(
    (pull) =>
      html`<a class="with-icon" href="${homeOf(frame)}/pull/${pull.number}">
<span class="green">${icon(pull.draft ? 'draft' : 'pull')}</span>
<span>${pull.title} <span class="muted">#${pull.number}</span></span></a>`,
  );
}

function shown(frame: Frame, place: Place, each: ShownComment, view: IssueView): Html {
  const { comment, versions, reactions } = each;
  const old = view.version === undefined ? undefined : versions[view.version - 1];
  return entry({
    id: `issuecomment-${comment.id}`,
    login: comment.author,
    createdAt: comment.createdAt,
    did: 'commented',
    edited: versions.length > 1 || comment.createdAt !== comment.updatedAt,
    tools: versions.length > 1 && stepper(frame, view, versions),
    body: renderComment(old?.body ?? comment.body, place),
    reactions,
  });
}

/** Which version of how many is shown, and the way to the others. */
function stepper(frame: Frame, { issue, version }: IssueView, versions: readonly Version[]): Html {
  const last = versions.length;
  const current = version !== undefined && versions[version - 1] !== undefined ? version : last;
  const seconds = ((versions[current - 1]?.after ?? 0) / 1000).toFixed(1);
  const address = (to: number) =>
    `${homeOf(frame)}/issues/${issue.number}?version=${Math.min(Math.max(to, 1), last)}`;
  return html`<div class="stepper" data-versions="${versions.map(({ after }) => Math.round(after)).join(' ')}">
<button type="button" class="replay"><span class="start">▶ Replay</span><span class="stop">■ Stop</span></button>
<a href="${address(current - 1)}" data-version="${Math.max(current - 1, 1)}" aria-label="Previous version">‹</a>
<input type="range" min="1" max="${last}" value="${current}" aria-label="Version of the comment">
<a href="${address(current + 1)}" data-version="${Math.min(current + 1, last)}" aria-label="Next version">›</a>
<span class="muted">Version ${current} of ${last}, ${seconds} s after the run began</span>
</div>`;
}
