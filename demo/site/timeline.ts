import type { Reaction } from '../../test/support/github/index.js';
import { Html, html, type Part } from './html.js';
import { type Icon, icon } from './icons.js';

/** A circle with the first letter of a login; a bot has a square. */
export function avatar(login: string): Html {
  const shade = [...login].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
  const kind = login.endsWith('[bot]') ? 'avatar bot' : 'avatar';
  return html`<span class="${kind}" style="background:hsl(${shade} 55% 42%)" aria-hidden="true">${login.charAt(0).toUpperCase()}</span>`;
}

/** A login as GitHub writes it: a bot's without the brackets, which become a small word of their own. */
export function author(login: string): Html {
  const name = login.replace(/\[bot\]$/, '');
  return html`<b class="author">${name}</b>${name !== login && html` <span class="chip-bot">bot</span>`}`;
}

/** The script says how long ago that is. */
export function time(at: string): Html {
  return html`<time datetime="${at}">${at.replace('T', ' ').slice(0, 16)}</time>`;
}

/** A label; ours has a colour of its own. */
export function label(name: string): Html {
  return html`<span class="label${name === 'smol' ? ' label-smol' : ''}">${name}</span>`;
}

export type Entry = {
  /** Unique on its page: the fragment of its address. */
  readonly id: string;
  readonly login: string;
  readonly createdAt?: string;
  /** What stands before the time: `commented`, `opened this issue`. */
  readonly did: string;
  readonly edited?: boolean;
  readonly role?: string;
  readonly body: Part;
  readonly reactions?: readonly Reaction[];
  /** Between the header and the body. */
  readonly tools?: Part;
};

/** A comment in its box, with its author beside it. */
export function entry(each: Entry): Html {
  return html`<article class="entry" id="${each.id}">
${avatar(each.login)}
<div class="box">
<div class="box-head">${author(each.login)} <span class="muted">${each.did}${
    each.createdAt !== undefined && html` ${time(each.createdAt)}`
  }${each.edited === true && html` · edited`}</span>${
    each.role !== undefined && html`<span class="role">${each.role}</span>`
  }</div>
${each.tools}
<div class="markdown-body">${each.body}</div>
<div class="reactions">${reactions(each.reactions ?? [])}</div>
</div>
</article>`;
}

const PICTURES: Readonly<Record<string, string>> = {
  '+1': '👍',
  '-1': '👎',
  laugh: '😄',
  confused: '😕',
  heart: '❤️',
  hooray: '🎉',
  rocket: '🚀',
  eyes: '👀',
};

/** Each reaction with how many people gave it. */
export function reactions(all: readonly Reaction[]): Part {
  const contents = [...new Set(all.map(({ content }) => content))];
  return contents.map((content) => {
    const people = all.filter((each) => each.content === content).map(({ user }) => user.login);
    return html`<span class="reaction" title="${people.join(', ')}">${PICTURES[content] ?? content} ${people.length}</span>`;
  });
}

/** Something that happened, in one line on the thread. */
export function happening(mark: Icon, text: Part, colour = ''): Html {
  return html`<div class="happening"><span class="dot ${colour}">${icon(mark)}</span><div>${text}</div></div>`;
}

/** Open, Closed, Draft or Merged, in its colour. */
export function pill(
  kind: 'issue' | 'pull',
  state: { state: string; draft?: boolean; merged?: boolean },
): Html {
  if (state.merged === true) return html`<span class="pill merged">${icon('merged')}Merged</span>`;
  if (state.state !== 'open') {
    const mark = kind === 'issue' ? 'check' : 'pull';
    return html`<span class="pill closed-${kind}">${icon(mark)}Closed</span>`;
  }
  if (state.draft === true) return html`<span class="pill draft">${icon('draft')}Draft</span>`;
  return html`<span class="pill open">${icon(kind)}Open</span>`;
}

/** Boxes of the right column: a heading and what stands below it. */
export function sidebar(blocks: readonly { title: string; body: Part }[]): Html {
  return html`<aside class="side">${blocks.map(
    ({ title, body }) =>
      html`<section class="${title.toLowerCase()}"><h3>${title}</h3><div>${body}</div></section>`,
  )}</aside>`;
}

/** A number and its word: `1 file`, `2 files`. */
export const count = (number: number, word: string): string =>
  `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`;

/** Seven digits, as GitHub shows a commit. */
export const shortSha = (sha: string): string => sha.slice(0, 7);

/** Pieces with something between them. */
export function joined(parts: readonly Part[], between: string): Part {
  return parts.map((part, index) => [index > 0 ? new Html(between) : '', part]);
}
