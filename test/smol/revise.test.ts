import { describe, expect, test } from 'vitest';
import { KeyRejectedError, RefusedError } from '../../src/model/errors.js';
import { BudgetExceededError } from '../../src/smol/errors.js';
import type { DevelopEvent, DevelopResult, ReviseRequest } from '../../src/smol/events.js';
import { revise } from '../../src/smol/revise.js';
import { type Script, type ScriptedModel, scriptModel } from '../support/scripted-model.js';

const FILES: Record<string, string> = {
  'index.html': '<script type="module" src="src/app.js"></script>\n',
  'src/app.js': "import { total } from './model.js';\nshow(total());\n",
  'src/model.js': 'export function total() {\r\n  return 1;\r\n}\r\n',
  'src/old.js': 'export const VAT = 19;\n',
  'src/tax.js': "import { VAT } from './old.js';\n",
  'tests/model.test.js': "import { total } from '../src/model.js';\ntest(total() === 1);\n",
  'package.json': '{ "files": ["src/old.js"] }\n',
  'dist/bundle.js': "import './model.js'; from '../src/model.js'\n",
  'README.md': '# Sums\n',
};

const PLAN = `# Sums
Adds up.

## Files
- \`src/app.js\` (~20) – shows. Uses \`src/model.js\`.
- \`src/model.js\` (~90) – adds up.
- \`index.html\` (~9) – the page. Uses \`src/app.js\`.
- \`README.md\` (~5) – how to start it. Uses \`src/old.js\`.
`;

const change = (files: string, replies = '1. Done.') =>
  `## Change\n- \`total(a, b)\`.\n\n## Files\n${files}\n\n## Replies\n${replies}\n`;

const edit = (from: string, to: string) => `<<<<<<< SEARCH\n${from}\n=======\n${to}\n>>>>>>> REPLACE\n`;

const EDITS: Record<string, string> = {
  'src/model.js': edit('  return 1;', '  return 2;'),
  'tests/model.test.js': edit('test(total() === 1);', 'test(total() === 2);'),
};

/** The path that a call asks for; null for a plan. */
function askedFor({ request }: Parameters<Script>[0]): string | null {
  const ask = request.messages.findLast((message) => message.role === 'user')?.content ?? '';
  return /\n(?:Change|Write) `([^`]+)`, (?:the file above|from its first)/.exec(ask)?.[1] ?? null;
}

const answering =
  (plan: string, answers: Record<string, string> = EDITS): Script =>
  async (call) => {
    const path = askedFor(call);
    return path === null ? plan : (answers[path] ?? 'UNCHANGED');
  };

function requestOf(request: Partial<ReviseRequest> = {}, files = FILES): ReviseRequest {
  const paths = Object.keys(files);
  const shown = { paths, morePaths: 0, sources: [] };
  const read = async (path: string) => files[path] ?? null;
  const existing = { paths: new Set(paths), shown, read };
  return {
    prompt: 'sums',
    plan: PLAN,
    changes: [],
    remarks: [{ text: 'Two!', where: null }],
    existing,
    ...request,
  };
}

async function run(model: ScriptedModel, request: Partial<ReviseRequest> = {}, files = FILES) {
  const events: DevelopEvent[] = [];
  for await (const event of revise(requestOf(request, files), model)) events.push(event);
  const last = events.at(-1);
  if (last?.type !== 'done') return expect.fail(`The last event is ${last?.type}`);
  return { events, result: last.result };
}

const asked = (model: ScriptedModel) => model.calls.map(askedFor).filter((path) => path !== null);
const actionsOf = ({ plan }: DevelopResult) => plan.files.map(({ action, path }) => `${action} ${path}`);

describe('a revision', () => {
  test('changes what the plan of the change names, byte for byte but for the edit, and who uses it', async () => {
    const model = scriptModel(answering(change('- `src/model.js` – change – two.')));
    const { result, events } = await run(model);
    expect(actionsOf(result)).toEqual([
      'change src/model.js',
      'change src/app.js',
      'change tests/model.test.js',
    ]);
    expect(result.plan.files[2]?.description).toBe('uses `src/model.js`, which changes');
    expect([...result.files]).toEqual([
      ['src/model.js', 'export function total() {\r\n  return 2;\r\n}\r\n'],
      ['tests/model.test.js', "import { total } from '../src/model.js';\ntest(total() === 2);\n"],
    ]);
    expect(events).toContainEqual({ type: 'file.unchanged', path: 'src/app.js' });
    expect(result.plan.replies).toEqual(['Done.']);
    expect(result.failed).toEqual([]);
    expect(result.usage.inputTokens).toBe(400);
  });

  test('shows the planner the repository and the remarks, and every writer the same bytes up to its file', async () => {
    const model = scriptModel(answering(change('- `src/model.js` – change – two.')));
    const where = { path: 'src/model.js', line: 2, hunk: '@@ -1 +1 @@' };
    await run(model, {
      instructions: 'Use tabs.',
      remarks: [{ text: 'Two!', where }],
      changes: ['## Change\nOne.'],
    });
    const [plan = '', ...writers] = model.calls.map(({ request }) =>
      request.messages.map(({ content }) => content).join('\0'),
    );
    for (const part of ['Use tabs.', 'Two!', '@@ -1 +1 @@', 'src/old.js', '## Change\nOne.'])
      expect(plan).toContain(part);
    const [first = ''] = writers;
    const shared = first.slice(0, first.lastIndexOf('## Replies'));
    expect(shared).toContain('`total(a, b)`');
    for (const writer of writers) expect(writer.startsWith(shared)).toBe(true);
  });

  test('shows each writer the files that its file uses as they are', async () => {
    const model = scriptModel(
      answering(change('- `src/model.js` – change – two.\n- `src/new.js` – add – x. Uses `src/old.js`.')),
    );
    await run(model);
    const shown = (path: string) =>
      model.calls.find((call) => askedFor(call) === path)?.request.messages.at(-1)?.content ?? '';
    expect(shown('tests/model.test.js')).toContain('<file path="src/model.js">\nexport function');
    expect(shown('src/new.js')).toContain('<file path="src/old.js">\nexport const VAT');
    expect(shown('src/model.js')).not.toContain('<file path="src/old.js">');
  });

  test('adds, renames with an edit, deletes; who uses an old path is asked, manifests as well', async () => {
    const list =
      '- `src/new.js` – add – x.\n- `src/vat.js` – rename from `src/old.js` – 20.\n- `index.html` – delete – x.';
    const model = scriptModel(
      answering(change(list), {
        'src/new.js': 'new();\n',
        'src/vat.js': edit('export const VAT = 19;', 'export const VAT = 20;'),
      }),
    );
    const { result } = await run(model);
    expect(actionsOf(result)).toEqual([
      'add src/new.js',
      'rename src/vat.js',
      'delete index.html',
      'change src/tax.js',
      'change package.json',
      'change README.md',
    ]);
    expect(result.plan.files[3]?.description).toBe('uses `src/old.js`, which is renamed to `src/vat.js`');
    expect([...result.files]).toEqual([
      ['src/new.js', 'new();\n'],
      ['src/vat.js', 'export const VAT = 20;\n'],
    ]);
    expect(asked(model)).not.toContain('index.html');
  });

  test('a file that is only renamed is written at its new path', async () => {
    const model = scriptModel(answering(change('- `src/vat.js` – rename from `src/old.js`')));
    const { result } = await run(model);
    expect([...result.files]).toEqual([['src/vat.js', FILES['src/old.js']]]);
  });

  test('that nobody asks for makes nothing and asks no more', async () => {
    const model = scriptModel(answering(change('None', '1. –')));
    const { result, events } = await run(model);
    expect(model.calls).toHaveLength(1);
    expect(result).toMatchObject({ plan: { files: [], replies: [null] }, failed: [] });
    expect(result.files.size).toBe(0);
    expect(events.map(({ type }) => type)).toEqual([
      'plan.start',
      'plan.delta',
      'usage',
      'plan.done',
      'done',
    ]);
  });

  test('asks with a schema for the list of a plan that cannot be read', async () => {
    const list = {
      files: [{ path: 'src/model.js', action: 'Modify', renamed_from: '', description: 'two', uses: [] }],
      replies: [
        { remark: 1, reply: 'Done.' },
        { remark: 2, reply: '–' },
      ],
    };
    const model = scriptModel(answering('I will change the model.'), list);
    const remark = { text: 'x', where: null };
    const { result, events } = await run(model, { remarks: [remark, remark, remark] });
    expect(model.objectCalls).toHaveLength(1);
    expect(events.map(({ type }) => type)).toContain('plan.list');
    expect(result.plan.replies).toEqual(['Done.', null, '']);
    expect(result.plan.text).toContain(
      'I will change the model.\n\n## Files\n- `src/model.js` – change – two',
    );
    expect(result.files.has('src/model.js')).toBe(true);
  });

  test('leaves alone what is protected or not written by hand, though it uses what changes', async () => {
    const model = scriptModel(answering(change('- `src/model.js` – change – two.')));
    const { result } = await run(model, { protectedPaths: ['tests/**'] });
    expect(actionsOf(result)).toEqual(['change src/model.js', 'change src/app.js']);
  });

  test('looks at code of any name, and not at what a program writes', async () => {
    const use =
      "import '../model.js'; import '../../src/model.js'; import '../src/model.js'; import './model.js'";
    const others = [
      'src/lock.js',
      'src/build/a.js',
      'build/a.js',
      'out/a.js',
      'vendor/a.js',
      'lib/x.min.js',
      '.x/a.js',
    ];
    const files = { ...FILES, ...Object.fromEntries(others.map((path) => [path, use])) };
    const model = scriptModel(answering(change('- `src/model.js` – change – two.')));
    await run(model, {}, files);
    expect(
      asked(model)
        .filter((path) => others.includes(path))
        .sort(),
    ).toEqual(['src/build/a.js', 'src/lock.js']);
  });

  test('S37 a protected file is made beside the branch, and nobody is asked because of it', async () => {
    const model = scriptModel(answering(change('- `src/model.js` – change – two.')));
    const { result } = await run(model, { protectedPaths: ['src/model.js'] });
    expect(result.plan.files).toMatchObject([{ path: 'src/model.js', setAside: expect.any(String) }]);
    expect(result.files.has('src/model.js')).toBe(true);
  });
});

describe('what goes wrong', () => {
  const list = '- `src/model.js` – change – two.\n- `README.md` – change – x.';

  test('with one file leaves the others alone', async () => {
    const refusal = new RefusedError('The model refused.');
    const model = scriptModel(async (call) => {
      if (askedFor(call) === 'README.md') throw refusal;
      return answering(change(list))(call);
    });
    const { result } = await run(model);
    expect(result.failed).toEqual([{ path: 'README.md', error: refusal }]);
    expect([...result.files.keys()]).toEqual(['src/model.js', 'tests/model.test.js']);
  });

  test('a file that is no text fails by name', async () => {
    const paths = new Set([...Object.keys(FILES), 'notes.txt']);
    const existing = { ...requestOf().existing, paths };
    const { result } = await run(scriptModel(answering(change('- `notes.txt` – change – x.'))), { existing });
    expect(result.failed).toMatchObject([{ path: 'notes.txt', error: { name: 'NotEditableError' } }]);
  });

  test('S41 ends them all when every further call would fail the same way', async () => {
    const model = scriptModel(async (call) => {
      if (askedFor(call) !== null) throw new KeyRejectedError('The key was rejected.');
      return change(list);
    });
    const { result } = await run(model);
    expect(new Set(result.failed.map(({ error }) => error.name))).toEqual(new Set(['KeyRejectedError']));
    expect(asked(model)).toHaveLength(1);
  });

  test('S69 a change that would pass the cap stops before a file is asked for', async () => {
    const model = scriptModel(answering(change(list)));
    await expect(run(model, { limits: { maxTotalTokens: 6_000 } })).rejects.toBeInstanceOf(
      BudgetExceededError,
    );
    expect(asked(model)).toEqual([]);
  });

  test('S69 files that are only looked at do not raise a change above the most files', async () => {
    const model = scriptModel(answering(change(list)));
    const { result } = await run(model, { limits: { maxFiles: 3 } });
    expect(actionsOf(result)).toEqual(['change src/model.js', 'change README.md', 'change src/app.js']);
    await expect(run(model, { limits: { maxFiles: 1 } })).rejects.toThrow('The plan has 2 files');
  });

  test('an aborted revision keeps what is done', async () => {
    const abort = new AbortController();
    const reason = new Error('enough');
    const model = scriptModel(async (call) => {
      if (askedFor(call) === 'README.md') {
        await new Promise(setImmediate);
        abort.abort(reason);
      }
      return answering(change(list))(call);
    });
    const { result } = await run(model, { signal: abort.signal });
    expect([...result.files.keys()]).toContain('src/model.js');
    expect(result.failed).toContainEqual({ path: 'README.md', error: reason });
    await expect(run(model, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('a resumed revision', () => {
  const plan = change('- `src/model.js` – change – two.');

  test('asks for no plan and only for the files that are missing', async () => {
    const model = scriptModel(answering('never'));
    const written = 'export function total() {\r\n  return 3;\r\n}\r\n';
    const resume = { plan, files: new Map([['src/model.js', written]]) };
    const { result, events } = await run(model, { resume });
    expect(asked(model).sort()).toEqual(['src/app.js', 'tests/model.test.js']);
    expect(model.calls).toHaveLength(2);
    expect(result.files.get('src/model.js')).toBe(written);
    expect(events).toContainEqual({
      type: 'file.done',
      path: 'src/model.js',
      content: written,
      reused: true,
    });
  });
});
