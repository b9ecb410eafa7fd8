import { describe, expect, test } from 'vitest';
import { KeyRejectedError, RefusedError } from '../../src/model/errors.js';
import { develop } from '../../src/smol/develop.js';
import { BudgetExceededError, TooManyFilesError } from '../../src/smol/errors.js';
import type { DevelopEvent, DevelopRequest, DevelopResult } from '../../src/smol/events.js';
import { type Script, type ScriptedModel, scriptModel } from '../support/scripted-model.js';

const PLAN = `# Counter
A page that counts.

## Contract
\`#count\` is made by \`index.html\`.

## Files
- \`index.html\` (~20) – the page. Uses \`count.js\`.
- \`count.js\` (~90) – counts.
- \`README.md\` (~5) – how to start it.
`;

const CONTENT: Record<string, string> = {
  'index.html': '<p id="count"></p>\n',
  'count.js': 'let n = 0;\n',
  'README.md': '# Counter\n',
};

const good: Script = async ({ path }) => (path === null ? PLAN : (CONTENT[path] ?? ''));

async function run(model: ScriptedModel, request: Partial<DevelopRequest> = {}) {
  const events: DevelopEvent[] = [];
  for await (const event of develop({ prompt: 'a counter', ...request }, model)) events.push(event);
  return { events, result: resultOf(events) };
}

function resultOf(events: readonly DevelopEvent[]): DevelopResult {
  const last = events.at(-1);
  if (last?.type !== 'done') throw new Error(`The last event is ${last?.type}`);
  return last.result;
}

const typesOf = (events: readonly DevelopEvent[], path?: string) =>
  events
    .filter((event) => path === undefined || ('path' in event && event.path === path))
    .map((event) => event.type);

describe('a run', () => {
  test('plans once, writes every file of the plan, and ends with all of them in the order of the plan', async () => {
    const model = scriptModel(good);
    const { result } = await run(model);
    expect(model.calls).toHaveLength(4);
    expect([...result.files]).toEqual(Object.entries(CONTENT));
    expect(result.failed).toEqual([]);
    expect(result.usage).toMatchObject({ inputTokens: 400, outputTokens: 40 });
  });

  test('asks for no list when the plan holds one, and asks with a schema when it does not', async () => {
    const listed = scriptModel(good);
    await run(listed);
    expect(listed.objectCalls).toHaveLength(0);

    const files = [{ path: 'index.html', lines: 20, description: 'the page', uses: [] }];
    const unlisted = scriptModel(async ({ path }) => (path === null ? '# Counter\nJust prose.' : '<p></p>'), {
      files,
    });
    const { events, result } = await run(unlisted);
    expect(unlisted.objectCalls).toHaveLength(1);
    expect(typesOf(events)).toContain('plan.list');
    expect([...result.files.keys()]).toEqual(['index.html']);
    expect(result.plan.text).toContain('## Files\n- `index.html` (~20) – the page');
  });

  test('sends every writer the same bytes up to the path, so that the prompt cache pays', async () => {
    const model = scriptModel(good);
    await run(model, { instructions: 'Use tabs.' });
    const prompts = model.calls
      .slice(1)
      .map(({ request }) => request.messages.map((m) => m.content).join('\0'));
    const [first = ''] = prompts;
    const shared = first.slice(0, first.lastIndexOf('Write `'));
    expect(shared).toContain(PLAN);
    for (const prompt of prompts) expect(prompt.startsWith(shared)).toBe(true);
  });

  test('starts the longest file first and the rest at its first token', async () => {
    const gate = Promise.withResolvers<void>();
    const started: (string | null)[] = [];
    const model = scriptModel(async (call) => {
      started.push(call.path);
      if (call.path === 'count.js') {
        call.request.onDelta?.('let ');
        await gate.promise;
      }
      if (call.path === 'README.md') gate.resolve();
      return good(call);
    });
    await run(model);
    expect(started).toEqual([null, 'count.js', 'index.html', 'README.md']);
  });

  test('waits no longer than 1.5 s for a first token', async () => {
    const gate = Promise.withResolvers<void>();
    const model = scriptModel(async (call) => {
      if (call.path === 'count.js') await gate.promise;
      if (call.path === 'README.md') gate.resolve();
      return good(call);
    });
    const began = performance.now();
    const { result } = await run(model);
    expect(performance.now() - began).toBeGreaterThan(1_400);
    expect(result.files.size).toBe(3);
  });

  test('spends nothing after the plan when the reader leaves, and aborts what runs', async () => {
    const model = scriptModel(good);
    for await (const event of develop({ prompt: 'a counter' }, model)) if (event.type === 'plan.done') break;
    expect(model.calls).toHaveLength(1);

    let signal: AbortSignal | undefined;
    const stuck = scriptModel(async (call) => {
      if (call.path === null) return PLAN;
      signal = call.request.signal;
      call.request.onDelta?.('x');
      return new Promise(() => {});
    });
    for await (const event of develop({ prompt: 'a counter' }, stuck)) if (event.type === 'file.delta') break;
    expect(signal?.aborted).toBe(true);
  });
});

describe('what goes wrong with one file', () => {
  test('leaves the others alone', async () => {
    const refusal = new RefusedError('The model refused.');
    const model = scriptModel(async (call) => {
      if (call.path === 'count.js') throw refusal;
      return good(call);
    });
    const { events, result } = await run(model);
    expect([...result.files.keys()]).toEqual(['index.html', 'README.md']);
    expect(result.failed).toEqual([{ path: 'count.js', error: refusal }]);
    expect(typesOf(events, 'count.js')).toEqual(['file.start', 'file.failed']);
  });

  test('S41 ends them all when every further call would fail the same way', async () => {
    const model = scriptModel(async (call) => {
      if (call.path !== null) throw new KeyRejectedError('The key was rejected.');
      return PLAN;
    });
    const { result } = await run(model);
    expect(model.calls.filter((call) => call.path !== null)).toHaveLength(1);
    expect(result.failed.map(({ error }) => error.name)).toEqual(Array(3).fill('KeyRejectedError'));
  });

  test('S46 is asked for once more when the reply is no file, then given up by name', async () => {
    const model = scriptModel(async (call) => (call.path === 'count.js' ? '   ' : good(call)));
    const { events, result } = await run(model);
    expect(model.calls.filter((call) => call.path === 'count.js')).toHaveLength(2);
    expect(typesOf(events, 'count.js')).toContain('file.retry');
    expect(result.failed[0]?.error).toMatchObject({ name: 'UnusableContentError' });
  });

  test('S43 that repeats itself without end is cut, asked for once more and given up', async () => {
    const model = scriptModel(async (call) => {
      if (call.path !== 'count.js') return good(call);
      for (let i = 0; i < 100_000 && !call.request.signal?.aborted; i += 1)
        call.request.onDelta?.('foo();\n');
      return 'foo();\n';
    });
    const { events, result } = await run(model);
    const received = events.filter((event) => event.type === 'file.delta' && event.path === 'count.js');
    expect(received.length).toBeLessThan(2 * 9_000);
    expect(result.failed[0]?.error.message).toContain('has no end');
  });
});

test('S43 a plan that repeats itself without end is cut too', async () => {
  const model = scriptModel(async (call) => {
    for (let i = 0; i < 100_000 && !call.request.signal?.aborted; i += 1) call.request.onDelta?.('- more\n');
    return '';
  });
  await expect(run(model)).rejects.toMatchObject({ name: 'EndlessReplyError' });
});

describe('a reply that is cut at the token limit', () => {
  const cutting =
    (parts: readonly string[]): Script =>
    async (call) => {
      if (call.path !== 'count.js') return good(call);
      const part = call.request.messages.filter((message) => message.role === 'assistant').length;
      return { text: parts[part] ?? '', finishReason: part < parts.length - 1 ? 'length' : 'stop' };
    };

  test('S41 is continued from where it stopped and stitched without the overlap', async () => {
    const model = scriptModel(
      cutting(['const first = 1;\nconst sec', 'const second = 2;\nconst third = 3;\n']),
    );
    const { events, result } = await run(model);
    expect(result.files.get('count.js')).toBe('const first = 1;\nconst second = 2;\nconst third = 3;\n');
    expect(typesOf(events, 'count.js')).toContain('file.continue');
  });

  test('shows the model what it wrote so far', async () => {
    const model = scriptModel(cutting(['abc\n', 'def\n']));
    await run(model);
    const second = model.calls.findLast((call) => call.path === 'count.js');
    expect(second?.request.messages.slice(-2).map(({ role }) => role)).toEqual(['assistant', 'user']);
    expect(second?.request.messages.at(-2)?.content).toBe('abc\n');
  });

  test('S41 is a failed file, by name, when three continuations do not end it', async () => {
    const model = scriptModel(async (call) =>
      call.path === 'count.js' ? { text: `line ${call.index}\n`, finishReason: 'length' } : good(call),
    );
    const { result } = await run(model);
    expect(model.calls.filter((call) => call.path === 'count.js')).toHaveLength(4);
    expect(result.failed).toMatchObject([{ path: 'count.js', error: { name: 'TruncatedError' } }]);
    expect(result.files.has('count.js')).toBe(false);
  });
});

describe('bounds', () => {
  test('S39 a plan with too many files is refused with both numbers, before a file is asked for', async () => {
    const model = scriptModel(good);
    await expect(run(model, { limits: { maxFiles: 2 } })).rejects.toThrow(
      new TooManyFilesError(3, 2).message,
    );
    expect(model.calls).toHaveLength(1);
  });

  test.each([
    ['tokens', { maxTotalTokens: 5_000 }, /max-total-tokens is 5000/],
    ['money', { maxCostUsd: 5 }, /max-cost-usd is 5/],
  ])(
    'S69 a plan whose files would pass the cap on %s stops before a file is asked for',
    async (_, limits, message) => {
      const long = PLAN.replace('~90', '~900');
      const model = scriptModel(async (call) => (call.path === null ? long : good(call)));
      const error = await run(model, { limits }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(BudgetExceededError);
      expect(error).toMatchObject({ message: expect.stringMatching(message) });
      expect(model.calls).toHaveLength(1);
    },
  );

  test('S39 files that are too large together end the run, with those that fit', async () => {
    const list = Array.from({ length: 40 }, (_, index) => `- \`f${index}.txt\` (~9) – text.`).join('\n');
    const line = 'The quick brown fox counts to ';
    const long = Array.from({ length: 25_000 }, (_, index) => `${line}${index}`).join('\n');
    const model = scriptModel(async ({ path }) => (path === null ? `# Long\n\n## Files\n${list}\n` : long));
    const { result } = await run(model);
    expect(result.files.size * long.length).toBeLessThanOrEqual(30_000_000);
    expect(result.files.size).toBeGreaterThan(30);
    expect(new Set(result.failed.map(({ error }) => error.name))).toEqual(new Set(['TooLargeError']));
  });

  test('S69 a cap on money for a model without a price is refused before anything is spent', async () => {
    const model = { ...scriptModel(good), cost: () => null };
    await expect(run(model, { limits: { maxCostUsd: 5 } })).rejects.toThrow('price of the model scripted');
    expect(model.calls).toHaveLength(0);
  });

  test('a plan that fits the caps is written', async () => {
    const { result } = await run(scriptModel(good), { limits: { maxTotalTokens: 50_000, maxCostUsd: 50 } });
    expect(result.files.size).toBe(3);
  });

  test('a protected path is made and set aside, an impossible one is refused, neither stops the rest', async () => {
    const plan = `${PLAN}- \`.github/workflows/ci.yml\` (~9) – tests.\n- \`../escape.js\` (~9) – no.\n`;
    const model = scriptModel(async ({ path }) => (path === null ? plan : (CONTENT[path] ?? 'on: push\n')));
    const { result } = await run(model);
    expect(result.plan.files.find((file) => file.path.startsWith('.github'))?.setAside).toEqual(
      expect.any(String),
    );
    expect(result.plan.refused).toMatchObject([{ path: '../escape.js' }]);
    expect(result.files.size).toBe(4);
  });
});

test('a path that whoever knows the place refuses is not made', async () => {
  const model = scriptModel(good);
  const refusePath = (path: string) => (path === 'count.js' ? 'there is a folder of that name' : null);
  const { result } = await run(model, { refusePath });
  expect(result.plan.refused).toEqual([{ path: 'count.js', reason: 'there is a folder of that name' }]);
  expect(model.calls.some((call) => call.path === 'count.js')).toBe(false);
});

describe('a resumed run', () => {
  test('asks for no plan and only for the files that are missing', async () => {
    const model = scriptModel(good);
    const resume = { plan: PLAN, files: new Map([['index.html', 'old\n']]) };
    const { events, result } = await run(model, { resume });
    expect(model.calls.map((call) => call.path)).toEqual(['count.js', 'README.md']);
    expect(result.files.get('index.html')).toBe('old\n');
    expect(events).toContainEqual({ type: 'file.done', path: 'index.html', content: 'old\n', reused: true });
  });

  test('S70 makes a file again that a model could not have written', async () => {
    const model = scriptModel(good);
    const earlier = { 'index.html': 'if (x) {\u202e // }', 'count.js': 'key\n', 'README.md': 'old\n' };
    const refuseContent = (content: string) => (content.includes('key') ? 'it holds a key' : null);
    const resume = { plan: PLAN, files: new Map(Object.entries(earlier)) };
    const { result } = await run(model, { resume, refuseContent });
    expect(model.calls.map((call) => call.path).sort()).toEqual(['count.js', 'index.html']);
    expect(result.files.get('README.md')).toBe('old\n');
  });

  test('with nothing missing asks the model nothing', async () => {
    const model = scriptModel(good);
    const { result } = await run(model, { resume: { plan: PLAN, files: new Map(Object.entries(CONTENT)) } });
    expect(model.calls).toHaveLength(0);
    expect(result.files.size).toBe(3);
  });
});

describe('an aborted run', () => {
  test('rejects with the reason of the signal while planning', async () => {
    const reason = new Error('enough');
    await expect(run(scriptModel(good), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  test('keeps the files that are done and names the others with the reason', async () => {
    const abort = new AbortController();
    const reason = new Error('enough');
    const model = scriptModel(async (call) => {
      if (call.path === 'README.md') {
        await new Promise(setImmediate);
        abort.abort(reason);
        return 'late';
      }
      return good(call);
    });
    const { result } = await run(model, { signal: abort.signal });
    expect([...result.files.keys()]).toEqual(['index.html', 'count.js']);
    expect(result.failed).toEqual([{ path: 'README.md', error: reason }]);
  });
});
