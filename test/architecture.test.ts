import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const DIST = join(ROOT, 'dist');

type Rule = {
  /** Other rooms, or single files of them, whose code may be used. */
  readonly uses: readonly string[];
  /** Packages and built-in modules. */
  readonly packages: readonly string[];
};

/** Who may import whom: rooms, and the files directly under `src/`, which are entries but for `heap.ts` and `jitless.ts`. */
const RULES: Record<string, Rule> = {
  'action.ts': {
    uses: ['github', 'report', 'model', 'heap', 'jitless'],
    packages: ['@actions/core', '@actions/github', 'node:fs', 'node:http', 'node:timers/promises'],
  },
  'cli.ts': { uses: ['terminal', 'smol', 'model', 'heap'], packages: ['node:fs', 'node:tty'] },
  'heap.ts': { uses: [], packages: ['node:v8'] },
  'jitless.ts': { uses: [], packages: ['zod'] },
  'index.ts': { uses: ['smol', 'model'], packages: [] },
  github: {
    uses: ['smol', 'report', 'check', 'model/port', 'model/errors', 'model/endpoint'],
    packages: ['@octokit/rest', '@octokit/request-error', 'node-diff3', 'node:crypto', 'picomatch', 'zod'],
  },
  terminal: {
    uses: ['smol', 'report', 'check', 'model/port', 'model/errors'],
    packages: [
      '@clack/prompts',
      'node:crypto',
      'node:fs',
      'node:fs/promises',
      'node:path',
      'node:stream',
      'node:util',
      'zod',
    ],
  },
  smol: {
    uses: ['check', 'icon', 'model/port', 'model/errors'],
    packages: ['node:timers/promises', 'picomatch', 'tokenx', 'zod'],
  },
  report: {
    uses: [
      'check/finding',
      'model/port',
      'model/errors',
      'smol/events',
      'smol/file-list',
      'smol/plan-difference',
    ],
    packages: ['smol-toml'],
  },
  check: {
    uses: [],
    packages: [
      '@babel/parser',
      '@babel/types',
      'jsonc-parser',
      'parse5',
      'picomatch',
      'postcss',
      'postcss-scss',
      'smol-toml',
      'yaml',
    ],
  },
  icon: { uses: [], packages: [] },
  model: {
    uses: [],
    packages: ['jsonrepair', 'node:net', 'node:timers/promises', 'openai', 'p-retry', 'tokenx', 'zod'],
  },
};

/** The one place that touches the environment of the process. */
const ENTRIES = ['action.ts', 'cli.ts'];

type Source = { readonly file: string; readonly room: string; readonly text: string };

const sources = sourcesOf('src');

/** Our TypeScript in a folder; what models wrote is none. */
function sourcesOf(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.startsWith('recordings/'))
    .map((file) => ({
      file,
      room: file.split('/')[0] ?? file,
      text: withoutComments(readFileSync(join(ROOT, folder, file), 'utf8')),
    }));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function importsOf({ text }: Source): string[] {
  return [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)'([^']+)'/gm)].map(
    (match) => match[1] ?? '',
  );
}

/** Types are no code: who is told of what may stand anywhere. */
function codeOf(source: Source): Source {
  return { ...source, text: source.text.replace(/^(?:import|export) type\b[^;]*;/gm, '') };
}

/** `./x.js` of `smol/a.ts` → `smol/x`. */
function targetOf(source: Source, specifier: string): string {
  return join(source.file, '..', specifier).replaceAll('\\', '/').replace(/\.js$/, '');
}

/** The rooms of `src/github/`, each of which may use those before it; the steps of the bot use them all. */
const IN_BOT = ['api', 'markup', 'saved', 'branch', 'repository', 'asked', 'told'];

function roomInBot(file: string): number {
  const [, room = '', rest] = file.split('/');
  return rest === undefined ? IN_BOT.length : IN_BOT.indexOf(room);
}

describe('who may import whom', () => {
  test('every room has a rule', () => {
    expect([...new Set(sources.map(({ room }) => room))].filter((room) => RULES[room] === undefined)).toEqual(
      [],
    );
  });

  test.each(sources)('$file', (source) => {
    const rule = RULES[source.room];
    const wrong = importsOf(source).filter((specifier) => {
      if (!specifier.startsWith('.')) return !rule?.packages.includes(specifier);
      const target = targetOf(source, specifier);
      const room = target.split('/')[0] ?? '';
      return room !== source.room && !rule?.uses.some((allowed) => allowed === room || allowed === target);
    });
    expect(wrong).toEqual([]);
  });

  test('a room of the bot uses those that it stands upon, and no step of the bot itself', () => {
    const own = sources.filter(({ file }) => /^github\/\w+\//.test(file));
    expect(own.length).toBeGreaterThan(0);
    const wrong = own.flatMap((source) => {
      const level = roomInBot(source.file);
      const used = importsOf(codeOf(source)).filter((specifier) => specifier.startsWith('.'));
      return used
        .map((specifier) => targetOf(source, specifier))
        .filter((target) => target.startsWith('github/') && roomInBot(target) > level)
        .map((target) => `${source.file} uses ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test('no two rooms of the checks use each other, not by way of others either', () => {
    const placeOf = (target: string) => target.split('/').slice(0, 2).join('/').replace(/\.ts$/, '');
    const used = new Map<string, Set<string>>();
    for (const source of sources.filter(({ room }) => room === 'check')) {
      const place = placeOf(source.file);
      const targets = importsOf(codeOf(source)).filter((specifier) => specifier.startsWith('.'));
      const places = targets.map((specifier) => placeOf(targetOf(source, specifier)));
      used.set(place, new Set([...(used.get(place) ?? []), ...places.filter((each) => each !== place)]));
    }
    expect(used.size).toBeGreaterThan(10);
    const reaches = (from: string, goal: string, seen = new Set<string>()): boolean =>
      [...(used.get(from) ?? [])].some((next) => {
        if (next === goal) return true;
        return !seen.has(next) && reaches(next, goal, seen.add(next));
      });
    expect([...used.keys()].filter((place) => reaches(place, place))).toEqual([]);
  });

  test('what is built holds nothing of the emulators', () => {
    const built = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.js$/.test(file),
    );
    const texts = built.map((file) => ({ file, text: readFileSync(join(DIST, file), 'utf8') }));
    expect(built).toContain('index.js');
    expect(
      texts.filter(({ text }) => /aimock|copilotkit|emulate/i.test(text)).map(({ file }) => file),
    ).toEqual([]);
  });

  test('only the entries touch the environment', () => {
    const touching = sources.filter(({ text }) => /\bprocess\./.test(text)).map(({ file }) => file);
    expect(touching.filter((file) => !ENTRIES.includes(file))).toEqual([]);
  });

  test('zod is imported whole, which leaves its languages out of the bundle', () => {
    const named = sources.filter(({ text }) => /import\s+(?:type\s+)?\{[^}]*\}\s+from 'zod'/.test(text));
    expect(named.map(({ file }) => file)).toEqual([]);
  });

  test('S66 nothing of ours starts a process or evaluates text', () => {
    const risky =
      /\bnode:(?:child_process|cluster|vm|worker_threads|module|repl|inspector)\b|\beval\s*\(|\bFunction\s*\(|\bimport\s*\(\s*[^'\s]|\brequire\s*\(/;
    expect(sources.filter(({ text }) => risky.test(text)).map(({ file }) => file)).toEqual([]);
  });

  test('S72 nothing of ours asks the machine for its language or its clock’s zone', () => {
    const local = [
      /\.localeCompare\(/,
      /\.toLocale\w*\((?!')/,
      /\bIntl\.\w+\((?!')/,
      /\.(?:get|set)(?:Hours|Minutes|Date|Day|Month|FullYear|TimezoneOffset)\(/,
      /\.to(?:Date|Time)String\(/,
    ];
    const asking = sources.filter(({ text }) => local.some((pattern) => pattern.test(text)));
    expect(asking.map(({ file }) => file)).toEqual([]);
  });
});

/** What may be used besides the own folder. All run what is built; the demo knows what a prompt is made of. */
const OUTSIDE = {
  demo: [
    'test/support/',
    'src/github/asked/issue-text',
    'src/model/endpoint',
    'src/model/errors',
    'src/smol/prompts',
  ],
  // What the checks come to on other people's packages is measured on the checks themselves.
  bench: ['test/support/', 'src/check/', 'src/smol/plan'],
  // Part of the sweep runs in this process: what it starts, and what its invariants look for.
  'test/sweep': [
    'test/support/',
    'src/github/bot',
    'src/github/told/outcome',
    'src/github/api/stop',
    'src/model/openai',
    'src/model/port',
    'src/report/marker',
    'src/report/problems',
  ],
};

test.each(Object.entries(OUTSIDE))('%s uses nothing of src beyond its list', (folder, allowed) => {
  const targets = sourcesOf(folder).flatMap((source) =>
    importsOf(source)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => targetOf({ ...source, file: `${folder}/${source.file}` }, specifier)),
  );
  expect(targets).not.toEqual([]);
  const known = [`${folder}/`, ...allowed];
  expect(targets.filter((target) => !known.some((start) => target.startsWith(start)))).toEqual([]);
});
