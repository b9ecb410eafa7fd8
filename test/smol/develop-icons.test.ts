import { describe, expect, test } from 'vitest';
import { drawIcon } from '../../src/icon/draw.js';
import { quoteOf } from '../../src/smol/budget.js';
import { readChange } from '../../src/smol/change.js';
import { develop } from '../../src/smol/develop.js';
import type { DevelopEvent, DevelopRequest } from '../../src/smol/events.js';
import { readPlan } from '../../src/smol/plan.js';
import { type Script, scriptModel } from '../support/scripted-model.js';

const PLAN = `# Counter

## Files
- \`index.html\` (~20) – the page. Uses \`icon-48.png\`, \`sound.mp3\`.
- \`icon-48.png\` – the icon.
- \`favicon.ico\` – another.
- \`sound.mp3\` – a sound.
`;
const PAGE = '<img src="icon-48.png" alt="">\n<audio src="sound.mp3"></audio>\n';
const ICON = drawIcon({ path: 'icon-48.png', name: 'Counter', size: 48, colour: null, isWhole: false });

const good: Script = async ({ path }) => (path === null ? PLAN : PAGE);

async function run(script: Script = good, request: Partial<DevelopRequest> = {}) {
  const model = scriptModel(script);
  const events: DevelopEvent[] = [];
  for await (const event of develop({ prompt: 'a counter', ...request }, model)) events.push(event);
  const last = events.at(-1);
  if (last?.type !== 'done') throw new Error(`The last event is ${last?.type}`);
  return { events, calls: model.calls.length, result: last.result };
}

/** Files that are there already. */
function existing(...paths: string[]): DevelopRequest['existing'] {
  return {
    paths: new Set(paths),
    shown: { paths, morePaths: 0, sources: [] },
    read: async () => null,
  };
}

describe('icons of a plan', () => {
  test('are files of it, drawn once all others are there, and asked of no model', async () => {
    const { events, calls, result } = await run();
    expect(calls).toBe(2);
    expect(result.plan.files.map(({ path }) => path)).toEqual(['index.html', 'icon-48.png', 'favicon.ico']);
    expect([...result.files.keys()]).toEqual(['index.html']);
    expect([...result.drawn.keys()]).toEqual(['icon-48.png', 'favicon.ico']);
    expect(result.drawn.get('icon-48.png')).toEqual(ICON);
    expect(events.slice(-3).map(({ type }) => type)).toEqual(['file.drawn', 'file.drawn', 'done']);
    expect(result.checks.left).toEqual([]);
  });

  test('are there also where a file fails, and where the run goes on from an earlier one', async () => {
    const failing = await run(async ({ path }) => {
      if (path !== null) throw new Error('no');
      return PLAN;
    });
    expect(failing.result.failed).toHaveLength(1);
    expect(failing.result.drawn.size).toBe(2);
    const files = new Map([
      ['index.html', PAGE],
      ['icon-48.png', 'no picture'],
    ]);
    const again = await run(good, { resume: { plan: PLAN, files } });
    expect(again.calls).toBe(0);
    expect(again.result.drawn.get('icon-48.png')).toEqual(ICON);
    expect([...again.result.files.keys()]).toEqual(['index.html']);
  });

  test('that are there already stay, unless an earlier run drew them', async () => {
    const paths = existing('icon-48.png', 'a.js');
    const { result } = await run(good, { existing: paths });
    expect([...result.drawn.keys()]).toEqual(['favicon.ico']);
    expect(result.plan.refused).toContainEqual({
      path: 'icon-48.png',
      reason: 'the picture that is there stays as it is',
    });
    expect(result.unmade.map(({ path }) => path)).toEqual(['sound.mp3']);
    const again = await run(good, { existing: paths, drawn: new Set(['icon-48.png']) });
    expect(again.result.drawn.size).toBe(2);
  });

  test('cost nothing', async () => {
    const model = scriptModel(good);
    const [all, without] = [PLAN, PLAN.replace(/^- `(?:icon|fav).*\n/gm, '')].map((text) =>
      readPlan(text, { protectedPaths: [], maxFiles: 9 }),
    );
    if (all === undefined || 'unreadable' in all || without === undefined || 'unreadable' in without)
      throw all;
    const same = { ...all, text: '' };
    const request = { prompt: 'a counter' };
    expect((await quoteOf(model, request, same)).tokens).toBe(
      (await quoteOf(model, request, { ...without, text: '' })).tokens,
    );
  });
});

test('a binary file of the plan is told with who names it, unless it is there', async () => {
  expect((await run()).result.unmade).toEqual([
    { path: 'sound.mp3', usedBy: [{ path: 'index.html', line: 2 }] },
  ]);
  expect((await run(good, { existing: existing('sound.mp3') })).result.unmade).toEqual([]);
});

test.each([
  ['add', '- `icon-48.png` – add – an icon.', [], true],
  ['add where there is one', '- `icon-48.png` – add – an icon.', ['icon-48.png'], false],
  ['change', '- `icon-48.png` – change – in red.', ['icon-48.png'], false],
  ['move', '- `icon-48.png` – rename from `icon.png` – nothing else.', ['icon.png'], true],
  ['make of a drawing', '- `icon-48.png` – rename from `icon.svg` – as PNG.', ['icon.svg'], false],
  ['take away', '- `icon-48.png` – delete – not needed.', ['icon-48.png'], true],
])('a change can %s: %s', (_, line, there, isMade) => {
  const rules = { protectedPaths: [], maxFiles: 9, existing: new Set(there) };
  const change = readChange(`## Change\n\n## Files\n${line}\n\n## Replies\n1. Done.\n`, 1, rules);
  if ('unreadable' in change) throw new Error(change.unreadable);
  expect(change.files.map(({ path }) => path)).toEqual(isMade ? ['icon-48.png'] : []);
  expect(change.refused.map(({ path }) => path)).toEqual(isMade ? [] : ['icon-48.png']);
});
