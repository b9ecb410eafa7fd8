import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { highlight } from './highlight.js';
import { Html } from './html.js';
import { mapAddresses, readTokens, type Token, writeTokens } from './sanitise.js';

/** Where a text stands: what its references and addresses mean. */
export type Place = {
  /** `owner/name`. */
  readonly repository: string;
  /** What the addresses of the emulated GitHub begin with; they are made relative, so that they stay on this site. */
  readonly serverUrl: string;
};

const INLINE = new Set(
  'a b strong i em code del s strike sub sup ins kbd q samp var tt span abbr img input'.split(' '),
);

/** What a person or a model wrote below an issue, as GitHub shows it: a line end is a line end. */
export function comment(source: string, place: Place): Html {
  return render(source, place, (tokens) => breakLines(tokens));
}

/** A file or the summary of a run: lines of a paragraph run on. Relative links lead into the branch. */
export function document(source: string, place: Place, branch: string): Html {
  const folder = `/${place.repository}/blob/${branch}/`;
  return render(source, place, (tokens) =>
    mapAddresses(tokens, (address) =>
      /^(?:[a-z]+:|[/#])/i.test(address) ? address : folder + address.replace(/^\.\//, ''),
    ),
  );
}

function render(source: string, place: Place, finish: (tokens: readonly Token[]) => readonly Token[]): Html {
  const written = micromark(source, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  const home = `${place.serverUrl}/`;
  const local = mapAddresses(readTokens(written), (address) =>
    address.startsWith(home) ? address.slice(home.length - 1) : address,
  );
  return new Html(decorate(writeTokens(finish(linkReferences(local, place)))));
}

/** `#1` in plain text leads to the issue. Mentions stay plain: these people are not here. */
function linkReferences(tokens: readonly Token[], { repository }: Place): readonly Token[] {
  let depth = 0;
  return tokens.flatMap((token): readonly Token[] => {
    if (token.kind !== 'text') {
      if (/^(?:a|code|pre)$/.test(token.name)) depth += token.kind === 'open' ? 1 : -1;
      return [token];
    }
    if (depth > 0) return [token];
    return token.text.split(/(?<![\w&/#])(#\d{1,9})\b/).flatMap((text, index): readonly Token[] => {
      if (index % 2 === 0) return text === '' ? [] : [{ kind: 'text', text }];
      const href = `/${repository}/issues/${text.slice(1)}`;
      return [
        { kind: 'open', name: 'a', attributes: new Map([['href', href]]) },
        { kind: 'text', text },
        { kind: 'close', name: 'a' },
      ];
    });
  });
}

const BREAK: Token = { kind: 'open', name: 'br', attributes: new Map() };

/** A line end between two pieces of a line becomes a break, unless one stands there already. */
function breakLines(tokens: readonly Token[]): readonly Token[] {
  let preformatted = 0;
  return tokens.flatMap((token, index): readonly Token[] => {
    if (token.kind !== 'text') {
      if (token.name === 'pre') preformatted += token.kind === 'open' ? 1 : -1;
      return [token];
    }
    if (preformatted > 0) return [token];
    const lines = token.text.split('\n');
    return lines.flatMap((line, at): readonly Token[] => {
      if (at === 0) return [{ kind: 'text', text: line }];
      const before = lines[at - 1]?.trim() !== '' || (at === 1 && isInline(tokens[index - 1]));
      const after = line.trim() !== '' || (at === lines.length - 1 && isInline(tokens[index + 1]));
      const text: Token = { kind: 'text', text: `\n${line}` };
      return before && after ? [BREAK, text] : [text];
    });
  });
}

function isInline(token: Token | undefined): boolean {
  return token !== undefined && token.kind !== 'text' && INLINE.has(token.name);
}

/** What GitHub makes of harmless HTML: coloured code, pictures of mermaid, alerts, task lists. */
function decorate(harmless: string): string {
  return harmless
    .replace(/<pre><code(?: class="language-([^"]+)")?>([^<]*)<\/code><\/pre>/g, (_all, language, code) =>
      language === 'mermaid'
        ? `<div class="mermaid" data-source="${code.replaceAll('"', '&quot;')}"><pre><code>${code}</code></pre></div>`
        : `<pre><code>${highlight(decodeText(code), language ?? '')}</code></pre>`,
    )
    .replace(
      /<blockquote>\n<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:<br>)?\n/g,
      (_all, kind: string) =>
        `<blockquote class="markdown-alert markdown-alert-${kind.toLowerCase()}">` +
        `<p class="markdown-alert-title">${kind.charAt(0)}${kind.slice(1).toLowerCase()}</p>\n<p>`,
    )
    .replace(
      /<li>(\n?(?:<p>)?)<input type="checkbox"/g,
      '<li class="task-list-item">$1<input type="checkbox"',
    )
    .replace(/<ul>(?=\n<li class="task-list-item">)/g, '<ul class="contains-task-list">');
}

/** What micromark encodes: https://github.com/micromark/micromark/tree/main/packages/micromark-util-encode */
function decodeText(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
