import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createModel } from '../../src/model/openai.js';
import { generateCode } from '../../src/smol/code.js';
import { linkShortener, ticTacToe } from '../support/apps/index.js';
import { type AnswerFunction, appAnswers, hostile, startModel } from '../support/model/index.js';
import { runCli } from '../support/runner.js';

/**
 * What smol_dev 0.0.3 did wrong, as far as it can be seen from outside; each row fails on its behaviour. Its
 * fences are in `test/smol/unwrap.test.ts`.
 */
let folder = '';
let close = async () => {};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smol-original-'));
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await close();
});

async function cli(args: readonly string[], answer: AnswerFunction = appAnswers(ticTacToe)) {
  const model = await startModel({ answer });
  close = () => model.close();
  const run = await runCli(['a tic-tac-toe game', '--yes', '--model', 'test-model', ...args], {
    cwd: folder,
    env: { OPENAI_API_KEY: model.apiKey, OPENAI_BASE_URL: model.url },
  });
  const asked = model.requests().map(({ body }) => JSON.stringify(body));
  return { run, asked, requests: model.requests() };
}

const written = (path: string) => readFileSync(join(folder, path), 'utf8');

describe('unlike the original', () => {
  test('the model is told the path that the plan gives, not the one on disk', async () => {
    const { run, asked } = await cli(['--generate_folder_path', 'out']);
    expect(run.exitCode, run.stderr).toBe(0);
    expect(asked.filter((body) => body.includes('Write `out/'))).toEqual([]);
    expect(asked.filter((body) => body.includes('Write `game.js`'))).toHaveLength(1);
    expect(written('out/game.js')).toBe(ticTacToe.files['game.js']);
  });

  test('a reply that stops at the token limit is no good file', async () => {
    const good = appAnswers(ticTacToe);
    const cut: AnswerFunction = (request) =>
      JSON.stringify(request.messages).includes('Write `game.js`')
        ? { text: `// part ${request.index}\n`, finishReason: 'length' }
        : good(request);
    const { run } = await cli([], cut);
    expect(run.exitCode).toBe(1);
    expect(run.stderr + run.stdout).toContain('game.js');
    expect(readdirSync(join(folder, 'generated'))).not.toContain('game.js');
  });

  test('every file is asked for once, under its own name', async () => {
    const { asked } = await cli(['--out', 'out'], appAnswers(linkShortener));
    for (const path of Object.keys(linkShortener.files)) {
      expect(asked.filter((body) => body.includes(`Write \`${path}\``))).toHaveLength(1);
    }
  });

  test('a folder with somebody’s work in it keeps all of it', async () => {
    writeFileSync(join(folder, 'thesis.txt'), 'years of work');
    writeFileSync(join(folder, 'game.js'), 'mine');
    const { run } = await cli(['--generate_folder_path', '.']);
    expect(written('thesis.txt')).toBe('years of work');
    expect(written('game.js')).toBe('mine');
    expect(run.stderr + run.stdout).toContain('game.js');
  });

  test('the model does not choose where to write', async () => {
    const outside = `${ticTacToe.plan.trimEnd()}\n- \`../../escape.js\` (~2 lines) – no.\n- \`.git/hooks/x\` (~2 lines) – no.\n`;
    const { run, asked } = await cli([], appAnswers({ ...ticTacToe, plan: outside }));
    expect(asked.some((body) => body.includes('Write `../'))).toBe(false);
    expect(asked.some((body) => body.includes('Write `.git/'))).toBe(false);
    expect(run.stdout + run.stderr).toContain('escape.js');
    expect(written('generated/index.html')).toBe(ticTacToe.files['index.html']);
  });

  test('a file that the plan lists twice is made once, and text is written as UTF-8', async () => {
    const twice = `${ticTacToe.plan.trimEnd()}\n- \`game.js\` (~2 lines) – once more.\n`;
    const files = { ...ticTacToe.files, 'README.md': '# Spiel ✓ 漢字\n' };
    const { asked } = await cli([], appAnswers({ ...ticTacToe, plan: twice, files }));
    expect(asked.filter((body) => body.includes('Write `game.js`'))).toHaveLength(1);
    expect(written('generated/README.md')).toBe('# Spiel ✓ 漢字\n');
  });

  test('`--debug False` means no', async () => {
    const { run } = await cli(['--debug', 'False']);
    expect(run.exitCode).toBe(0);
    const loud = await cli(['--debug', 'True', '--out', 'loud']);
    expect(loud.run.stderr.length).toBeGreaterThan(run.stderr.length * 2);
  });

  test('a plan call that fails once is made again', async () => {
    const good = appAnswers(ticTacToe);
    const { run, requests } = await cli([], (request) =>
      request.index === 0 ? { raw: hostile.unavailableOnce } : good(request),
    );
    expect(run.exitCode, run.stderr).toBe(0);
    expect(requests[0]?.status).toBe(503);
  });

  test('a list of files that is asked for separately is asked for again as well', async () => {
    const good = appAnswers({ ...ticTacToe, plan: '# Tic-tac-toe\nA game in one page.\n' });
    let lists = 0;
    const { run } = await cli([], (request) => {
      if (request.responseFormat === undefined) return good(request);
      lists += 1;
      return lists === 1 ? { status: 503, body: { error: { message: 'busy' } } } : good(request);
    });
    expect(run.exitCode, run.stderr).toBe(0);
    expect(lists).toBe(2);
  });

  test('no temperature is sent unless it was asked for', async () => {
    const { asked } = await cli([]);
    expect(asked.filter((body) => body.includes('temperature'))).toEqual([]);
  });

  test('files are written at the same time', async () => {
    const good = appAnswers(linkShortener);
    const { requests } = await cli([], (request) => {
      const answer = good(request);
      return 'text' in answer ? { ...answer, firstTokenMs: 200 } : answer;
    });
    const [, ...files] = requests;
    const lastStart = Math.max(...files.map(({ arrivedAt }) => arrivedAt));
    const secondEnd = files
      .map(({ finishedAt }) => finishedAt ?? Number.POSITIVE_INFINITY)
      .sort((a, b) => a - b)[1];
    expect(lastStart).toBeLessThan(secondEnd ?? 0);
  });

  test('an error in the reader of a stream is the reader’s, not swallowed', async () => {
    const server = await startModel({ answer: appAnswers(ticTacToe) });
    close = () => server.close();
    const model = createModel({ apiKey: server.apiKey, baseUrl: server.url, model: 'test-model' });
    const mine = new Error('the disk is full');
    const failing = generateCode({ prompt: 'a game', plan: ticTacToe.plan, path: 'game.js' }, model, {
      onDelta: () => {
        throw mine;
      },
    });
    await expect(failing).rejects.toBe(mine);
  });
});
