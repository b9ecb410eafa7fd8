import { isDeepStrictEqual } from 'node:util';
import type { NewReviewComment } from '../support/github/index.js';
import { appAnswers, type ChatRequest } from '../support/model/index.js';
import type { Trial } from './crashes.js';
import { COMMON, endOf, type Invariants } from './invariants.js';
import { openScenario } from './peace.js';
import { EDITS, PULL, REVISED, type Scenario, succeed } from './scenarios.js';
import { FIRST, goldenOf, type Happening, type Stage } from './stage.js';

const FIRST_REMARK = { path: 'index.html', line: 29, body: 'Please call it "Next round".' };
const SECOND_REMARK = { path: 'style.css', line: 3, body: 'White, please.' };
const REMARKS = [FIRST_REMARK, SECOND_REMARK];

/** The plan of a change that does what it is asked for, be it one of the two or both. */
function change({ messages }: ChatRequest): string {
  const asked = REMARKS.filter(({ body }) => messages.at(-1)?.content.includes(body));
  const files = asked.map(({ path }) => `- \`${path}\` – change – as asked for.`).join('\n');
  const replies = asked.map(({ path }, index) => `${index + 1}. Done in ${path}.`).join('\n');
  return `## Change\n\nAs asked for.\n\n## Files\n\n${files}\n\n## Replies\n\n${replies}\n`;
}

/** As a model does, it leaves a file alone that is as it is to be. */
const edits = Object.fromEntries(
  Object.entries(EDITS).map(([path, edit]) => {
    const [, line = ''] = edit.split('\n');
    return [
      path,
      ({ messages }: ChatRequest) => (messages.at(-1)?.content.includes(line) ? edit : 'UNCHANGED'),
    ];
  }),
);

async function say({ github }: Stage, remark: NewReviewComment): Promise<Happening> {
  const { id } = await github.sameSecond(() => github.review(PULL, { by: 'ann', comments: [remark] }));
  const payload = await github.reviewEvent({ pullNumber: PULL, reviewId: id });
  return { event: 'pull_request_review', payload };
}

const scenario: Pick<Scenario, 'setting' | 'prepare'> = {
  setting: { answer: appAnswers(FIRST, { change, edits }) },
  prepare: async (stage) => {
    await succeed(stage);
    return say(stage, FIRST_REMARK);
  },
};

const { 'one comment of ours, in its final state': _, ...common } = COMMON;

const GOLDEN = {
  ...goldenOf(FIRST),
  'index.html': REVISED['index.html'],
  'style.css': REVISED['style.css'],
};

const invariants: Invariants = {
  ...common,
  'one comment': (story) => {
    const { comments } = endOf(story).after;
    return comments.length === 1 ? null : `${comments.length} comments`;
  },
  'both are done, none twice': (story) => {
    const [branch, ...more] = endOf(story).after.branches;
    if (branch === undefined || more.length > 0) return `${more.length + 1} branches`;
    const wrong = Object.entries(GOLDEN).filter(([path, content]) => branch.files[path] !== content);
    if (wrong.length > 0) return `other: ${wrong.map(([path]) => path)}`;
    const ours = branch.commits.length - 2;
    return ours === 1 || ours === 2 ? null : `${ours} commits for two remarks`;
  },
  'each has one reply': (story) => {
    const { said } = endOf(story).after.talk;
    const replied = said.map((text) => /Done in ([\w.]+)\\?\./.exec(text)?.[1] ?? text);
    return isDeepStrictEqual(replied.sort(), ['index.html', 'style.css'])
      ? null
      : `replies: ${said.join('; ')}`;
  },
};

/** Two people say something at once: one run for each. */
export const TWO_REVIEWS: Trial = { open: () => openScenario(scenario), invariants };

/** What the second one says. */
export function sayMore(stage: Stage): Promise<Happening> {
  return say(stage, SECOND_REMARK);
}
