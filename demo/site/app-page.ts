import type { Showing } from '../app.js';
import { type Frame, homeOf, page } from './frame.js';
import { html, type Part } from './html.js';

/** The generated app: running in a frame, or what its command printed. */
export function appPage(frame: Frame, app: Showing | undefined): string {
  const main = html`<div class="title"><h1>The app</h1></div>${shown(frame, app)}`;
  return page(frame, 'demo', 'The app', main);
}

function shown(frame: Frame, app: Showing | undefined): Part {
  const issue = html`<a href="${homeOf(frame)}/issues/${frame.issueNumber}">issue</a>`;
  if (app === undefined) {
    return html`<p class="note">${frame.finished ? html`Nothing is started here: only a page that stands by itself, with an <code>index.html</code>, is. How the run ended is on the ${issue}; how to run what was made is in its pull request.` : html`It is being written; see the ${issue}. It appears here by itself.`}</p>`;
  }
  if ('output' in app)
    return html`<p class="note">What it printed when it was run:</p><pre class="output">${app.output}</pre>`;
  return html`<p class="note">It runs at <a href="${app.url}">${app.url}</a>, as it came from the model.</p>
<iframe class="app" title="The generated app" src="${app.url}" sandbox="allow-scripts allow-same-origin allow-forms allow-modals">
</iframe>`;
}
