import highlighter from 'highlight.js/lib/common';
import { escapeHtml, Html } from './html.js';

/** Longer texts are shown without colours: a reader waits for them otherwise. */
const MOST_CHARACTERS = 100_000;

/** Source text with its words coloured, in a language by name or file ending (`ts`, `python`); plain when unknown. */
export function highlight(source: string, language: string): Html {
  const known = highlighter.getLanguage(language) !== undefined && source.length <= MOST_CHARACTERS;
  return new Html(known ? highlighter.highlight(source, { language }).value : escapeHtml(source));
}

/** The lines of a file, each one HTML of its own. */
export function highlightLines(content: string, path: string): readonly Html[] {
  const ending = /\.([\w-]+)$/.exec(path)?.[1] ?? '';
  const open: string[] = [];
  return highlight(content.replace(/\n$/, ''), ending)
    .text.split('\n')
    .map((line) => {
      const before = open.join('');
      for (const [tag] of line.matchAll(/<span[^>]*>|<\/span>/g)) {
        if (tag === '</span>') open.pop();
        else open.push(tag);
      }
      return new Html(before + line + '</span>'.repeat(open.length));
    });
}
