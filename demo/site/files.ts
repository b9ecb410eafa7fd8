import type { FileDiff, Picture, Row } from './diff.js';
import { type Frame, homeOf } from './frame.js';
import { highlightLines } from './highlight.js';
import { type Html, html, type Part } from './html.js';
import { icon } from './icons.js';
import { count } from './timeline.js';

/** A path in an address. */
export const inUrl = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** `+12 −3` in green and red: the lines of all these files. */
export function changes(diffs: readonly FileDiff[]): Html {
  const added = diffs.reduce((sum, diff) => sum + diff.added, 0);
  const removed = diffs.reduce((sum, diff) => sum + diff.removed, 0);
  return html`<span class="changes">
<b class="plus">+${added.toLocaleString('en')}</b> <b class="minus">−${removed.toLocaleString('en')}</b>
</span>`;
}

/** The lines of a file with their numbers, which are links. */
export function sourceLines(content: string, path: string, prefix: string): Html {
  const rows = highlightLines(content, path).map(
    (line, index) =>
      html`<tr id="${prefix}L${index + 1}"><td class="num" data-line="${index + 1}"></td><td class="line">${line}</td></tr>`,
  );
  return html`<table class="source"><tbody>${rows}</tbody></table>`;
}

/** All changes of a pull request or a commit: a list of the files, then each with its lines. */
export function changedFiles(frame: Frame, diffs: readonly FileDiff[], ref: string): Html {
  return html`<div class="files">
<nav class="file-list"><p class="muted">${count(diffs.length, 'file')} changed ${changes(diffs)}</p>${diffs.map(
    ({ path, state }, index) =>
      html`<a class="with-icon" href="#file-${index}">
<span class="${state === 'added' ? 'green' : 'muted'}">${icon('file')}</span><span>${path}</span></a>`,
  )}</nav>
<div class="file-boxes">${diffs.map((diff, index) => fileBox(frame, diff, index, ref))}</div>
</div>`;
}

function fileBox(frame: Frame, diff: FileDiff, index: number, ref: string): Html {
  const { path, content, isPicture } = diff;
  if (isPicture) {
    const picture =
      typeof content === 'object'
        ? pictureBox(content, path)
        : html`<p class="foot muted">A picture is gone.</p>`;
    return html`<details class="file-box" id="file-${index}" open>
<summary><span class="path">${path}</span></summary>${picture}</details>`;
  }
  const views =
    content !== undefined &&
    html`<span class="views"><button type="button" data-view="diff" aria-pressed="true">Diff</button>
<button type="button" data-view="content" aria-pressed="false">Content</button></span>`;
  return html`<details class="file-box" id="file-${index}" open>
<summary><span class="path">${path}</span> ${changes([diff])}${views}</summary>
<div class="view-diff">${diffTable(diff)}</div>
${
  typeof content === 'string' &&
  html`<div class="view-content" hidden>${sourceLines(content, path, `file-${index}-`)}<p class="foot">
<a href="${homeOf(frame)}/blob/${inUrl(ref)}/${inUrl(path)}">Open the file</a></p></div>`
}
</details>`;
}

/** A picture, as large as it is. */
export function pictureBox({ data }: Picture, path: string): Html {
  return html`<p class="picture"><img src="${data}" alt="${path}"></p>`;
}

function diffTable({ hunks, state }: FileDiff): Part {
  if (hunks.length === 0)
    return html`<p class="foot muted">An empty file ${state === 'removed' ? 'is gone' : 'was added'}.</p>`;
  return html`<table class="source diff"><tbody>${hunks.map(({ header, rows }) => [
    html`<tr class="hunk"><td class="num"></td><td class="num"></td><td class="line">${header}</td></tr>`,
    rows.map(diffRow),
  ])}</tbody></table>`;
}

/** One line of a change, with its numbers on both sides. */
export function diffRow({ kind, before, after, line }: Row): Html {
  return html`<tr class="${kind}"><td class="num" data-line="${before}"></td><td class="num" data-line="${after}"></td><td class="line">${line}</td>
</tr>`;
}
