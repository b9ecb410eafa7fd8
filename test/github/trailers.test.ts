import { expect, test } from 'vitest';
import { readTrailers, writeTrailers } from '../../src/github/branch/trailers.js';

const key = '0123456789abcdef';
const record = 'a'.repeat(40);
const handled = ['r1', 'c22', 'i333'];
const undone = 'b'.repeat(40);
const plain = { handled: [], undone: null };

test('what a commit says of itself is read back', () => {
  const written = writeTrailers({
    key,
    record,
    issueNumber: 3,
    handled,
    undone,
    runUrl: 'https://example.org/1',
  });
  const message = `A game\n\n${Object.entries(written)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n`;
  expect(readTrailers(message)).toEqual({ key, record, issueNumber: 3, handled, undone });
});

test.each([
  ['a commit without trailers', 'A game'],
  ['a key alone', `A game\n\nSmol-Key: ${key}`],
  ['a key that is none', `A game\n\nSmol-Key: ${key}00\nSmol-Record: ${record}`],
])('%s is not ours', (_, message) => {
  expect(readTrailers(message)).toBeNull();
});

test('a run without an issue names none', () => {
  expect(writeTrailers({ key, record, issueNumber: null, ...plain, runUrl: 'x' })).not.toHaveProperty(
    'Smol-Issue',
  );
});

test.each(['Smol-Issue: 99', 'Smol-Key: ffffffffffffffff', `Smol-Record: ${'f'.repeat(40)}`])(
  'S70 a title that looks like a trailer is none: %s',
  (title) => {
    const written = writeTrailers({ key, record, issueNumber: 3, ...plain, runUrl: 'https://example.org/1' });
    const lines = Object.entries(written).map(([name, value]) => `${name}: ${value}`);
    const message = [title, `${title} in the middle`, lines.join('\n')].join('\n\n');
    expect(readTrailers(message)).toEqual({ key, record, issueNumber: 3, ...plain });
    expect(readTrailers(message.replaceAll('\n', '\r\n'))).toEqual({ key, record, issueNumber: 3, ...plain });
  },
);

test('keys of remarks that are none are not read', () => {
  const message = `A\n\nSmol-Key: ${key}\nSmol-Record: ${record}\nSmol-Handled: r1 x2 c i3 ${'9'.repeat(30)}`;
  expect(readTrailers(message)?.handled).toEqual(['r1', 'i3']);
});
