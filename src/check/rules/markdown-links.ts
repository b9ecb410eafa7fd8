import type { App } from '../app.js';
import { isMade, Places } from '../config/places.js';
import type { Finding } from '../finding.js';
import type { MarkdownFacts } from '../text/facts.js';
import { code } from '../words.js';
import type { Checked } from './rule.js';

/** Links and images of pages in Markdown lead to files, or to headings of their own page. */
export function checkMarkdownLinks(app: App): Checked {
  const places = new Places(app);
  const findings: Finding[] = [];
  let looked = 0;
  for (const { path, markdown } of app.facts.values()) {
    if (markdown === null || ASIDE.test(path)) continue;
    looked += 1;
    for (const { url, line } of markdown.links) {
      const message = wrongWith(path, url, markdown, places);
      if (message !== null)
        findings.push({ rule: 'references', severity: 'warning', path, line, message, offers: null });
    }
  }
  return { looked, findings };
}

/** Pages that are shown elsewhere than they stand, or are not shown at all. */
const ASIDE =
  /(?:^|\/)(?:node_modules|fixtures?|__fixtures__|test_?data|templates?|tests?|vendor|third_party|_vendor)\//;

function wrongWith(path: string, url: string, { anchors }: MarkdownFacts, places: Places): string | null {
  if (url.startsWith('#')) {
    const anchor = decoded(url.slice(1)).toLowerCase();
    const isKnown = anchor === '' || anchor === 'top' || /^(?:user-content-|l\d|\/|!|:~)/.test(anchor);
    if (isKnown || anchors.size === 0 || anchors.has(anchor)) return null;
    return `${code(path)} links to ${code(url)}, and none of its headings is called so.`;
  }
  const relative = decoded(url.replace(/[?#].*$/, ''));
  // Without an ending it may be a page that a site makes.
  if (!/\.[A-Za-z]\w{0,5}$/.test(relative) || isMade(relative)) return null;
  const ways = [relative, relative.replace(/\.html?$/, '.md'), relative.replace(/\.html?$/, '.rst')];
  if (ways.some((way) => places.has(path, way) !== false)) return null;
  const does = /\.(?:png|jpe?g|gif|svg|webp|ico|avif)$/i.test(relative) ? 'shows' : 'links to';
  return `${code(path)} ${does} ${code(url)}, and there is no such file.`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
