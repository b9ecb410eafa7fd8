import { describe, expect, test } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { appAnswers } from '../support/model/index.js';
import { type Scene, stage } from './scene.js';

const CHANGE = `## Change

- The button \`#new-round\` says "Next round".

## Files

- \`index.html\` – change – the button's words.
- \`README.md\` – change – the button's new name.

## Replies

1. The button says "Next round" now.
`;
const EDITS = {
  'index.html': `<<<<<<< SEARCH
      <button id="new-round" type="button">New round</button>
=======
      <button id="new-round" type="button">Next round</button>
>>>>>>> REPLACE`,
  'README.md': `<<<<<<< SEARCH
Three in a row wins. **New round** clears the board; the score stays until the page is reloaded.
=======
Three in a row wins. **Next round** clears the board; the score stays until the page is reloaded.
>>>>>>> REPLACE`,
};

/** Issue 1 is built, and pull request 2 is open. */
async function built(
  changes: Parameters<typeof appAnswers>[1] = { change: CHANGE, edits: EDITS },
): Promise<Scene> {
  const scene = await stage({ answer: appAnswers(ticTacToe, changes) });
  const run = await scene.label(1);
  expect(run.succeeded, run.log).toBe(true);
  return scene;
}

describe('a review of a pull request of ours', () => {
  test('becomes one more commit, and the thread a reply that names it', async () => {
    const scene = await built();
    const { github } = scene;
    const before = scene.modelCalls();
    const run = await scene.review(2, {
      comments: [{ path: 'index.html', line: 16, body: 'Please call it "Next round".' }],
    });
    expect(run.succeeded, run.log).toBe(true);
    expect(run.outputs).toMatchObject({ status: 'updated', 'pull-request-operation': 'updated' });
    const tree = await github.tree('smol/issue-1');
    expect(tree['index.html']).toBe(ticTacToe.files['index.html']?.replace('>New round<', '>Next round<'));
    expect(tree['game.js']).toBe(ticTacToe.files['game.js']);
    const [commit, first] = await github.commits('smol/issue-1');
    expect(commit?.parents).toEqual([first?.sha]);
    const [remark] = await github.reviewComments(2);
    const [reply, ...others] = await scene.replies(2, remark?.id ?? 0);
    expect(others).toEqual([]);
    expect(reply).toContain('The button says');
    expect(reply).toContain(commit?.sha.slice(0, 7));
    expect(scene.modelCalls() - before).toBeLessThanOrEqual(4);
  });
});
