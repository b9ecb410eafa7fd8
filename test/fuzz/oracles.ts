import assert from 'node:assert/strict';
import { checkPath } from '../../src/smol/paths.js';
import { activeReferences, parse, walk } from '../report/reading.js';
import { parseCommand } from '../support/runner/commands.js';

/**
 * Characters that nobody sees; joiners and the selector of an emoji's colours are looked at elsewhere. Signs that stand
 * over or before Arabic, Syriac and Kaithi numbers are format characters, but are seen.
 */
const UNSEEN =
  /(?![\n\t])\p{Cc}|(?![\u200c\u200d])(?![\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}])\p{Cf}(?<![\u{e0020}-\u{e007f}])|[\u2028\u2029\u115f\u1160\u3164\uffa0]|\u034f|\p{Cs}/u;

/** The parser takes seconds for some longer texts, and what acts in a long one acts in a short one. */
const LONGEST_PARSED = 10_000;

const INACTIVE = [
  'image',
  'imageReference',
  'definition',
  'linkReference',
  'footnoteReference',
  'footnoteDefinition',
];

/** Nothing in a text that we publish acts on GitHub but what is ours. */
export function assertInert(markdown: string, ours: readonly string[] = []): void {
  if (markdown.length > LONGEST_PARSED) return;
  const tree = parse(markdown);
  assert.deepEqual(
    activeReferences(tree).filter((found) => !ours.includes(found)),
    [],
  );
  for (const node of walk(tree)) {
    assert.ok(!INACTIVE.includes(node.type), `it holds a ${node.type}`);
    if (node.type === 'link') assert.match(node.url ?? '', /^https?:\/\//);
    if (node.type === 'html') {
      const tags = (node.value ?? '').match(/<!?\/?[a-z-]*/gi) ?? [];
      for (const tag of tags)
        assert.match(tag, /^<(?:!--|\/?(?:details|summary|code|sub|br))$/, node.value ?? '');
    }
  }
}

/** No invisible character and no half of one. */
export function assertVisible(text: string): void {
  const found = UNSEEN.exec(text);
  assert.equal(found, null, `U+${found?.[0].codePointAt(0)?.toString(16)} is there`);
}

/** The runner takes no line of these for a command. */
export function assertNoCommand(text: string): void {
  for (const line of text.split(/\r\n|\r|\n/)) assert.equal(parseCommand(line), undefined, line);
}

/** A path is one that may be written, and is no folder, link or other name of anything. */
export function assertSafePath(path: string): void {
  assert.match(checkPath(path).kind, /^(?:write|draw)$/, path);
  assert.equal(path, path.normalize('NFC'));
  assert.ok(!path.startsWith('/') && !/[\\:]/.test(path), path);
  for (const name of path.split('/')) assert.doesNotMatch(name, /^(?:\.{0,2}|\.git[ .~]*|git~\d)$/i, path);
}
