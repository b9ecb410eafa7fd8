import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as yaml from 'yaml';
import * as z from 'zod';
import { parseEndpoint } from '../src/model/endpoint.js';
import { costOf, priceOf } from '../src/model/prices.js';
import { BODY_LIMIT } from '../src/report/sections.js';
import { countTokens } from '../src/smol/budget.js';
import { fileMessages, planMessages } from '../src/smol/prompts.js';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const readme = read('README.md');
const Named = z.record(z.string(), z.object({ description: z.string() }));
const action = z.object({ inputs: Named, outputs: Named }).parse(yaml.parse(read('action.yml')));

const Workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      if: z.string(),
      'timeout-minutes': z.number(),
      concurrency: z.object({ group: z.string(), 'cancel-in-progress': z.boolean() }),
      permissions: z.record(z.string(), z.string()),
      steps: z.array(z.object({ uses: z.string(), with: z.record(z.string(), z.string()) })),
    }),
  ),
});
const snippets = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

describe('the README', () => {
  test.each([...Object.entries(action.inputs), ...Object.entries(action.outputs)])(
    'has %s in its tables as action.yml describes it',
    (name, { description }) => {
      const rows = readme.split('\n').filter((line) => line.startsWith(`| \`${name}\` |`));
      expect(rows.join('\n')).toContain(`${description} |`);
    },
  );

  describe('has a workflow to copy which', () => {
    const workflow = Workflow.parse(yaml.parse(snippets[0] ?? ''));
    const job = workflow.jobs.smol;

    test('S68 asks for the three permissions that are needed, in the job, and none besides', () => {
      expect(workflow.permissions).toEqual({});
      expect(job?.permissions).toEqual({ contents: 'write', issues: 'write', 'pull-requests': 'write' });
    });

    test('S68 never cancels a paid run, takes one run an issue, and ends some time', () => {
      expect(job?.concurrency).toMatchObject({ 'cancel-in-progress': false });
      expect(job?.concurrency.group).toContain('github.event.issue.number');
      expect(job?.['timeout-minutes']).toBeGreaterThan(20);
    });

    test('S68 runs only for the label, a command, a review of ours, or by hand', () => {
      const { workflow_dispatch: _, ...events } = workflow.on;
      expect(events).toEqual({
        issues: { types: ['labeled'] },
        issue_comment: { types: ['created'] },
        pull_request_review: { types: ['submitted'] },
      });
      expect(job?.if.split(' || ')).toEqual([
        "github.event_name == 'workflow_dispatch'",
        "github.event.label.name == 'smol'",
        "contains(github.event.comment.body, '/smol')",
        "startsWith(github.event.pull_request.head.ref, 'smol/')",
      ]);
    });

    test('S68 takes what is said about one pull request in turn, and a stop at once', () => {
      expect(job?.concurrency.group).toContain('github.event.pull_request.number');
      expect(job?.concurrency.group).toContain("!contains(github.event.comment.body, '/smol stop')");
    });

    test('S19 S68 lets no stranger take the place of a run that waits', () => {
      expect(job?.concurrency.group).toContain("contains('OWNER MEMBER COLLABORATOR', ");
      expect(job?.concurrency.group).toContain('github.event.review.author_association');
    });

    test('S68 sets only inputs that there are, and puts nobody’s text into a shell', () => {
      for (const step of job?.steps ?? []) {
        expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)));
      }
      expect(snippets[0]).not.toContain('run:');
    });
  });
});

/** The text of a section, up to the next heading of its level. */
function sectionOf(heading: string): string {
  const [, after = ''] = readme.split(`\n## ${heading}\n`);
  return after.split('\n## ')[0] ?? '';
}

/** The cells of each row of a section's tables, without emphasis and without the thousands' commas of numbers. */
function rowsOf(section: string): string[][] {
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) =>
        cell
          .replaceAll('**', '')
          .replace(/(?<=\d),(?=\d{3})/g, '')
          .trim(),
      ),
  );
}

describe('the tables of inputs and outputs', () => {
  const run = (folder: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(ROOT, 'scripts/readme.mjs'), ...args], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 15_000,
    });

  test('are those of action.yml', () => {
    const { status, stderr } = run(ROOT, '--check');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('are reported when they are stale, and written anew', () => {
    const folder = mkdtempSync(join(tmpdir(), 'smol-readme-'));
    try {
      const changed = read('action.yml').replace('default: "100"', 'default: "101"');
      writeFileSync(join(folder, 'action.yml'), changed);
      writeFileSync(join(folder, 'README.md'), readme);
      expect(run(folder, '--check')).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('npm run readme'),
      });
      expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(readme);
      expect(run(folder).status).toBe(0);
      expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(
        readme.replace('| `max-files` | `100` |', '| `max-files` | `101` |'),
      );
      expect(run(folder, '--check').status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('what it costs', () => {
  const price = priceOf('gpt-6-sol');
  const rows = rowsOf(sectionOf('What it costs')).filter(([, tokens]) => /^\d+$/.test(tokens ?? ''));
  const [fresh = [], written = [], cached = [], out = [], total = []] = rows;
  const number = (cell: string | undefined) => Number(cell);

  test('has the prices of the list', () => {
    const rates = [fresh, written, cached, out].map(([, , rate]) => number(rate));
    expect(rates).toEqual([price?.input, price?.cacheWrite, price?.cached, price?.output]);
    expect(sectionOf('What it costs')).toContain(
      `${Object.keys(JSON.parse(read('src/model/prices.json'))).length} models`,
    );
  });

  test('adds up', () => {
    for (const [, tokens, rate, dollars] of [fresh, written, cached, out]) {
      expect(((number(tokens) * number(rate)) / 1_000_000).toFixed(4)).toBe(dollars);
    }
    const [freshTokens, writtenTokens, cachedTokens, outputTokens] = [fresh, written, cached, out].map(
      ([, tokens]) => number(tokens),
    );
    if (price === null || freshTokens === undefined || writtenTokens === undefined)
      throw new Error('no rows');
    if (cachedTokens === undefined || outputTokens === undefined) throw new Error('no rows');
    const inputTokens = freshTokens + writtenTokens + cachedTokens;
    const cost = costOf(price, { inputTokens, cachedTokens, cacheWriteTokens: writtenTokens, outputTokens });
    expect(total[1]).toBe(String(inputTokens + outputTokens));
    expect(total[3]).toBe(cost.toFixed(4));
  });

  test('counts what is really sent', () => {
    const words = /a request of (\d+) tokens, a plan of ([\d,]+), files of (\d+) each/.exec(
      sectionOf('What it costs'),
    );
    const [request = 0, plan = 0, file = 0] = (words ?? [])
      .slice(1)
      .map((text) => Number(text.replace(',', '')));
    const tokens = (messages: readonly { content: string }[]) =>
      messages.reduce((sum, { content }) => sum + countTokens(content), 0);
    const planned = tokens(planMessages({ prompt: '' })) + request;
    const asked = tokens(fileMessages({ prompt: '' }, '', 'src/app/board.js')) + request + plan;
    // OpenAI's cache takes whole blocks of 128 tokens: https://platform.openai.com/docs/guides/prompt-caching
    const shared =
      Math.floor((tokens(planMessages({ prompt: '' }).slice(0, 2)) + request + plan) / 128) * 128;
    const [, ofPlan, ofFile] = (/(\d+) for the plan, then (\d+) a file/.exec(fresh[0] ?? '') ?? []).map(
      Number,
    );
    expect([written[1], cached[1], out[1]].map(number)).toEqual([shared, 9 * shared, plan + 10 * file]);
    expect(number(fresh[1])).toBe((ofPlan ?? 0) + 10 * (ofFile ?? 0));
    expect(Math.abs((ofPlan ?? 0) - planned) / planned).toBeLessThan(0.05);
    expect(Math.abs((ofFile ?? 0) + shared - asked) / asked).toBeLessThan(0.02);
  });
});

describe('the endpoints', () => {
  const rows = rowsOf(sectionOf('Endpoints')).map(([cell = '']) => ({
    name: cell.replace(/<br>.*/, ''),
    url: /`(http[^`]+)`/.exec(cell)?.[1],
  }));

  test.each(rows.filter(({ url }) => url !== undefined))(
    '$name has an address that smol takes',
    ({ url = '' }) => {
      const endpoint = parseEndpoint(url);
      expect(endpoint.baseUrl).toBe(url.replace('RESOURCE', 'resource'));
      expect(endpoint.isLocal).toBe(url.startsWith('http://'));
    },
  );

  test('names those that people have', () => {
    expect(rows.filter(({ url }) => url !== undefined).length).toBeGreaterThanOrEqual(10);
    expect(() => parseEndpoint('https://models.github.ai/inference')).toThrow('30 July 2026');
  });
});

test('the limits name the length of a comment', () => {
  expect(sectionOf('Limits')).toContain(`${BODY_LIMIT.toLocaleString('en')} characters`);
});

describe('links', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];
  const anchorOf = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');

  test.each(documents)('of %s lead somewhere', (name) => {
    const text = read(name).replace(/^```[\s\S]*?^```/gm, '');
    const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map((match) => `#${anchorOf(match[1] ?? '')}`);
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    const dead = targets.filter((target) => {
      if (/^https:\/\//.test(target)) return false;
      return target.startsWith('#') ? !anchors.includes(target) : !existsSync(join(ROOT, target));
    });
    expect(dead).toEqual([]);
  });

  test.each(documents)('of %s: files named in passing are there', (name) => {
    const named = [...read(name).matchAll(/`((?:src|test|scripts|demo|bench)\/[\w./-]*)`/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('have words beside every picture', () => {
    const pictures = [...readme.matchAll(/<img [^>]*>/g)].map(([tag]) => tag);
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((tag) => !/\balt="[^"]{20,}"/.test(tag))).toEqual([]);
  });
});
