import { describe, expect, test } from 'vitest';
import { KeyRejectedError } from '../../src/model/errors.js';
import type { Model } from '../../src/model/port.js';
import { develop } from '../../src/smol/develop.js';
import type { DevelopEvent, DevelopRequest } from '../../src/smol/events.js';
import { type Script, type ScriptedCall, scriptModel } from '../support/scripted-model.js';

const PLAN = `# Counter
A page that counts.

## Files
- \`count.js\` (~90) – counts. Uses \`step.js\`.
- \`step.js\` (~9) – how far.
`;

const RIGHT: Readonly<Record<string, string>> = {
  'count.js': "// Counts.\nimport { step } from './step.js';\nconsole.log(step(1));\n",
  'step.js': 'export function step(n) {\n  return n + 1;\n}\n',
};
const WRONG: Readonly<Record<string, string>> = {
  ...RIGHT,
  'count.js': "// Counts.\nimport { steps } from './step.js';\nconsole.log(steps(1));\n",
};
const WORSE = "// Counts.\nimport { steps, more } from './step.js';\nconsole.log(steps(1));\n";

/** Runs a model that writes `count.js` wrongly; whoever is asked to mend it answers so. */
async function run(mend: (call: ScriptedCall) => Promise<string>, request: Partial<DevelopRequest> = {}) {
  const isMending = ({ request: { messages } }: ScriptedCall) =>
    messages.at(-1)?.content.includes('it was checked together') ?? false;
  const script: Script = async (call) =>
    isMending(call) ? mend(call) : call.path === null ? PLAN : (WRONG[call.path] ?? '');
  const scripted = scriptModel(script);
  // A file takes more than a plan: what is left is not enough for another one.
  const model: Model = {
    ...scripted,
    streamText: async (asked) => {
      const reply = await scripted.streamText(asked);
      return asked.purpose === 'plan' ? reply : { ...reply, usage: { ...reply.usage, inputTokens: 1_500 } };
    },
  };
  const events: DevelopEvent[] = [];
  for await (const event of develop({ prompt: 'a counter', ...request }, model)) events.push(event);
  const last = events.at(-1);
  if (last?.type !== 'done') throw new Error(`The last event is ${last?.type}`);
  const { files, checks } = last.result;
  return {
    events,
    files: Object.fromEntries(files),
    checks,
    repairs: scripted.calls.filter(isMending).length,
  };
}

/** What readers of the events take the file for, one after another. */
const told = (events: readonly DevelopEvent[]) =>
  events.flatMap((event) => (event.type === 'file.done' && event.path === 'count.js' ? [event.content] : []));

describe('a file with errors', () => {
  test('is mended, and told of once more', async () => {
    const { events, files, checks, repairs } = await run(async () => RIGHT['count.js'] ?? '');
    expect(repairs).toBe(1);
    expect(files).toEqual(RIGHT);
    expect(checks).toMatchObject({ left: [], unmended: null });
    expect(checks.found).toHaveLength(1);
    expect(told(events)).toEqual([WRONG['count.js'], RIGHT['count.js']]);
  });

  test('that an earlier run mended is told as that, and not asked for', async () => {
    const first = await run(async () => RIGHT['count.js'] ?? '');
    const resume = { plan: PLAN, files: new Map(Object.entries(first.files)), found: first.checks.found };
    const { checks, repairs } = await run(async () => 'never', { resume });
    expect(repairs).toBe(0);
    expect(checks).toMatchObject({ found: first.checks.found, left: [] });
  });

  test('that comes back worse stays as it was, and nobody is told of what came', async () => {
    const { events, files, checks, repairs } = await run(async () => WORSE);
    expect(repairs).toBe(1);
    expect(files).toEqual(WRONG);
    expect(checks.left).toHaveLength(1);
    expect(checks.found).toEqual(checks.left);
    expect(checks.unmended).toMatch(/worse/);
    expect(told(events)).toEqual([WRONG['count.js'], WRONG['count.js']]);
  });

  test('stays as it is where no money is left to mend it', async () => {
    const { files, checks, repairs } = await run(async () => 'never', { limits: { maxTotalTokens: 3_900 } });
    expect(repairs).toBe(0);
    expect(files).toEqual(WRONG);
    expect(checks.left).toHaveLength(1);
    expect(checks.unmended).toMatch(/max-total-tokens is 3900/);
  });

  test('stays as it is where the model cannot be asked', async () => {
    const error = new KeyRejectedError('The key was rejected.', { status: 401 });
    const { files, checks } = await run(() => Promise.reject(error));
    expect(files).toEqual(WRONG);
    expect(checks.unmended).toBe('The key was rejected.');
  });

  test('stays as it is where the time is over meanwhile: what is made is not lost', async () => {
    const time = new AbortController();
    const mend = async () => {
      time.abort(new Error('The time is over.'));
      return RIGHT['count.js'] ?? '';
    };
    const { files, checks } = await run(mend, { signal: time.signal });
    expect(files).toEqual(WRONG);
    expect(checks.left).toHaveLength(1);
    expect(checks.unmended).toBe('The time is over.');
  });
});

test('where the time is over before all files are made, those that are made are not lost', async () => {
  const time = new AbortController();
  const script: Script = async ({ path, request }) => {
    if (path === null) return PLAN;
    if (path === 'count.js') return WRONG['count.js']?.replace('(1)', '(1') ?? '';
    time.abort(new Error('The time is over.'));
    request.signal?.throwIfAborted();
    return '';
  };
  const events: DevelopEvent[] = [];
  const request = { prompt: 'a counter', signal: time.signal };
  for await (const event of develop(request, scriptModel(script))) events.push(event);
  expect(events.at(-1)).toMatchObject({
    type: 'done',
    result: { failed: [{ path: 'step.js' }], checks: { left: [{ path: 'count.js' }] } },
  });
});
