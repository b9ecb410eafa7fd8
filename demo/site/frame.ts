import { type Html, html, type Part } from './html.js';
import { type Icon, icon } from './icons.js';

/** What stands around every page. */
export type Frame = {
  readonly owner: string;
  readonly repo: string;
  readonly source: string;
  readonly issueNumber: number;
  readonly finished: boolean;
  readonly openIssues: number;
  readonly openPulls: number;
};

/** The tab of the repository a page belongs to. */
export type Tab = 'code' | 'issues' | 'pulls' | 'actions' | 'demo';

/** `/owner/repo`, where the addresses of a repository begin. */
export const homeOf = ({ owner, repo }: Pick<Frame, 'owner' | 'repo'>): string => `/${owner}/${repo}`;

/** A whole page. While the run goes on, assets/site.js brings it up to date once a second. */
export function page(frame: Frame, tab: Tab, title: string, main: Part): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${frame.owner}/${frame.repo}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/markdown.css">
<link rel="stylesheet" href="/assets/code.css">
<link rel="stylesheet" href="/assets/frame.css">
<link rel="stylesheet" href="/assets/thread.css">
<link rel="stylesheet" href="/assets/files.css">
<script src="/assets/site.js" defer></script>
</head>
<body data-run="${frame.finished ? 'finished' : 'going'}">
${banner(frame)}
${header(frame, tab)}
<main>${main}</main>
</body>
</html>
`.text;
}

function banner(frame: Frame): Html {
  return html`<aside class="banner">
<span><b>Demo</b> on this machine, GitHub is emulated. ${frame.source}.</span>
<nav>
<a href="${homeOf(frame)}/issues/${frame.issueNumber}">The issue</a>
<a href="/asked">What the model was asked</a>
<a href="${homeOf(frame)}/actions">The run</a>
<a href="/app">The app</a>
</nav>
</aside>`;
}

function header(frame: Frame, tab: Tab): Html {
  const home = homeOf(frame);
  const link = (name: Tab, path: string, mark: Icon, text: string, count?: number) =>
    html`<a href="${path}"${name === tab && html` aria-current="page"`}>${icon(mark)}${text}${
      count !== undefined && count > 0 && html` <span class="count">${count}</span>`
    }</a>`;
  return html`<header class="top">
<div class="crumbs">${icon('repository')}<span>${frame.owner}</span><i>/</i><a href="${home}"><b>${frame.repo}</b></a></div>
<nav class="tabs">
${link('code', home, 'code', 'Code')}
${link('issues', `${home}/issues`, 'issue', 'Issues', frame.openIssues)}
${link('pulls', `${home}/pulls`, 'pull', 'Pull requests', frame.openPulls)}
${link('actions', `${home}/actions`, 'play', 'Actions')}
</nav>
</header>`;
}
