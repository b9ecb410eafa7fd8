import { parseAllDocuments } from 'yaml';
import type { Read } from '../facts.js';
import { isTemplate } from './template.js';

/** Mistakes of the text itself; a tag or a key that somebody's reader knows is none. */
const CERTAIN = new Set([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'BLOCK_IN_FLOW',
  'MISSING_CHAR',
  'TAB_AS_INDENT',
  'UNEXPECTED_TOKEN',
  'BAD_SCALAR_START',
  'MULTILINE_IMPLICIT_KEY',
  'IMPOSSIBLE',
]);

/** Reads YAML: what its first document says. */
export function readYaml(path: string, text: string): Read {
  if (isDeep(text)) return {};
  try {
    const documents = parseAllDocuments(text, {
      logLevel: 'silent',
      uniqueKeys: false,
      strict: false,
      // They show a part of the text for each of thousands of mistakes, of which one is told.
      prettyErrors: false,
    });
    if (!Array.isArray(documents)) return {};
    const wrong = documents.flatMap(({ errors }) => errors).find(({ code }) => CERTAIN.has(code));
    if (wrong === undefined) return { data: documents[0]?.toJS({ maxAliasCount: 50 }) };
    if (isTemplate(text) || isProse(path, text.slice(0, text.indexOf('\n---')), wrong.pos[0])) return {};
    return {
      broken: [{ line: text.slice(0, wrong.pos[0]).split('\n').length, message: plain(wrong.message) }],
    };
  } catch {
    return {}; // Nested deeper than anything that people write, or an alias of aliases.
  }
}

/** A text for people, with data below it: documentation is written so, and nothing that a tool reads as a whole. */
function isProse(path: string, start: string, wrongAt: number): boolean {
  if (/compose|\.github\//.test(path)) return false;
  return wrongAt < start.length && /^[A-Z][^:#\n]{3,}\n/.test(start);
}

/** The first line of the parser's message. */
function plain(message: string): string {
  const [line = ''] = message.split('\n');
  const text = line.replace(/[.:\s]+$/, '');
  return text.slice(0, 1).toLowerCase() + text.slice(1, 120);
}

/** More brackets in each other than anybody writes: the parser's time grows with their square. */
function isDeep(text: string): boolean {
  return /[[{](?:[\s[{]|- ){400}/.test(text) || /(?:- ){200}/.test(text);
}
