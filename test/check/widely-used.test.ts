import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lowestMajor } from '../../src/check/known/lowest-major.js';
import { NPM } from '../../src/check/known/npm.js';
import { PYPI } from '../../src/check/known/pypi.js';
import { cpuTimeOf } from '../support/cpu-time.js';
import { type Files, found, toldIn } from './apps.js';

/** What is told of a manifest with these packages; that no file uses them is another matter. */
async function toldOf(packages: Readonly<Record<string, unknown>>, files: Files = {}, kind = 'dependencies') {
  const manifest = JSON.stringify({ name: 'own', private: true, [kind]: packages }, null, 2);
  return (await toldIn({ 'package.json': manifest, ...files })).filter((line) => OURS.test(line));
}

const OURS = /widely used|known/;

type Packages = Readonly<Record<string, unknown>>;

const FINE: readonly (readonly [name: string, packages: Packages, files?: Files])[] = [
  ['a widely used package', { express: '^5.0.0', react: '19', JSONStream: '1', '@babel/core': '*' }],
  ['a package of a widely used scope', { '@types/made-up': '^1.0.0' }],
  ['one from a folder', { expresss: 'file:../expresss', a1b2c3d4: 'workspace:*', b1c2d3: 'link:./b' }],
  ['one from a repository', { expresss: 'github:me/expresss', made: 'me/made', up: 'git+ssh://git@h/a.git' }],
  ['one from an address', { expresss: 'https://example.com/expresss.tgz' }],
  ['one of a catalogue', { expresss: 'catalog:' }],
  ['another package of the same app', { part: '1' }, { 'part/package.json': '{"name":"part"}' }],
  [
    'a package of the own scope',
    { '@made-up-here/b': '1' },
    { 'a/package.json': '{"name":"@made-up-here/a"}' },
  ],
  [
    'one that is installed already',
    { expresss: '1' },
    { 'package-lock.json': '{"packages":{"node_modules/expresss":{"version":"1.0.0"}}}' },
  ],
  ['one that yarn has', { expresss: '1' }, { 'yarn.lock': 'expresss@1:\n  version "1.0.0"\n' }],
  ['an example', {}, { 'examples/a/package.json': '{"dependencies":{"expresss":"1"}}' }],
  ['what is no name', { 'a b': '1', '__proto__ ': '1', '../x': '1', '': '1', a: 1 }],
  ['what is no map', {}, { 'part/package.json': '{"dependencies":["expresss"],"devDependencies":null}' }],
];

describe('a name', () => {
  test.each([
    ['expresss', 'express'],
    ['expres', 'express'],
    ['lodahs', 'lodash'],
    ['body_parser', 'body-parser'],
    ['parser-body', 'body-parser'],
    ['express-rate-limitt', 'express-rate-limit'],
    ['loadable-components', '@loadable/component'],
    ['@babell/core', '@babel/core'],
  ])('%s, that is a slip of a widely used one, is told with it', async (name, near) => {
    const message = `\`${name}\` is not among the widely used packages of npm; is \`${near}\` meant?`;
    const line = `note package.json:5 ${message}`;
    expect(await toldOf({ [name]: '^1.0.0' })).toEqual([line]);
    expect(await toldOf({ [name]: '^1.0.0' }, {}, 'devDependencies')).toEqual([line]);
  });

  test('that nobody knows is told where the app needs it to run', async () => {
    const message =
      '`made-up-poll-kit` is not among the widely used packages of npm: look at it before you install it.';
    expect(await toldOf({ 'made-up-poll-kit': '^1.0.0' })).toEqual([`note package.json:5 ${message}`]);
    expect(await toldOf({ 'made-up-poll-kit': '^1.0.0' }, {}, 'devDependencies')).toEqual([]);
  });

  test('that stands for another package is not looked at, the other is', async () => {
    expect(await toldOf({ made: 'npm:expresss@^5.0.0' })).toEqual([
      'note package.json:5 `expresss` is not among the widely used packages of npm; is `express` meant?',
    ]);
  });

  test('is told once, whoever declares it', async () => {
    const part = JSON.stringify({ name: 'part', dependencies: { expresss: '1' } });
    expect(await toldOf({ expresss: '1' }, { 'part/package.json': part })).toHaveLength(1);
  });

  test('of Python is told where it is a slip of a widely used one', async () => {
    const files = {
      'requirements.txt': '# what it needs\nflask>=3\nreqeusts==2.32\nmade-up-poll-kit\n',
      'part/pyproject.toml': '[project]\nname = "numpyy"\ndependencies = ["scikit-lern>=1"]\n',
    };
    expect((await toldIn(files)).filter((line) => OURS.test(line))).toEqual([
      'note part/pyproject.toml:3 `scikit-lern` is not among the widely used packages of PyPI; is `scikit-learn` meant?',
      'note requirements.txt:3 `reqeusts` is not among the widely used packages of PyPI; is `requests` meant?',
    ]);
  });

  test.each(FINE.map(([name, packages, files = {}]) => [name, packages, files] as const))(
    'of %s is not told',
    async (_, packages, files) => {
      expect(await toldOf(packages, files)).toEqual([]);
    },
  );

  test('that is longer in a lock file is another one', async () => {
    const lock = '{"packages":{"node_modules/expresss-more":{"version":"1.0.0"}}}';
    expect(await toldOf({ expresss: '1' }, { 'package-lock.json': lock })).toHaveLength(1);
  });

  test('is looked at in no time, however many there are', { timeout: 30_000 }, async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`made-up-${index}`, '1']));
    const time = await cpuTimeOf(async () => expect(await toldOf(many)).toHaveLength(20));
    expect(time).toBeLessThan(4_000);
  });
});

describe('a version', () => {
  const newest = NPM.newestMajor('express') ?? 0;

  test('far above all that are known is a warning', async () => {
    expect(await toldOf({ express: `^${newest + 4}.0.0` })).toEqual([
      `warning package.json:5 \`express\` has no version ${newest + 4} that is known; the newest known in ${NPM.month} was ${newest}.`,
    ]);
  });

  test('that comes next is a note: it may be there by now', async () => {
    expect(await toldOf({ express: `${newest + 1}.x` })).toEqual([
      `note package.json:5 \`express\` has no version ${newest + 1} that is known; the newest known in ${NPM.month} was ${newest}.`,
    ]);
  });

  test.each([`^${newest}.1.0`, '*', 'latest', '>=3', '^4 || ^99', '^99.0.0-beta.1', 'npm:react@^19', '<99'])(
    '%s is fine',
    async (range) => {
      expect(await toldOf({ express: range })).toEqual([]);
    },
  );

  test.each<readonly [string, number | null]>([
    ['^4.18.0', 4],
    ['~1.2', 1],
    ['v3', 3],
    ['=2.0.0', 2],
    ['>=4 <6', 4],
    ['>= 4.1.0 < 6', 4],
    ['1.2.3 - 4', 1],
    ['^5 || ^4', 4],
    ['2.x', 2],
    ['x', 0],
    ['', 0],
    ['<=9', 0],
    ['^0.4.1', 0],
    ['latest', null],
    ['^9.0.0-rc.1', null],
    ['^5 || next', null],
    ['1.2.3.4', null],
  ])('%s takes %s at the lowest', (range, major) => {
    expect(lowestMajor(range)).toBe(major);
  });
});

describe('the lists', () => {
  test.each(['express', 'react', 'zod', '@babel/core', '@types/node', 'typescript', 'vite', 'lodash'])(
    'of npm have %s, and its version',
    (name) => {
      expect(NPM.has(name)).toBe(true);
      expect(NPM.newestMajor(name)).toBeGreaterThan(0);
    },
  );

  test.each(['requests', 'numpy', 'flask', 'typing-extensions', 'python-dotenv'])(
    'of PyPI have %s',
    (name) => {
      expect(PYPI.has(name)).toBe(true);
    },
  );

  test('say when they were made', () => {
    for (const { month } of [NPM, PYPI]) expect(month).toMatch(/^20\d\d-\d\d$/);
  });
});

test('nothing that a manifest says breaks it', async () => {
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom('^9 ||', '- 1', 'npm:@/@', 'npm:', '>'),
    fc.jsonValue(),
  );
  const packages = fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), value);
  await fc.assert(
    fc.asyncProperty(packages, fc.string(), async (names, list) => {
      const files = { 'package.json': JSON.stringify({ dependencies: names }), 'requirements.txt': list };
      for (const { severity } of await found('packages', files)) expect(severity).not.toBe('error');
    }),
    { numRuns: 100 },
  );
});
