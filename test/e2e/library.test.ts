import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { appAnswers, type Model, startModel } from '../support/model/index.js';
import { runCli } from '../support/runner.js';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** The examples of the README, as a stranger would copy them into a project that has the package installed. */
const examples = [...readFileSync(join(PROJECT, 'README.md'), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(
  (match) => match[1] ?? '',
);

let folder = '';
let model: Model;

beforeAll(async () => {
  model = await startModel({ answer: appAnswers(ticTacToe) });
  folder = mkdtempSync(join(tmpdir(), 'smol-library-'));
  mkdirSync(join(folder, 'node_modules', '@types'), { recursive: true });
  symlinkSync(PROJECT, join(folder, 'node_modules', 'smol-issue'));
  symlinkSync(join(PROJECT, 'node_modules/@types/node'), join(folder, 'node_modules/@types/node'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});

afterAll(async () => {
  await model.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The example with the endpoint of the test in place of the reader's. */
function against(example: string): string {
  const endpoint = `apiKey: ${JSON.stringify(model.apiKey)}, baseUrl: ${JSON.stringify(model.url)}, model: 'test-model'`;
  return example.replace(/createModel\(\{.*\}\)/, `createModel({ ${endpoint} })`);
}

describe('the examples of the README', () => {
  test('are two, and pass the type check', () => {
    expect(examples).toHaveLength(2);
    for (const [index, example] of examples.entries())
      writeFileSync(join(folder, `typed${index}.ts`), example);
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--types', 'node'];
    const files = examples.map((_, index) => join(folder, `typed${index}.ts`));
    execFileSync(join(PROJECT, 'node_modules/.bin/tsc'), [...options, ...files], {
      cwd: folder,
      stdio: 'pipe',
    });
  });

  test.each([0, 1])('number %i runs', async (index) => {
    const script = join(folder, `run${index}.ts`);
    writeFileSync(script, against(examples[index] ?? ''));
    const run = await runCli([], { script, cwd: folder });
    expect(run.exitCode, run.stderr).toBe(0);
    expect(run.stdout).toContain('Tic-tac-toe');
  });
});

describe('the package', () => {
  test('exports what the original had, and the whole as events', async () => {
    const exported = Object.keys(await import('../../src/index.js'));
    expect(exported).toEqual(
      expect.arrayContaining([
        'plan',
        'specifyFilePaths',
        'generateCode',
        'develop',
        'createModel',
        'ModelError',
      ]),
    );
  });

  test('holds the library and the command, and nothing of the action or the tests', () => {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        cwd: PROJECT,
        encoding: 'utf8',
      }),
    ) as { files: { path: string }[] }[];
    const folders = new Set(packed?.files.map(({ path }) => path.split('/').slice(0, 2).join('/')));
    expect([...folders].sort()).toEqual(
      ['LICENSE', 'README.md', 'dist/cli', 'dist/cli.js', 'dist/lib', 'package.json'].sort(),
    );
  });
});
