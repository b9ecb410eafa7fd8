import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as errors from '../../src/model/errors.js';
import type { Model, TextRequest } from '../../src/model/port.js';
import { develop } from '../../src/smol/develop.js';
import { DevelopError } from '../../src/smol/errors.js';
import type { DevelopEvent } from '../../src/smol/events.js';
import { scriptModel } from '../support/scripted-model.js';
import { type Target, target } from './hunt.js';
import { assertSafePath } from './oracles.js';
import { damaged, hostileOrLong, hostileText } from './texts.js';

const name = fc.oneof(
  fc.constantFrom(
    'index.html',
    'src/a.ts',
    'src/A.ts',
    'b.js',
    'README.md',
    'package.json',
    '.github/workflows/x.yml',
    '.env',
    'icons/icon-24.png',
    'favicon.ico',
    'sounds/beep.mp3',
    'manifest.json',
  ),
  fc.constantFrom(
    '../x',
    '/etc/passwd',
    '.git/hooks/x',
    'con.txt',
    'a:b',
    'a/',
    './c.js',
    'src',
    '__init__.py',
    '__proto__',
  ),
  hostileText.map((text) => text.replace(/[`\n]/g, '').slice(0, 40)),
);
const item = fc
  .tuple(name, fc.constantFrom('', ' (~20)', ' (~999999999 lines)'), hostileText, name)
  .map(
    ([path, lines, words, used]) =>
      `- \`${path}\`${lines} – ${words.replaceAll('\n', ' ')}. Uses \`${used}\`.`,
  );
const listed = fc
  .tuple(hostileText, hostileText, fc.array(item, { maxLength: 6 }))
  .map(
    ([title, contract, items]) => `# ${title}\n\n## Contract\n${contract}\n\n## Files\n${items.join('\n')}\n`,
  );

/** A plan: a good one as a rule, else one that suffered, else anything. */
export const planText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: listed },
  { weight: 2, arbitrary: damaged(listed) },
  { weight: 1, arbitrary: hostileOrLong },
);

const FAULTS = [
  () => new errors.RefusedError('The model refused: @ann ::error::x'),
  () => new errors.KeyRejectedError('The key was rejected.', { status: 401 }),
  () => new errors.CreditExhaustedError('No credit is left.', { status: 429 }),
  () => new errors.BrokenReplyError('The stream ended before the reply did.'),
  () => new errors.ContextTooLongError('The request is too long.', { status: 400 }),
  () => new errors.IdleTimeoutError('No byte for 120 s.'),
] as const;

const reply = fc.oneof(
  {
    weight: 5,
    arbitrary: hostileText.map((text) => ({ text: `\`\`\`\n${text}\n\`\`\``, cut: false, fault: -1 })),
  },
  { weight: 5, arbitrary: hostileText.map((text) => ({ text, cut: false, fault: -1 })) },
  { weight: 2, arbitrary: hostileText.map((text) => ({ text, cut: true, fault: -1 })) },
  {
    weight: 1,
    arbitrary: fc.nat({ max: FAULTS.length - 1 }).map((fault) => ({ text: '', cut: false, fault })),
  },
);

/** All that a model answers in a run. */
export const answers = fc.record({
  plan: planText,
  planFault: fc.oneof({ weight: 15, arbitrary: fc.constant(-1) }, fc.nat({ max: FAULTS.length - 1 })),
  list: fc.array(name, { maxLength: 4 }),
  replies: fc.array(reply, { minLength: 1, maxLength: 6 }),
});
export type Answers = typeof answers extends fc.Arbitrary<infer A> ? A : never;

/** A model that gives these answers, the files' in turn. */
export function modelOf({ plan, planFault, list, replies }: Answers): Model {
  let turn = 0;
  const files = list.map((path) => ({ path, lines: 1, description: 'x', uses: [] }));
  const isPlan = ({ purpose }: TextRequest) => purpose === 'plan';
  return scriptModel(
    async ({ request }) => {
      if (isPlan(request)) {
        const fault = FAULTS[planFault];
        if (fault !== undefined) throw fault();
        return plan;
      }
      const given = replies[turn++ % replies.length];
      const fault = FAULTS[given?.fault ?? -1];
      if (fault !== undefined) throw fault();
      return { text: given?.text ?? '', finishReason: given?.cut ? 'length' : 'stop' };
    },
    { files },
  );
}

async function run(given: Answers): Promise<DevelopEvent[]> {
  const events: DevelopEvent[] = [];
  try {
    for await (const event of develop({ prompt: 'a counter', limits: { maxFiles: 20 } }, modelOf(given)))
      events.push(event);
  } catch (error) {
    if (!(error instanceof errors.ModelError) && !(error instanceof DevelopError)) throw error;
  }
  return events;
}

const developments = target(
  'development',
  answers,
  run,
  (events) => {
    assert.equal(events[0]?.type, 'plan.start');
    const ends = events.filter(({ type }) => type === 'done');
    assert.ok(ends.length <= 1);
    const last = events.at(-1);
    if (last?.type !== 'done') return;
    const { plan, files, drawn, failed } = last.result;
    assert.deepEqual(
      [...files.keys(), ...drawn.keys(), ...failed.map(({ path }) => path)].sort(),
      plan.files.map(({ path }) => path).sort(),
    );
    for (const { path, setAside } of plan.files) if (setAside === null) assertSafePath(path);
    for (const content of files.values()) {
      assert.ok(content.isWellFormed() && !content.includes('\0') && content.length <= 1_000_000);
    }
    for (const { error } of failed) {
      assert.ok(error instanceof errors.ModelError || error instanceof DevelopError, error.stack);
    }
  },
  { batch: 20 },
);

/** Whole developments. */
export const DEVELOPMENTS: readonly Target[] = [developments];
