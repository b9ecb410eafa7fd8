import { describe, expect, test } from 'vitest';
import { quoteOf } from '../../src/smol/budget.js';
import { develop } from '../../src/smol/develop.js';
import type {
  DevelopEvent,
  DevelopRequest,
  DevelopResult,
  ExistingRepository,
  Plan,
} from '../../src/smol/events.js';
import { editMessages, fileMessages, planMessages } from '../../src/smol/prompts.js';
import { type Script, type ScriptedModel, scriptModel } from '../support/scripted-model.js';

const PLAN = `# Sort the list
Names come in order.

## Contract
\`sorted(names: string[]): string[]\` of \`src/sort.js\`.

## Files
- \`src/sort.js\` (new, ~30) – sorts. Uses \`src/names.js\`.
- \`src/list.js\` (change, ~4) – shows them in order. Uses \`src/sort.js\`, \`src/names.js\`.
- \`README.md\` (changed) – says so.
`;

const FILES: Record<string, string | null> = {
  'src/list.js': 'import { names } from "./names.js";\r\nshow(names);\r\n',
  'src/names.js': 'export const names = ["b", "a"];\n',
  'README.md': '# Names\n',
  'logo.png': null,
};

function existing(files = FILES): ExistingRepository & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    paths: new Set(Object.keys(files)),
    shown: {
      paths: Object.keys(files),
      morePaths: 2,
      sources: [{ path: 'README.md', content: '# Names\n' }],
    },
    read: async (path) => {
      asked.push(path);
      return files[path] ?? null;
    },
  };
}

const edit = (search: string, replace: string) =>
  `<<<<<<< SEARCH\n${search}\n=======\n${replace}\n>>>>>>> REPLACE\n`;

const REPLIES: Record<string, string> = {
  'src/sort.js': 'export const sorted = (names) => names.toSorted();\n',
  'src/list.js': edit('show(names);', 'show(sorted(names));'),
  'README.md': 'UNCHANGED',
};

const good: Script = async ({ path }) => (path === null ? PLAN : (REPLIES[path] ?? ''));

async function run(model: ScriptedModel, request: Partial<DevelopRequest> = {}) {
  const events: DevelopEvent[] = [];
  for await (const event of develop({ prompt: 'sort', ...request }, model)) events.push(event);
  return { events, result: resultOf(events) };
}

function resultOf(events: readonly DevelopEvent[]): DevelopResult {
  const last = events.at(-1);
  if (last?.type !== 'done') throw new Error(`The last event is ${last?.type}`);
  return last.result;
}

function sentFor(model: ScriptedModel, path: string | null) {
  return model.calls.find((call) => call.path === path)?.request.messages;
}

describe('in an existing repository', () => {
  const brief = { prompt: 'sort', isExisting: true };

  test('the planner is shown it; files that are there are edited, others written, those that need it not left', async () => {
    const model = scriptModel(good);
    const there = existing();
    const { events, result } = await run(model, { existing: there });
    expect(sentFor(model, null)).toEqual(planMessages(brief, there.shown));
    expect(result.plan.files.map(({ path, action }) => [path, action])).toEqual([
      ['src/sort.js', 'add'],
      ['src/list.js', 'change'],
      ['README.md', 'change'],
    ]);
    expect([...result.files]).toEqual([
      ['src/sort.js', REPLIES['src/sort.js']],
      ['src/list.js', 'import { names } from "./names.js";\r\nshow(sorted(names));\r\n'],
    ]);
    expect(events).toContainEqual({ type: 'file.unchanged', path: 'README.md' });
    expect(result.failed).toEqual([]);
  });

  test('each file comes with those it uses that are there, and each is read once', async () => {
    const model = scriptModel(good);
    const there = existing();
    await run(model, { existing: there });
    const names = { path: 'src/names.js', content: FILES['src/names.js'] ?? '' };
    const list = { path: 'src/list.js', content: FILES['src/list.js'] ?? '' };
    expect(sentFor(model, 'src/sort.js')).toEqual(fileMessages(brief, PLAN, 'src/sort.js', [names]));
    expect(sentFor(model, 'src/list.js')).toEqual(editMessages(brief, PLAN, list, { uses: [names] }));
    expect([...there.asked].sort()).toEqual(['README.md', 'src/list.js', 'src/names.js']);
  });

  test('files that a file uses are shown whole, as many as there is room for, first named first', async () => {
    const sizes = { 'a.txt': 30_000, 'b.txt': 40_000, 'c.txt': 20_000 };
    const files = Object.fromEntries(
      Object.entries(sizes).map(([path, size]) => [path, `${path} `.padEnd(size, 'x')]),
    );
    const plan = '# All\n\n## Files\n- `d.txt` (new, ~9) – all. Uses `a.txt`, `b.txt`, `c.txt`.\n';
    const model = scriptModel(async ({ path }) => (path === null ? plan : 'all\n'));
    await run(model, { existing: existing(files) });
    const sent = sentFor(model, 'd.txt')?.at(-1)?.content ?? '';
    expect(sent).toContain('<file path="a.txt">');
    expect(sent).not.toContain('<file path="b.txt">');
    expect(sent).toContain('<file path="c.txt">');
  });

  test('a file that is no text fails by name, and the others are made', async () => {
    const plan = `${PLAN}- \`data.csv\` (change, ~1) – one more.\n`;
    const model = scriptModel(async (call) => (call.path === null ? plan : good(call)));
    const { result } = await run(model, { existing: existing({ ...FILES, 'data.csv': null }) });
    expect(result.failed).toMatchObject([
      {
        path: 'data.csv',
        error: { name: 'NotEditableError', message: expect.stringContaining('`data.csv` cannot be changed') },
      },
    ]);
    expect(result.files.size).toBe(2);
    expect(sentFor(model, 'data.csv')).toBeUndefined();
  });

  test('S37 a protected file that is there is made as a whole, for a person to take over', async () => {
    const ci = '.github/workflows/ci.yml';
    const plan = `# CI\n\n## Files\n- \`${ci}\` (change, ~2) – runs on main.\n`;
    const model = scriptModel(async ({ path }) => (path === null ? plan : edit('on: push', 'on: [push]')));
    const { result } = await run(model, { existing: existing({ [ci]: 'name: ci\non: push\n' }) });
    expect(result.plan.files).toMatchObject([{ path: ci, action: 'change', setAside: expect.any(String) }]);
    expect(result.files.get(ci)).toBe('name: ci\non: [push]\n');
  });

  test('a plan without a list is asked for one that says what is new', async () => {
    const files = [
      { path: 'src/sort.js', lines: 30, description: 'sorts', uses: ['src/names.js', 'gone.js'] },
      { path: 'src/list.js', lines: 4, description: 'in order', uses: ['src/sort.js'] },
    ];
    const model = scriptModel(async (call) => (call.path === null ? '# Sort\nWords.' : good(call)), {
      files,
    });
    const { result } = await run(model, { existing: existing() });
    expect(result.plan.text).toContain('- `src/sort.js` (new, ~30) – sorts Uses `src/names.js`.');
    expect(result.plan.text).toContain('- `src/list.js` (change, ~4) – in order');
    expect(result.plan.files).toMatchObject([{ action: 'add' }, { action: 'change' }]);
  });

  test('a resumed run takes over edited files as they are, line ends included, if nothing speaks against them', async () => {
    const edited = 'import { names } from "./names.js";\r\nshow(names.sort());\r\n';
    const resume = { plan: PLAN, files: new Map([['src/list.js', edited]]) };
    const model = scriptModel(good);
    const { events, result } = await run(model, { existing: existing(), resume });
    expect(result.files.get('src/list.js')).toBe(edited);
    expect(events).toContainEqual({ type: 'file.done', path: 'src/list.js', content: edited, reused: true });
    expect(model.calls.map(({ path }) => path).sort()).toEqual(['README.md', 'src/sort.js']);

    const hidden = { plan: PLAN, files: new Map([['src/list.js', `${edited}// \u202e\r\n`]]) };
    const again = scriptModel(good);
    await run(again, { existing: existing(), resume: hidden });
    expect(sentFor(again, 'src/list.js')).toBeDefined();
  });

  test('an empty one is none: every call is as if there were no repository', async () => {
    const script: Script = async ({ path }) => (path === null ? PLAN : 'x\n');
    const [without, within] = [scriptModel(script), scriptModel(script)];
    const { result } = await run(without);
    const inEmpty = await run(within, { existing: existing({}) });
    expect(inEmpty.result.plan).toEqual(result.plan);
    expect(result.plan.files.every(({ action }) => action === 'add')).toBe(true);
    const sent = ({ calls }: ScriptedModel) => calls.map(({ request }) => request.messages);
    expect(sent(within)).toEqual(sent(without));
  });
});

describe('pictures of the request', () => {
  const images = ['data:image/png;base64,AA==', 'data:image/png;base64,BB=='];

  test('go with the request to the planner and to nobody else', async () => {
    const model = scriptModel(async ({ path }) => (path === null ? PLAN : 'x\n'));
    await run(model, { images });
    const [plan, ...files] = model.calls.map(({ request }) => request.messages);
    expect(plan?.map((message) => message.images)).toEqual([undefined, images, undefined]);
    expect(files.flat().filter((message) => message.images !== undefined)).toEqual([]);
  });

  test('that the model does not take are told of once', async () => {
    const model = scriptModel(async ({ path, request, index }) => {
      request.onImagesUnseen?.(2);
      if (path !== null) return 'x\n';
      return index === 0 ? { text: PLAN.slice(0, 50), finishReason: 'length' } : PLAN.slice(50);
    });
    const { events } = await run(model, { images });
    expect(events.filter(({ type }) => type === 'images.unseen')).toEqual([
      { type: 'images.unseen', count: 2 },
    ]);
  });
});

describe('a request that has become different', () => {
  const OLD = `# Names
## Contract
\`show(names)\` of \`list.js\`.

## Files
- \`list.js\` (~20) – shows names. Uses \`names.js\`.
- \`names.js\` (~5) – names.
- \`style.css\` (~9) – looks.
- \`old.js\` (~9) – goes.
`;
  const NEW = OLD.replace('– names.', '– names, and their order.')
    .replace(/- `old.*\n/, '')
    .concat('- `sort.js` (~9) – sorts.\n');
  const files = new Map([
    ['list.js', 'import "./names.js";\nexport function show() {}\n'],
    ['names.js', 'export const names = ["b", "a"];\n'],
    ['style.css', 'p {}\n'],
    ['old.js', 'old();\n'],
  ]);
  const previous = { plan: OLD, files, remarks: 'Please sort.' };
  const script: Script = async ({ path }) => {
    if (path === null) return NEW;
    if (path === 'names.js')
      return edit('export const names = ["b", "a"];', 'export const names = ["a", "b"];');
    return path === 'sort.js' ? 'sort();\n' : 'UNCHANGED';
  };

  test('is planned again with the remarks; what the plan says the same of is taken over, the rest edited', async () => {
    const model = scriptModel(script);
    const { events, result } = await run(model, { previous });
    const ask = sentFor(model, null)?.at(-1)?.content ?? '';
    expect(ask).toContain(OLD);
    expect(ask).toContain('Please sort.');
    expect(Object.fromEntries(result.files)).toEqual({
      'list.js': files.get('list.js'),
      'names.js': 'export const names = ["a", "b"];\n',
      'style.css': 'p {}\n',
      'sort.js': 'sort();\n',
    });
    const reused = events.flatMap((event) => (event.type === 'file.done' && event.reused ? event.path : []));
    expect(reused).toEqual(['style.css']);
    expect(sentFor(model, 'names.js')?.at(-1)?.content).toContain(files.get('names.js'));
    expect(sentFor(model, 'sort.js')?.at(-1)?.content).toContain('Write `sort.js`');
    expect(model.calls.map(({ path }) => path).sort()).toEqual(
      ['list.js', 'names.js', 'sort.js', null].sort(),
    );
  });

  test('goes on where it stopped, without planning again', async () => {
    const model = scriptModel(script);
    const resume = { plan: NEW, files: new Map([['names.js', 'export const names = [];\n']]) };
    const { result } = await run(model, { previous, resume });
    expect(model.calls.map(({ path }) => path).sort()).toEqual(['list.js', 'sort.js']);
    expect(result.files.get('names.js')).toBe('export const names = [];\n');
  });

  test('S70 takes nothing over that a model could not have written', async () => {
    const spoilt = new Map([...files, ['style.css', 'p {} /* \u202e */\n']]);
    const model = scriptModel(async (call) => (call.path === 'style.css' ? 'q {}\n' : script(call)));
    await run(model, { previous: { ...previous, files: spoilt } });
    expect(sentFor(model, 'style.css')).toBeDefined();
  });

  test('makes every file again by edits when the older plan cannot be read', async () => {
    const model = scriptModel(script);
    const { result } = await run(model, { previous: { ...previous, plan: 'Words.' } });
    expect(model.calls).toHaveLength(5);
    expect(result.files.get('style.css')).toBe('p {}\n');
  });
});

describe('the quote of a plan', () => {
  const planned = async (request: Partial<DevelopRequest>): Promise<Plan> => {
    for await (const event of develop({ prompt: 'sort', ...request }, scriptModel(good))) {
      if (event.type === 'plan.done') return event.plan;
    }
    return expect.fail('no plan');
  };

  test('bounds what making its files takes, in tokens and money', async () => {
    const model = scriptModel(good);
    const plan = await planned({});
    const quote = await quoteOf(model, { prompt: 'sort' }, plan);
    // Three files, each with the plan and three times its lines: 30, 4 and 120 that are assumed.
    const output = 3 * 12 * (30 + 4 + 120);
    // One of them is shown again, and written again.
    const repair = 2 * 12 * 120;
    expect(quote.tokens).toBeGreaterThan(output + repair + 4 * 200);
    expect(quote.tokens).toBeLessThan(output + repair + 4 * 1_200);
    expect(quote.costUsd).toBe(quote.tokens / 1_000);
    expect(await quoteOf({ ...model, cost: () => null }, { prompt: 'sort' }, plan)).toEqual({
      tokens: quote.tokens,
      costUsd: null,
    });
  });

  test('counts what edited files hold and what they use, and their edits by no more than the file', async () => {
    const long = 'const line = 1;\n'.repeat(2_000);
    const small = { existing: existing() };
    const large = { existing: existing({ ...FILES, 'src/names.js': long }) };
    const plan = await planned(small);
    const [less, more] = [
      await quoteOf(scriptModel(good), { prompt: 'sort', ...small }, plan),
      await quoteOf(scriptModel(good), { prompt: 'sort', ...large }, plan),
    ];
    // Two files use it.
    expect(more.tokens - less.tokens).toBeGreaterThan(2 * 2_000 * 4);
    // Three times what is assumed of `README.md` alone would be more, without the one file that may be mended.
    expect(less.tokens).toBeLessThan(4 * 120 * 12);
  });

  test('counts nothing for files that are kept, and asks nobody', async () => {
    const model = scriptModel(good);
    const plan = await planned({});
    const files = new Map(plan.files.map(({ path }) => [path, 'x\n']));
    const resume = { plan: plan.text, files };
    expect(await quoteOf(model, { prompt: 'sort', resume }, plan)).toEqual({ tokens: 0, costUsd: 0 });
    files.delete('README.md');
    const left = await quoteOf(model, { prompt: 'sort', resume }, plan);
    expect(left.tokens).toBeGreaterThan(3 * 120 * 12);
    expect(model.calls).toHaveLength(0);
  });

  test('S69 holds a run whose caps it is, and the run fits into it', async () => {
    const request = { prompt: 'sort', existing: existing() };
    const plan = await planned(request);
    const resume = { plan: plan.text, files: new Map<string, string>() };
    const { tokens, costUsd } = await quoteOf(scriptModel(good), { ...request, resume }, plan);
    const limits = { maxTotalTokens: tokens, maxCostUsd: costUsd };
    const { result } = await run(scriptModel(good), { ...request, resume, limits });
    expect(result.failed).toEqual([]);
    expect(result.usage.inputTokens + result.usage.outputTokens).toBeLessThanOrEqual(tokens);
  });
});
