import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marker, readMarker } from '../../src/report/marker.js';
import { renderPlanComment } from '../../src/report/plan-comment.js';
import { view } from './views.js';

const KEY = '0123456789abcdef';
const TREE = 'a'.repeat(40);
const USAGE = { inputTokens: 8200, cachedTokens: 6100, outputTokens: 2100, costUsd: 0.031, estimated: false };

describe('readMarker', () => {
  test('finds in a comment what was written into it', () => {
    const checkpoint = { key: KEY, tree: TREE };
    const handled = ['r1', 'c22', 'i333'];
    expect(readMarker(renderPlanComment(view({ checkpoint, handled, usage: null })))).toEqual({
      issueNumber: 12,
      checkpoint,
      handled,
      usage: null,
    });
  });

  test('finds whatever was written, the cost to a millionth of a dollar', () => {
    const count = fc.nat({ max: 1e9 });
    const usage = fc.record({
      inputTokens: count,
      cachedTokens: count,
      outputTokens: count,
      costUsd: fc.option(count.map((micro) => micro / 1_000_000)),
      estimated: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.option(usage), fc.option(fc.nat()), (used, issueNumber) => {
        const mark = { issueNumber, checkpoint: null, handled: [], usage: used };
        expect(readMarker(`${marker(mark)}\n\n## x`)).toEqual(mark);
      }),
    );
  });

  test.each([
    ['<!-- smol:v1 issue=12 -->\n\n## x', { issueNumber: 12, checkpoint: null, handled: [], usage: null }],
    ['<!-- smol:v1 issue=12 -->\r\n', { issueNumber: 12, checkpoint: null, handled: [], usage: null }],
    ['<!-- smol:v1 -->', { issueNumber: null, checkpoint: null, handled: [], usage: null }],
    [
      `<!-- smol:v1 issue=12 key=${KEY} checkpoint=${TREE} -->\n`,
      { issueNumber: 12, checkpoint: { key: KEY, tree: TREE }, handled: [], usage: null },
    ],
    [
      '<!-- smol:v1 issue=12 used=8200,6100,2100,31000 -->\n',
      { issueNumber: 12, checkpoint: null, handled: [], usage: USAGE },
    ],
    [
      '<!-- smol:v1 issue=12 used=8200,6100,2100,-~ -->\n',
      { issueNumber: 12, checkpoint: null, handled: [], usage: { ...USAGE, costUsd: null, estimated: true } },
    ],
    ['<!-- smol:v1 issue=12 used=8200,6100,2100 -->\n', null],
    ['<!-- smol:v1 issue=12 used=8200,6100,2100,1e9 -->\n', null],
    [`<!-- smol:v1 issue=12 checkpoint=${TREE} -->\n`, null],
    [`<!-- smol:v1 issue=12 key=${KEY} checkpoint=${TREE.slice(1)} -->\n`, null],
    [`<!-- smol:v1 issue=12 key=${KEY} checkpoint=${TREE}/../x -->\n`, null],
    [
      '<!-- smol:v1 issue=12 handled=r1,c2 -->\n',
      { issueNumber: 12, checkpoint: null, handled: ['r1', 'c2'], usage: null },
    ],
    ['<!-- smol:v1 handled=x1 -->\n', null],
    ['<!-- smol:v1 handled= -->\n', null],
    ['<!-- smol:v1 reply=c123 -->\n', null],
    ['<!-- smol:v1 help -->\n', null],
    [' <!-- smol:v1 issue=12 -->\n', null],
    ['> <!-- smol:v1 issue=12 -->\n', null],
    ['<!-- smol:v1 issue=12 --> x\n', null],
    ['<!-- smol:v2 issue=12 -->\n', null],
    ['<!-- smol:v1 issue=x -->\n', null],
    ['', null],
  ])('reads %j', (body, expected) => {
    expect(readMarker(body)).toEqual(expected);
  });
});
