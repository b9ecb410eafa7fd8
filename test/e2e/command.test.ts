import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { type AnswerFunction, appAnswers, type Model, pace, startModel } from '../support/model/index.js';
import { runCli } from '../support/runner.js';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

let folder = '';
const models: Model[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smol-command-'));
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all(models.splice(0).map((model) => model.close()));
});

async function smol(args: readonly string[], answer: AnswerFunction = appAnswers(ticTacToe), more = {}) {
  const model = await startModel({ answer });
  models.push(model);
  const env = { OPENAI_API_KEY: model.apiKey, OPENAI_BASE_URL: model.url };
  return { ...(await runCli(args, { cwd: folder, env, ...more })), asked: model.requests() };
}

const read = (path: string) => readFileSync(join(folder, path), 'utf8');

describe('the built command', () => {
  test('writes the app and its plan, and ends with files, tokens and time', async () => {
    const run = await smol(['A HTML/JS/CSS Tic Tac Toe Game', '--model', 'test-model']);
    expect(run.exitCode, run.stderr).toBe(0);
    for (const [path, content] of Object.entries(ticTacToe.files))
      expect(read(`generated/${path}`)).toBe(content);
    expect(read('generated/shared_deps.md').trim()).toBe(ticTacToe.plan.trim());
    expect(run.stdout).toMatch(/4 files/);
    expect(run.stdout).toMatch(/tokens/);
  });

  test('takes the prompt from a file, by its name or by --prompt', async () => {
    writeFileSync(join(folder, 'prompt.md'), 'A game of noughts and crosses');
    for (const args of [['prompt.md'], ['--prompt', 'prompt.md']]) {
      const run = await smol([...args, '--model', 'test-model', '--plan-only']);
      expect(run.exitCode, run.stderr).toBe(0);
      expect(run.stdout).toContain('## Contract');
      rmSync(join(folder, 'generated'), { recursive: true });
      expect(JSON.stringify(run.asked[0]?.body)).toContain('noughts and crosses');
    }
  });

  test('goes on where an interrupted run stopped', { timeout: 30_000 }, async () => {
    const good = appAnswers(ticTacToe);
    const slow = pace(good, { tokensPerSecond: 20, firstTokenMs: 10 });
    const args = ['a game', '--model', 'test-model', '--debug'];
    const stopped = await smol(args, (request) => (request.index < 3 ? good(request) : slow(request)), {
      signalAfter: (log: string) => /style\.css.*(done|lines)/i.test(log) || log.includes('game.js'),
    });
    expect(stopped.exitCode).toBe(130);
    const run = await smol(args);
    expect(run.exitCode, run.stderr).toBe(0);
    expect(run.asked.length).toBeLessThan(5);
    for (const [path, content] of Object.entries(ticTacToe.files))
      expect(read(`generated/${path}`)).toBe(content);
  });

  test('says what to set when there is no key, before anything is asked', async () => {
    const run = await runCli(['a game'], { cwd: folder });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('OPENAI_API_KEY');
  });

  test('answers --help at once: little more than node itself takes', { timeout: 60_000 }, () => {
    const node = join(PROJECT, 'node_modules/.bin/node');
    // Processor time of the process itself, which does not grow with what else the machine has to do.
    const told =
      'process.on("exit",()=>{const{user,system}=process.cpuUsage();process.stderr.write(String(user+system))})';
    const taken = (...args: string[]) => {
      const { stderr } = spawnSync(node, ['--import', `data:text/javascript,${told}`, ...args], {
        encoding: 'utf8',
      });
      return Number(stderr);
    };
    // In turns: what makes the processor slower for a while is there for both.
    const pairs = Array.from({ length: 12 }, () => ({
      bare: taken('-e', '0'),
      help: taken(join(PROJECT, 'dist/cli.js'), '--help'),
    }));
    const least = (which: 'bare' | 'help') => Math.min(...pairs.map((pair) => pair[which]));
    expect(least('bare')).toBeGreaterThan(0);
    // 60 ms where bare node takes 35.
    expect(least('help') / least('bare')).toBeLessThan(60 / 35);
  });
});
