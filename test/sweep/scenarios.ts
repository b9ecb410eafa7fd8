import { ticTacToe } from '../support/apps/index.js';
import { appAnswers } from '../support/model/index.js';
import { FIRST, goldenOf, type Happening, ISSUE, SECOND, type Setting, type Stage } from './stage.js';

/** The pull request of the issue. */
export const PULL = ISSUE + 1;
/** Its branch. */
export const BRANCH = `smol/issue-${ISSUE}`;

type Files = Readonly<Record<string, string>>;

/** What an issue has been through, and what happens then. */
export type Scenario = {
  readonly setting: Setting;
  /** Has it go through that. Gives the event whose run is looked at. */
  readonly prepare: (stage: Stage) => Promise<Happening>;
  /** What our branch holds in the end, byte for byte. */
  readonly golden: Files;
  /** How many commits are on it that the base does not have. */
  readonly commits: number;
  /** Whether the end says more in the run that commits than in one after it. */
  readonly isToldOnce?: boolean;
};

/** A file of the app with one text in the place of another. */
function changed(path: string, from: string, to: string): string {
  const content = ticTacToe.files[path] ?? '';
  if (!content.includes(from)) throw new Error(`${path} has no ${from}`);
  return content.replace(from, to);
}

const CHANGE = `## Change

- The button \`#new-round\` says "Next round", and the paper is white.

## Files

- \`index.html\` – change – the button's words.
- \`style.css\` – change – the colour of the paper.
- \`README.md\` – change – the button's new name.
- \`CREDITS.md\` – add – who made it.

## Replies

1. The README says "Next round", too.
2. Both are done.
3. The button says "Next round" now.
4. The paper is white now.
5. –
`;

const edit = (from: string, to: string) => `<<<<<<< SEARCH\n${from}\n=======\n${to}\n>>>>>>> REPLACE`;
const BUTTON = '      <button id="new-round" type="button">New round</button>';
const PAPER = '  --paper: #f7f5ef;';
const README =
  'Three in a row wins. **New round** clears the board; the score stays until the page is reloaded.';

/** What the remarks make of each file. */
export const EDITS: Files = {
  'index.html': edit(BUTTON, BUTTON.replace('New', 'Next')),
  'style.css': edit(PAPER, '  --paper: #ffffff;'),
  'README.md': edit(README, README.replace('New', 'Next')),
};

const revising = appAnswers(
  { ...FIRST, files: { ...FIRST.files, 'CREDITS.md': 'Ann.\n' } },
  {
    change: CHANGE,
    edits: EDITS,
  },
);

/** What is made of the remarks. */
export const REVISED: Files = {
  ...goldenOf(FIRST),
  'index.html': changed('index.html', BUTTON, BUTTON.replace('New', 'Next')),
  'style.css': changed('style.css', PAPER, '  --paper: #ffffff;'),
  'README.md': changed('README.md', README, README.replace('New', 'Next')),
  'CREDITS.md': 'Ann.\n',
};

/** Lets a run come to its end, and looks whether it was a good one. */
export async function succeed(stage: Stage): Promise<void> {
  const { succeeded, log } = await stage.start().ended;
  if (!succeeded) throw new Error(`A run in peace fails:\n${log}`);
}

/** The issue is built, and people said five things about it. */
async function review({ github }: Stage): Promise<Happening> {
  await github.comment(PULL, '/smol fix Say "Next round" in the README as well.', 'ann');
  const comments = [
    { path: 'index.html', line: 29, body: 'Please call it "Next round".' },
    { path: 'style.css', line: 3, body: 'White, please.' },
    { path: 'game.js', line: 1, body: 'Thanks for this!' },
  ];
  // The comments of a review are never later than itself.
  const { id } = await github.sameSecond(() =>
    github.review(PULL, { by: 'ann', body: 'Two things, please.', comments }),
  );
  return {
    event: 'pull_request_review',
    payload: await github.reviewEvent({ pullNumber: PULL, reviewId: id }),
  };
}

async function command({ github }: Stage, number: number, body: string): Promise<Happening> {
  const { id } = await github.comment(number, body, 'ann');
  const payload = await github.commentEvent({ issueNumber: number, commentId: id });
  return { event: 'issue_comment', payload };
}

const revision: Scenario = {
  setting: { answer: revising },
  prepare: async (stage) => {
    await succeed(stage);
    return review(stage);
  },
  golden: REVISED,
  commits: 2,
};

const undo: Scenario = {
  setting: { answer: revising },
  prepare: async (stage) => {
    await succeed(stage);
    stage.happen(await review(stage));
    await succeed(stage);
    return command(stage, PULL, '/smol undo');
  },
  golden: goldenOf(FIRST),
  commits: 3,
};

/** The README is not to be made, and a file more is. */
async function editPlan({ github }: Stage): Promise<void> {
  const comment = (await github.comments(ISSUE)).find(({ authorType }) => authorType === 'Bot');
  const lines = (comment?.body ?? '').split('\n').flatMap((line) => {
    if (line.startsWith('- [x] `README.md`')) return [line.replace('[x]', '[ ]')];
    return line.startsWith('- [x] `style.css`') ? [line, '- [x] `colour.js` – picks a colour.'] : [line];
  });
  await github.editComment(comment?.id ?? 0, lines.join('\n'), 'ann');
}

const waiting: Scenario = {
  setting: { answer: appAnswers({ ...FIRST, files: SECOND.files }), inputs: { approval: 'plan' } },
  prepare: async (stage) => {
    await succeed(stage);
    await editPlan(stage);
    return command(stage, ISSUE, '/smol build');
  },
  golden: {
    ...goldenOf({ ...FIRST, files: { ...FIRST.files, 'colour.js': SECOND.files['colour.js'] ?? '' } }),
    'README.md': '# app\n',
    'style.css': SECOND.files['style.css'] ?? '',
  },
  commits: 1,
};

/** What a person writes on our branch, in a file of ours and in one of their own. */
const THEIRS = { 'style.css': `/* mine */\n${FIRST.files['style.css']}`, 'mine.txt': 'mine\n' };

const relabelled: Scenario = {
  setting: {},
  prepare: async (stage) => {
    await succeed(stage);
    await stage.github.commit({ branch: BRANCH, files: THEIRS, by: 'ann' });
    await stage.github.editIssue(ISSUE, { body: SECOND.prompt });
    const payload = await stage.github.labeledEvent({ issueNumber: ISSUE, label: 'smol', sender: 'ann' });
    return { event: 'issues', payload };
  },
  golden: { ...goldenOf(SECOND), ...THEIRS, 'style.css': `/* mine */\n${SECOND.files['style.css']}` },
  commits: 3,
  // What became different against the plan before, and in which files a person's changes were taken in.
  isToldOnce: true,
};

/** A file that people want besides, once the app is there. */
const RULES = '# Rules\n\nThree in a row.\n';

/** A file more, and one less. */
async function editList({ github }: Stage): Promise<void> {
  const comment = (await github.comments(ISSUE)).find(({ authorType }) => authorType === 'Bot');
  const lines = (comment?.body ?? '')
    .split('\n')
    .map((line) => (line.startsWith('- [x] `README.md`') ? '- [ ] `rules.md` – the rules, in short.' : line));
  await github.editComment(comment?.id ?? 0, lines.join('\n'), 'ann');
}

const listed: Scenario = {
  setting: { answer: appAnswers({ ...FIRST, files: { ...FIRST.files, 'rules.md': RULES } }) },
  prepare: async (stage) => {
    await succeed(stage);
    await editList(stage);
    return command(stage, ISSUE, '/smol build');
  },
  golden: { ...goldenOf(FIRST), 'README.md': '# app\n', 'rules.md': RULES },
  commits: 2,
};

/** What people made of the list is still to be built afterwards: the comment says so, and what of it. */
const listedAndReviewed: Scenario = {
  setting: { answer: revising },
  prepare: async (stage) => {
    await succeed(stage);
    await editList(stage);
    return review(stage);
  },
  golden: REVISED,
  commits: 2,
};

/** A page without its style, and a script that stops in the middle: the first that a model writes. */
const BROKEN: Files = {
  'index.html': changed('index.html', 'href="style.css"', 'href="styles.css"'),
  'game.js': (ticTacToe.files['game.js'] ?? '').trimEnd().replace(/\}\)\(\);$/, ''),
};

const repaired: Scenario = {
  setting: {
    answer: appAnswers(
      { ...FIRST, files: { ...FIRST.files, ...BROKEN } },
      {
        edits: {
          'index.html': edit(
            '    <link rel="stylesheet" href="styles.css">',
            '    <link rel="stylesheet" href="style.css">',
          ),
          'game.js': ticTacToe.files['game.js'] ?? '',
        },
      },
    ),
  },
  prepare: async ({ github }) => ({
    event: 'issues',
    payload: await github.labeledEvent({ issueNumber: ISSUE, label: 'smol', sender: 'ann' }),
  }),
  golden: goldenOf(FIRST),
  commits: 1,
};

/** By what a person would call them. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'a review': revision,
  'a plan that was edited, and built': waiting,
  'an undo': undo,
  'an edited issue, labelled again': relabelled,
  'a list that was edited after the build': listed,
  'a review before the build of an edited list': listedAndReviewed,
  'files that do not hold together at first': repaired,
};
