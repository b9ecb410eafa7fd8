import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import type { World } from '../../src/github/api/world.js';
import { readTrigger, type Trigger, type TriggerEvent } from '../../src/github/asked/trigger.js';
import { runBot } from '../../src/github/bot.js';
import { logLine } from '../../src/github/told/log.js';
import { type Target, target } from './hunt.js';
import { assertNoCommand } from './oracles.js';
import { hostileText } from './texts.js';

type Example = { readonly name: string; readonly payload: unknown };

const INDEX = createRequire(import.meta.url).resolve('@octokit/webhooks-examples/api.github.com/index.json');

/** GitHub's own examples of all its events. */
function readExamples(): Example[] {
  const all: { name: string; examples: unknown[] }[] = JSON.parse(readFileSync(INDEX, 'utf8'));
  return all.flatMap(({ name, examples }) => examples.map((payload) => ({ name, payload })));
}

const SAID = ['issue_comment', 'pull_request_review', 'pull_request_review_comment'];
const examples = readExamples();
const labeled = examples.filter(
  ({ name, payload }) => name === 'issues' && (payload as { action?: string }).action === 'labeled',
);
/** What people say on issues and pull requests. */
const said = examples.filter(({ name }) => SAID.includes(name));

const value = fc.oneof(
  hostileText,
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom('smol', 'SMOL', 'open', 'Bot', 'labeled', 'created', '/smol build', '> x\n\n/smol fix y'),
);
/** Which members on the way down, by their place; and what is put there. */
const change = fc.tuple(
  fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 4 }),
  fc.option(value, { nil: undefined }),
);

/** JSON with some members changed or gone. */
export function tampered(
  json: unknown,
  changes: readonly (readonly [readonly number[], unknown])[],
): unknown {
  const copy: unknown = structuredClone(json);
  for (const [way, put] of changes) {
    let at = copy as Record<string, unknown>;
    for (const [index, step] of way.entries()) {
      const names = Object.keys(at);
      const name = names[step % names.length];
      if (name === undefined) break;
      const inner = at[name];
      if (index < way.length - 1 && typeof inner === 'object' && inner !== null) {
        at = inner as Record<string, unknown>;
        continue;
      }
      if (put === undefined) delete at[name];
      else at[name] = put;
      break;
    }
  }
  return copy;
}

/** Changes to JSON. */
export const changes = fc.array(change, { maxLength: 3 });

const event: fc.Arbitrary<TriggerEvent> = fc
  .tuple(
    fc.oneof(fc.constantFrom(...labeled), fc.constantFrom(...said), fc.constantFrom(...examples)),
    changes,
    fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, hostileText),
    fc.boolean(),
  )
  .map(([{ name, payload }, list, other, isSmol]) => {
    const whole = isSmol ? { ...(payload as object), label: { name: 'smol' } } : payload;
    return { name: other ?? name, payload: tampered(whole, list), actor: 'ann', triggeringActor: 'ann' };
  });

/** Nothing of the world may be touched before it is known that the event is ours. */
function untouchable(): World {
  const refuse = () => {
    throw new Error('The world was touched for an event that is none of ours.');
  };
  const members = new Proxy({}, { get: refuse });
  return {
    github: members,
    createModel: refuse,
    log: members,
    now: refuse,
    sleep: refuse,
  } as unknown as World;
}

const triggers = target(
  'event',
  event,
  async (given) => {
    const settings = { label: 'smol', prompt: null, issueNumber: null, allowBots: [] };
    const trigger = readTrigger(given, settings);
    const isOurs = trigger.kind !== 'none' && trigger.kind !== 'refused';
    const inputs = { token: 'ghs_x', 'api-key': 'sk-x' };
    return { trigger, outcome: isOurs ? null : await runBot(given, inputs, untouchable()) };
  },
  ({ trigger, outcome }, { name, payload }) => {
    if (trigger.kind === 'none' || trigger.kind === 'refused') {
      const said =
        trigger.kind === 'none' ? trigger.reason : `${trigger.problem.what} ${trigger.problem.next}`;
      assert.doesNotMatch(said, /\p{Cc}|\p{Cf}|\u2028/u);
      assertNoCommand(logLine(said));
      assert.equal(outcome?.status, trigger.kind === 'none' ? 'skipped' : 'failed');
      return;
    }
    if (trigger.kind === 'dispatch') return;
    assert.ok(!trigger.requester.isBot);
    if (trigger.kind === 'command') assertSaid(trigger, name, payload);
    if (trigger.kind !== 'issue') return;
    const { action, issue, label, sender } = payload as {
      readonly [member: string]: Readonly<Record<string, unknown>>;
    };
    assert.equal(name, 'issues');
    assert.equal(String(action), 'labeled');
    assert.equal(String(label?.name).trim().toLowerCase(), 'smol');
    assert.equal(issue?.state, 'open');
    assert.ok(issue.pull_request === undefined || issue.pull_request === null);
    assert.ok(sender?.type !== 'Bot' && !/\[bot\]$/i.test(String(sender?.login)));
    assert.ok(Number.isInteger(trigger.issueNumber) && trigger.issueNumber > 0);
    assert.equal(trigger.body, issue.body ?? '');
  },
);

/** A command comes of a line in a new comment, and of nothing else. */
function assertSaid(trigger: Extract<Trigger, { kind: 'command' }>, name: string, payload: unknown): void {
  const { comment } = payload as { readonly comment: Readonly<Record<string, unknown>> };
  assert.equal(name, 'issue_comment');
  assert.match(String(comment.body), /^ {0,3}\/smol/im);
  assert.doesNotMatch(String(comment.body), /^\s*<!-- smol:v1/);
  assert.equal(comment.id, trigger.commentId);
}

/** Events. */
export const PAYLOADS: readonly Target[] = [triggers];
