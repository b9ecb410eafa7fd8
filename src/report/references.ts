import { codeSpan, oneLine } from './markdown.js';

/**
 * Everything in plain text that GitHub makes act: an address, a mention or e-mail address, a reference to
 * an issue (`#1`, `owner/repo#1`, `GH-1`) and a commit hash. A closing keyword acts only in front of one of
 * these, so that breaking them breaks all nine keywords in every form.
 * https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 *
 * The look-behinds keep the search linear: a run of letters is tried from its first letter only. Without the
 * flag `u`, under which `ſ` and the sign for kelvin would count as letters of the alphabet, unlike on GitHub.
 */
const REFERENCE = new RegExp(
  [
    '(?:(?<![a-z0-9+.-])[a-z0-9+.-]+)?://[^\\s<>"`|\\\\]*',
    '(?<![a-z0-9])www\\.[^\\s<>"`|\\\\]*',
    '(?:(?<![\\w./+-])[a-z0-9][\\w./+-]*)?@[_-]*[a-z0-9]+(?:[._/-]+[a-z0-9]+)*',
    '(?:(?<![\\w./-])[a-z0-9][\\w./-]*)?#\\d+[a-z0-9]*',
    '(?<![a-z0-9])gh-\\d+[a-z0-9]*',
    '(?<![a-z0-9])[0-9a-f]{7,64}(?![a-z0-9])',
  ].join('|'),
  'gi',
);

/** Text with everything that acts put into code, and the rest passed through `write`. */
export function breakReferences(text: string, write: (plain: string) => string): string {
  const pieces: string[] = [];
  let end = 0;
  for (const match of text.matchAll(REFERENCE)) {
    const { inert, rest } = breakReference(match[0]);
    pieces.push(write(text.slice(end, match.index)), inert, write(rest));
    end = match.index + match[0].length;
  }
  pieces.push(write(text.slice(end)));
  return joinPieces(pieces);
}

/** Joins pieces so that a backtick of one never lengthens a run of the next. */
export function joinPieces(pieces: readonly string[]): string {
  let last = '';
  const spaced = pieces.map((piece) => {
    const gap = last.endsWith('`') && piece.startsWith('`') ? ' ' : '';
    last = piece || last;
    return gap + piece;
  });
  return spaced.join('');
}

function breakReference(reference: string): { inert: string; rest: string } {
  if (!/:\/\/|^www\./i.test(reference)) return { inert: codeSpan(reference), rest: '' };
  // The end of a sentence or of emphasis is not part of an address.
  const address = reference.replace(/[.,;:!?'*_~)\]}]+$/, '');
  return { inert: showAddress(address), rest: reference.slice(address.length) };
}

/** An https address as a link that shows itself; any other, and every one that GitHub would act on, as code. */
export function showAddress(address: string): string {
  return isPlainHttps(address) ? `<${address}>` : codeSpan(address);
}

/**
 * Bare addresses that GitHub does not leave as they are: it makes a reference of an issue or a commit, puts
 * lines of a file in the place of a permanent link to them, and plays a video.
 */
const DRAWN_ADDRESS =
  /\/(?:issues?|pulls?|discussions?|commits?|compare|advisories|blob|blame|user-attachments|assets)(?:[/?#]|$)|\/\/[^/]*\.githubusercontent\.com(?:[/:]|$)/i;

function isPlainHttps(address: string): boolean {
  if (DRAWN_ADDRESS.test(address)) return false;
  const host = 'https:\\/\\/[a-z0-9-]+(?:\\.[a-z0-9-]+)+(?::\\d{1,5})?';
  return new RegExp(`^${host}(?:\\/[\\w.~%+,=&?:\\/-]*)?(?:#[a-z][\\w-]*)?$`, 'i').test(address);
}

/**
 * One line of someone's words as markdown that shows exactly these words: everything that could be
 * markdown is escaped, everything that acts is code.
 */
export function inline(text: string): string {
  return guardStart(escapeText(oneLine(text)));
}

/** Safe markdown that cannot begin a block (a list, a heading) where a line begins with it. */
export function guardStart(line: string): string {
  return line.trim().replace(/^(?=[-+=:])|^(\d{1,9})(?=[.)])/, '$1\\');
}

/** Any piece of a line as markdown that shows exactly these words; white space at its ends stays. */
export function escapeText(text: string): string {
  return breakReferences(text, escapeAll);
}

function escapeAll(plain: string): string {
  return plain
    .replace(/[\\`*_[\]~|$#]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/**
 * One line for places that know no markdown (a title, a commit message): what acts is said in words that
 * do not (`#12` → `no. 12`, `@name` → `name`, a hash → its first six digits, since GitHub links seven).
 */
export function plainWords(text: string): string {
  const words = oneLine(text).replace(
    REFERENCE,
    (reference, offset: number, whole: string) => gapAt(whole, offset) + plainReference(reference),
  );
  return oneLine(
    words.replace(SKIPS_CHECKS, (_, inner, offset: number, whole: string) => gapAt(whole, offset) + inner),
  );
}

/** `@@name`, `#@1` and `@[skip ci]` must not close up to a mention or a reference again. */
function gapAt(whole: string, offset: number): string {
  return /[@#\w/.-]/.test(whole[offset - 1] ?? '') ? ' ' : '';
}

/**
 * Words of a commit message for which checks are left out, here with whatever stands in the brackets. A squash
 * makes a commit message of a title.
 * https://docs.github.com/actions/how-tos/manage-workflow-runs/skip-workflow-runs
 */
const SKIPS_CHECKS = /\[+([^[\]]*\b(?:skip|no|ci)\b[^[\]]*)\]+/gi;

function plainReference(reference: string): string {
  return reference
    .replace(/^[^:]*:\/\//, '')
    .replace(/(?<![a-z0-9])gh-(?=\d)/gi, 'GH no. ')
    .replace(/[#/](?=\d)/g, ' no. ')
    .replace(/^@[_-]*/, '')
    .replace(/[@#]/g, ' ')
    .replace(/(?<![a-z0-9])([0-9a-f]{6})[0-9a-f]+/gi, '$1');
}
