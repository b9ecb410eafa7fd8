import type { Commit, Issue, PullRequest } from '../../test/support/github/index.js';
import type { FileDiff, Picture, Tree } from './diff.js';
import { changedFiles, inUrl, pictureBox, sourceLines } from './files.js';
import { type Frame, homeOf, page } from './frame.js';
import { type Html, html, type Part } from './html.js';
import { icon } from './icons.js';
import { document, type Place } from './markdown.js';
import { commitLine } from './pull-page.js';
import { count, label, pill } from './timeline.js';

export type RepositoryView = {
  readonly branch: string;
  readonly branches: readonly string[];
  readonly tree: Tree;
  readonly commits: readonly Commit[];
  readonly cloneUrl: string;
};

/** The files of a branch, how to clone it, and its README. */
export function repositoryPage(frame: Frame, place: Place, view: RepositoryView): string {
  const { branch, branches, tree, commits, cloneUrl } = view;
  const home = homeOf(frame);
  const [newest] = commits;
  const readme = Object.keys(tree).find((path) => /^readme\.md$/i.test(path));
  const text = readme === undefined ? undefined : tree[readme];
  const others = branches.filter((name) => name !== branch);
  const main = html`<div class="bar"><span class="ref">${branch}</span>${
    others.length > 0 &&
    html`<span class="muted">Other branches: ${others.map((name) => html`<a class="ref" href="${home}/tree/${inUrl(name)}">${name}</a> `)}</span>`
  }</div>
<div class="box listing">
<div class="box-head">${newest === undefined ? html`<span class="muted">No commit yet</span>` : commitLine(frame, newest)}<span class="role">${count(commits.length, 'commit')}</span>
</div>
<ul>${Object.keys(tree).map(
    (path) => html`<li><span class="muted">${icon('file')}</span>
<a href="${home}/blob/${inUrl(branch)}/${inUrl(path)}">${path}</a></li>`,
  )}</ul></div>
<p class="muted">Clone it, it is a real git repository:</p>
<pre class="command">git clone ${branch === 'main' ? '' : `--branch ${branch} `}${cloneUrl}</pre>
${
  typeof text === 'string' &&
  html`<div class="box readme"><div class="box-head"><b>${readme}</b></div>
<div class="markdown-body">${document(text, place, branch)}</div></div>`
}`;
  return page(frame, 'code', branch, main);
}

/** One file; pictures and markdown as they look, everything else with the numbers of its lines. */
export function blobPage(
  frame: Frame,
  place: Place,
  ref: string,
  path: string,
  content: string | Picture,
): string {
  const main = html`<div class="bar"><a class="ref" href="${homeOf(frame)}/tree/${inUrl(ref)}">${ref}</a>
<b class="path">${path}</b></div>
<div class="box"><div class="box-head">
<span class="muted">${sizeOf(content)}</span></div>${shown(place, ref, path, content)}</div>`;
  return page(frame, 'code', path, main);
}

function sizeOf(content: string | Picture): string {
  if (typeof content === 'object') return count(content.bytes, 'byte');
  const lines = content.replace(/\n$/, '').split('\n').length;
  return `${count(lines, 'line')} · ${count(Buffer.byteLength(content), 'byte')}`;
}

function shown(place: Place, ref: string, path: string, content: string | Picture): Html {
  if (typeof content === 'object') return pictureBox(content, path);
  if (!/\.md$/i.test(path)) return sourceLines(content, path, '');
  return html`<div class="markdown-body readme">${document(content, place, ref)}</div>`;
}

/** One commit and what it changed. */
export function commitPage(frame: Frame, commit: Commit, diffs: readonly FileDiff[]): string {
  const [subject = '', ...rest] = commit.message.split('\n');
  const main = html`<div class="title"><h1>${subject}</h1></div>
<div class="box commit"><pre class="commit-message">${rest.join('\n').trim()}</pre>
<p class="muted">${commit.author.name} · commit <code>${commit.sha}</code>${commit.verified && ' · signed by GitHub'}</p>
</div>
${changedFiles(frame, diffs, commit.sha)}`;
  return page(frame, 'code', subject, main);
}

/** Two branches without a pull request between them. */
export function comparePage(frame: Frame, title: string, range: string, diffs: readonly FileDiff[]): string {
  const main = html`<div class="title"><h1>Comparing <span class="number">${range}</span></h1></div>
<p class="note">On GitHub this page opens the pull request with one click${title !== '' && html`, with the title “${title}”`}.</p>
${changedFiles(frame, diffs, range.split('...').at(-1) ?? '')}`;
  return page(frame, 'pulls', range, main);
}

/** The list behind a tab of the repository. */
export function listPage(
  frame: Frame,
  tab: 'issues' | 'pulls',
  entries: readonly (Issue | PullRequest)[],
): string {
  const kind = tab === 'issues' ? 'issue' : 'pull';
  const name = tab === 'issues' ? 'Issues' : 'Pull requests';
  const main = html`<div class="title"><h1>${name}</h1></div>${
    entries.length === 0
      ? html`<p class="note">None yet.</p>`
      : html`<ul class="rows">${entries.map((each) => listed(frame, kind, each))}</ul>`
  }`;
  return page(frame, tab, name, main);
}

function listed(frame: Frame, kind: 'issue' | 'pull', each: Issue | PullRequest): Html {
  const path = kind === 'issue' ? 'issues' : 'pull';
  return html`<li>${pill(kind, each)} <a href="${homeOf(frame)}/${path}/${each.number}">
<b>${each.title}</b>
</a> ${each.labels.map(label)} <span class="muted">#${each.number} by ${each.author}</span></li>`;
}

/** A page that stands for one which only GitHub has. */
export function elsewherePage(frame: Frame, path: string, what: Part): string {
  const main = html`<div class="title"><h1>Not in this demo</h1></div>
<p class="note">On GitHub this would open ${what}.</p><p class="muted"><code>${path}</code></p>`;
  return page(frame, 'demo', 'Not in this demo', main);
}
