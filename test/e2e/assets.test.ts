import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { blobSha } from '../../src/github/saved/checkpoint.js';
import { drawIcon } from '../../src/icon/draw.js';
import { type AppChanges, appAnswers, startModel } from '../support/model/index.js';
import { runCli } from '../support/runner.js';
import { NO_WAITING } from './no-waiting.js';
import { planned } from './planned.js';
import { type Scene, type SceneOptions, SEVERAL_RUNS, stage, built as started } from './scene.js';
import { pathOf, statusComment } from './told.js';

const ICON = 'icons/icon-128.png';

/** A browser extension that beeps: its plan lists pictures and a sound, which no model can write. */
const RADAR = {
  prompt: 'An extension that beeps.',
  plan: `# Ok Radar

A browser extension that beeps. Load the folder as an unpacked extension.

## Contract
- \`beep()\` of \`js/audio.js\` plays the sound.

## Files
- \`js/audio.js\` (~5) – plays the sound. Uses \`sounds/beep.mp3\`.
- \`js/popup.js\` (~3) – beeps on a click. Uses \`js/audio.js\`.
- \`popup.html\` (~10) – the popup. Uses \`js/popup.js\`, \`${ICON}\`.
- \`manifest.json\` (~10) – names all of it. Uses \`popup.html\`, \`${ICON}\`.
- \`${ICON}\` – the icon.
- \`icons/toolbar-icon.png\` – the icon in the toolbar.
- \`sounds/beep.mp3\` – the sound.
`,
  files: {
    'js/audio.js':
      "const sound = new Audio('../sounds/beep.mp3');\n\nexport function beep() {\n  sound.play();\n}\n",
    'js/popup.js':
      "import { beep } from './audio.js';\n\ndocument.getElementById('beep').addEventListener('click', beep);\n",
    'popup.html': `<!doctype html>
<html lang="en">
  <head><title>Ok Radar</title><link rel="icon" href="${ICON}" /></head>
  <body>
    <button id="beep">Beep</button>
    <audio src="sounds/beep.mp3"></audio>
    <script type="module" src="js/popup.js"></script>
  </body>
</html>
`,
    'manifest.json': `${JSON.stringify(
      {
        manifest_version: 3,
        name: 'Ok Radar',
        version: '1.0.0',
        icons: { 128: ICON },
        action: { default_popup: 'popup.html', default_icon: { 24: 'icons/toolbar-icon.png' } },
      },
      null,
      2,
    )}\n`,
  },
};

const drawn = (path: string, size: number, name = 'Ok Radar') =>
  blobSha(drawIcon({ path, name, size, colour: null, isWhole: false }));
const SHA = drawn(ICON, 128);

function scene(changes: AppChanges = {}, options: SceneOptions = {}): SceneOptions {
  return {
    answer: appAnswers(RADAR, changes),
    env: NO_WAITING,
    issue: { title: 'Beep', body: RADAR.prompt },
    ...options,
  };
}

const built = (changes?: AppChanges) => started(scene(changes));

/** Git's name of each picture on the branch, and of the sound. */
async function pictures({ github }: Scene, branch = 'smol/issue-1'): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'smol-git-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await github.materialise(folder);
  const { stdout } = await promisify(execFile)('git', ['-C', folder, 'ls-tree', '-r', branch]);
  const rows = [...stdout.matchAll(/^100644 blob (\w+)\t(.*\.(?:png|ico|mp3))$/gm)];
  return Object.fromEntries(rows.map(([, sha, path]) => [path, sha]));
}

const ALL = { [ICON]: SHA, 'icons/toolbar-icon.png': drawn('icons/toolbar-icon.png', 24) };

describe('icons and other files that no model writes', SEVERAL_RUNS, () => {
  test('the icons are drawn in the sizes of name and manifest, the sound is left to a person; nothing is missing', async () => {
    const on = await stage(scene());
    const run = await on.label(1);
    expect(run.outputs, run.log).toMatchObject({ status: 'created', 'files-count': '6' });
    expect(run.calls.map(pathOf).sort()).toEqual([null, ...Object.keys(RADAR.files)].sort());
    expect(await pictures(on)).toEqual(ALL);
    const { draft, body } = await on.github.pullRequest(2);
    expect(draft).toBe(false);
    expect(body).toContain(`Drawn, as placeholders: \`${ICON}\`, \`icons/toolbar-icon.png\`.`);
    expect(body).toContain(
      'Not made, as it is binary: `sounds/beep.mp3` (used by `js/audio.js`, line 1; `popup.html`, line 6). Add it yourself.',
    );
    expect(body).not.toContain('there is no such file');
    expect(body).toContain('### 6 files');
    const comment = await statusComment(on.github, 1);
    expect(comment).toContain(`- [x] \`${ICON}\` – the icon · *drawn, not written*`);
    expect(run.log).toMatch(/6 of 6 {2}icons\/toolbar-icon\.png {2}\d+ B {2}\(drawn\)/);
  });

  test('a second run draws the same, and finds nothing to commit', async () => {
    const on = await built();
    const { sha } = (await on.github.head('smol/issue-1')) ?? {};
    const run = await on.label(1);
    expect(run.calls).toEqual([]);
    expect(run.succeeded, run.log).toBe(true);
    expect((await on.github.head('smol/issue-1'))?.sha).toBe(sha);
    const retry = await on.command(1, '/smol retry');
    expect(retry.calls).toEqual([]);
    expect((await on.github.head('smol/issue-1'))?.sha).toBe(sha);
  });

  test('a run that failed before its commit is gone on with, icons included', async () => {
    const on = await stage(scene());
    on.github.fault({
      method: 'POST',
      path: /\/git\/commits$/,
      effect: { answer: { status: 403, body: { message: 'Resource not accessible by integration' } } },
    });
    expect((await on.label(1)).succeeded).toBe(false);
    const run = await on.label(1);
    expect(run.outputs, run.log).toMatchObject({ status: 'created' });
    expect(run.calls).toEqual([]);
    expect(await pictures(on)).toEqual(ALL);
  });

  test('a picture that a person put in an icon’s place stays, also when the list is built again', async () => {
    const on = await built();
    await on.github.commit({ branch: 'smol/issue-1', files: { [ICON]: 'their picture' }, by: 'ann' });
    await edit(on, (body) =>
      body.replace('- [x] `icons/toolbar-icon.png`', '- [ ] `icons/toolbar-icon.png`'),
    );
    const run = await on.command(1, '/smol build');
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(await pictures(on)).toEqual({ [ICON]: blobSha('their picture') });
    expect((await on.github.pullRequest(2)).body).not.toContain('placeholder');
  });

  test('a sound that a person added is not asked for any more', async () => {
    const on = await built();
    const files = { 'sounds/beep.mp3': 'beep' };
    await on.github.commit({ branch: 'smol/issue-1', files, by: 'ann' });
    await edit(on, (body) =>
      body.replace('- [x] `icons/toolbar-icon.png`', '- [ ] `icons/toolbar-icon.png`'),
    );
    const run = await on.command(1, '/smol build');
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(await pictures(on)).toEqual({ [ICON]: SHA, 'sounds/beep.mp3': blobSha('beep') });
    expect((await on.github.pullRequest(2)).body).not.toContain('Add it yourself');
  });

  test.each<[string, (body: string) => string, Record<string, string>]>([
    ['unticked', (body) => body.replace(`- [x] \`${ICON}\``, `- [ ] \`${ICON}\``), {}],
    ['deleted', (body) => body.replace(/^- \[x\] `icons\/icon-128.*\n/m, ''), {}],
    [
      'renamed',
      (body) => body.replace(`- [x] \`${ICON}\``, '- [x] `icons/icon-64.png`'),
      { 'icons/icon-64.png': drawn('icons/icon-64.png', 64) },
    ],
    [
      'joined by another',
      (body) => body.replace(`- [x] \`${ICON}\``, `- [x] \`favicon.ico\`\n- [x] \`${ICON}\``),
      { [ICON]: SHA, 'favicon.ico': drawn('favicon.ico', 32) },
    ],
  ])('in a plan that waits an icon can be %s', async (_, change, left) => {
    const on = await planned(scene({}, { inputs: { approval: 'plan' } }));
    await edit(on, change, 'bea');
    const run = await on.command(1, '/smol build');
    expect(run.outputs, run.log).toMatchObject({ status: expect.stringMatching(/created|partial/) });
    expect(await pictures(on)).toEqual({ 'icons/toolbar-icon.png': ALL['icons/toolbar-icon.png'], ...left });
  });

  test('an icon that is unticked after the build goes', async () => {
    const on = await built();
    await edit(on, (body) =>
      body.replace('- [x] `icons/toolbar-icon.png`', '- [ ] `icons/toolbar-icon.png`'),
    );
    const run = await on.command(1, '/smol build');
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(run.calls).toEqual([]);
    expect(await pictures(on)).toEqual({ [ICON]: SHA });
  });

  test('an icon that is unticked goes with the next build, also after a review', async () => {
    const on = await built({ change: '## Change\n\n## Files\n\nNone\n\n## Replies\n1. It is.\n' });
    await edit(on, (body) =>
      body.replace('- [x] `icons/toolbar-icon.png`', '- [ ] `icons/toolbar-icon.png`'),
    );
    await on.review(2, { body: 'Is it loud?' });
    expect(await pictures(on)).toEqual(ALL);
    const run = await on.command(1, '/smol build');
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(run.calls).toEqual([]);
    expect(await pictures(on)).toEqual({ [ICON]: SHA });
  });

  test('an icon that is there already stays as it is, and that is said', async () => {
    const on = await stage(
      scene({}, { files: { [ICON]: 'older', 'README.md': '# app\n', 'a.js': 'let a;\n' } }),
    );
    const run = await on.label(1);
    expect(run.outputs, run.log).toMatchObject({ status: 'created' });
    expect(await pictures(on)).toEqual({ ...ALL, [ICON]: blobSha('older') });
    expect((await on.github.pullRequest(2)).body).toContain(
      `\`${ICON}\` – the picture that is there stays as it is`,
    );
  });

  test('a review can add an icon, move one, and take one away; what it moves keeps its bytes', async () => {
    const change = `## Change

## Files
- \`icons/icon-48.png\` – add – a smaller icon.
- \`icons/logo.png\` – rename from \`${ICON}\` – nothing else.
- \`icons/toolbar-icon.png\` – delete – not needed.

## Replies
1. Done.
`;
    const on = await built({ change });
    const run = await on.review(2, { body: 'Another icon, please.' });
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    const now = { 'icons/icon-48.png': drawn('icons/icon-48.png', 48), 'icons/logo.png': SHA };
    expect(await pictures(on)).toEqual(now);
    const { body } = await on.github.pullRequest(2);
    expect(body).toContain('Add it yourself');
    expect(body).toContain('Drawn, as placeholders: `icons/icon-48.png`, `icons/logo.png`.');
    const undone = await on.command(2, '/smol undo');
    expect(undone.outputs, undone.log).toMatchObject({ status: 'updated' });
    expect(await pictures(on)).toEqual(ALL);
  });
});

async function edit({ github }: Scene, change: (body: string) => string, by = 'ann'): Promise<void> {
  const [status] = (await github.comments(1)).filter(({ authorType }) => authorType === 'Bot');
  const body = change(status?.body ?? '');
  expect(body).not.toBe(status?.body);
  await github.editComment(status?.id ?? 0, body, by);
}

describe('the command', () => {
  async function smol(folder: string) {
    const model = await startModel({ answer: appAnswers(RADAR) });
    onTestFinished(() => model.close());
    const env = { OPENAI_API_KEY: model.apiKey, OPENAI_BASE_URL: model.url };
    const run = await runCli(['beep', '--model', 'test-model', '--out', '.'], { cwd: folder, env });
    return { ...run, calls: model.requests().length };
  }

  test('draws the icons into the folder, tells of the sound, and leaves a person’s picture alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'smol-icons-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const run = await smol(folder);
    expect(run.exitCode, run.stderr).toBe(0);
    expect(blobSha(readFileSync(join(folder, ICON)))).toBe(SHA);
    expect(run.stdout).toContain(`Drawn, as placeholders:\n  ${ICON}\n`);
    expect(run.stdout).toContain(
      'add them yourself:\n  sounds/beep.mp3 (used by js/audio.js:1 and 1 more file)',
    );

    writeFileSync(join(folder, ICON), 'theirs');
    const again = await smol(folder);
    expect(again.exitCode, again.stderr).toBe(0);
    expect(again.calls).toBe(0);
    expect(readFileSync(join(folder, ICON), 'utf8')).toBe('theirs');
    expect(readdirSync(join(folder, 'icons')).sort()).toEqual(['icon-128.png', 'toolbar-icon.png']);
  });
});
