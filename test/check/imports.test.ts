import { expect, test } from 'vitest';
import { type Files, found, told } from './apps.js';

const LOST: readonly [string, Files, string][] = [
  [
    'a name that a file does not export, whatever keeps caches from an old one',
    { 'a.js': "import { load } from './b.js?v=2';\nload();\n", 'b.js': 'export const save = 1;\n' },
    'error a.js:1 `a.js` imports `load` from `./b.js?v=2`, which exports `save`.',
  ],
  [
    'a file of a folder lib, though a compiler is told of libraries',
    {
      'src/a.ts': "import { b } from './lib/b';\nb();\n",
      'tsconfig.json': '{ "compilerOptions": { "lib": ["ES2022"] } }',
    },
    'error src/a.ts:1 `src/a.ts` imports `./lib/b`, which is not there.',
  ],
  [
    'a file of a folder that is not there, and that nothing makes',
    { 'src/a.js': "import { b } from './lib/parser.js';\nb();\n", 'package.json': '{ "main": "src/a.js" }' },
    'error src/a.js:1 `src/a.js` imports `./lib/parser.js`, which is not there.',
  ],
  [
    'a file that is not there',
    { 'a.js': "import { b } from './b.js';\nb();\n" },
    'error a.js:1 `a.js` imports `./b.js`, which is not there.',
  ],
  [
    'a file that is elsewhere, where hardly anything is copied',
    {
      'platform/js/a.js': "import { b } from './b.js';\nb();\n",
      'src/js/b.js': 'export const b = () => 1;\n',
      'make.sh': 'cp -R src/css out\n',
    },
    'error platform/js/a.js:1 `platform/js/a.js` imports `./b.js`, which is not there.',
  ],
  [
    'a name that a module does not export',
    { 'a.js': "import { loadBoards } from './b.js';\n", 'b.js': 'export function loadBoard() {}\n' },
    'error a.js:1 `a.js` imports `loadBoards` from `./b.js`, which exports `loadBoard`.',
  ],
  [
    'a call of what CommonJS does not export',
    {
      'a.js': "const b = require('./b');\n\nb.save();\n",
      'b.js': 'exports = module.exports = { load() {} };\n',
    },
    'error a.js:3 `a.js` imports `save` from `./b`, which exports `load`.',
  ],
  [
    'a file whose letters differ in size',
    { 'a.js': "require('./Store');\n", 'store.js': 'exports.a = 1;\n' },
    'error a.js:1 `a.js` imports `./Store`, but the file is called `store.js`: small and capital letters differ.',
  ],
  [
    'the default of a file that gives nothing',
    { 'a.js': "import types from './b.js';\ntypes();\n", 'b.js': 'const types = Math.random();\n' },
    'warning a.js:1 `a.js` imports the default of `./b.js`, which has none: it exports nothing.',
  ],
  [
    'a file whose letters differ in size, by a name that tools give, too',
    { 'a.js': "require('./Version');\n", 'version.js': 'exports.a = 1;\n' },
    'error a.js:1 `a.js` imports `./Version`, but the file is called `version.js`: small and capital letters differ.',
  ],
];

test.each(LOST)('%s is found', async (_, files, sentence) => {
  expect(told(await found('imports', files))).toEqual([sentence]);
});

const CALLS = "const b = require('./b');\nb.save();\n";
const OPEN: readonly (readonly [string, string])[] = [
  ['an alias', 'var api = module.exports = {};\napi.save = () => {};\n'],
  [
    'an alias that was declared before',
    'let api;\napi = module.exports = { load() {} };\napi.save = () => {};\n',
  ],
  ['an alias of exports', 'const api = exports;\napi.save = () => {};\n'],
  ['a copy', "Object.assign(module.exports, require('other'));\n"],
  ['a computed name', "module.exports[['save'].join('')] = () => {};\n"],
  ['a spread', "module.exports = { load() {}, ...require('other') };\n"],
  ['a value made by code', 'module.exports = make();\n'],
  ['the module as a value', 'fill(module);\nexports.load = 1;\n'],
  ['what a method puts on it', 'module.exports = { load() { this.save = () => {}; } };\n'],
];

test.each(OPEN)('%s may export anything', async (_, text) => {
  expect(told(await found('imports', { 'a.js': CALLS, 'b.js': text }))).toEqual([]);
});

const LAID: readonly (readonly [string, Files])[] = [
  ['what a build makes', { 'src/a.js': "require('../dist/all');\n", 'dist/other.js': '' }],
  ['a template', { 'tmpl/a.js': "import './index.css';\n" }],
  [
    'a host that gives places of its own',
    { 'app/a.js': "import './config/environment';\n", 'ember-cli-build.js': '' },
  ],
  [
    'settings that are copied',
    { 'config/js/webpack.common.js': "require('./paths');\n", 'templates/a.js': '' },
  ],
  [
    'a declaration that git leaves out',
    { 'src/a.ts': "import type { B } from './b.js';\nexport type { B };\n", '.gitignore': 'src/b.d.ts\n' },
  ],
  [
    'what a package says its code is compiled into',
    {
      'bin/a.js': "require('../lib/b.js');\n",
      'package.json': '{ "scripts": { "build": "tsc --outDir lib" } }',
    },
  ],
  [
    'what a script puts there with others',
    {
      'platform/js/a.js': "import { b } from './b.js';\nb();\n",
      'src/js/b.js': 'export const b = () => 1;\n',
      'tools/make.sh': `${'cp -R src/css $DES\n'.repeat(3)}cp -R src/js $DES\nrsync platform/js $DES\n`,
    },
  ],
  [
    'what a grammar is made into',
    { 'a.js': "import { parse } from './parser.js';\nparse();\n", 'a.peggy': '' },
  ],
  [
    'types that a framework makes',
    {
      'src/routes/+page.ts':
        "import type { PageLoad } from './$types';\nexport const load: PageLoad = () => ({});\n",
      'app/root.tsx': "import type { Route } from './+types/root';\nexport const a: Route = {};\n",
    },
  ],
  [
    'what a part of a page requires',
    { 'sections/a.html': "<p>a</p>\n<script>require('./scripts/a');</script>\n" },
  ],
  [
    'what a bundler makes of a file',
    {
      'a.js': "import Search from './b.js?worker';\nnew Search();\n",
      'b.js': 'onmessage = () => postMessage(1);\n',
    },
  ],
  ['a list that a tool writes', { 'webpack/dll.js': "require('./manifest.json');\n" }],
  ['what is only tried', { 'a.js': "try { require('./b'); } catch {}\n" }],
  [
    'a member of a default',
    { 'a.js': "import * as all from './b.js';\nall.make();\n", 'b.js': 'export default {};\n' },
  ],
];

test.each(LAID)('%s is no error', async (_, files) => {
  const findings = await found('imports', files);
  expect(told(findings.filter(({ severity }) => severity === 'error'))).toEqual([]);
});

const PYTHON: readonly (readonly [string, Files])[] = [
  [
    'a package that makes its modules',
    {
      'app/__init__.py': '',
      'app/six/__init__.py': 'import sys\nsys.modules[__name__ + ".moves"] = object()\n',
      'app/main.py': 'from app.six.moves import urllib\n',
    },
  ],
  [
    'a folder that is called like a package',
    {
      'tools/lint/pylint/plugins/a.py': 'from pylint.checkers import BaseChecker\n',
      'tools/lint/pylint/config/b.py': '',
    },
  ],
  [
    'a folder of packages that the manifest names',
    {
      'g/pyproject.toml':
        '[project.scripts]\ngyp = "gyp:main"\n[tool.setuptools]\npackage-dir = {"" = "pylib"}\n',
      'g/pylib/gyp/__init__.py': 'def main():\n    pass\n',
      'g/gyp/other.py': '',
    },
  ],
];

test.each(PYTHON)('in Python, %s is no error', async (_, files) => {
  expect(told(await found('imports', files))).toEqual([]);
});

test.each<[string, string, number]>([
  ['a file', '*.keys.js\n', 0],
  ['a file whose end the import leaves out', '/lib/secret.ts\n', 0],
  ['a folder', 'made/\n', 0],
  ['nothing of it', '/other/made/\n!*.keys.js\n', 3],
])('what git is told to leave out is made by somebody: %s', async (_, ignored, most) => {
  const lib = "import './a.keys.js';\nimport './secret';\nimport './made/b.js';\n";
  const lost = await found('imports', { '.gitignore': ignored, 'lib/app.js': lib });
  expect(lost.length).toBe(most === 0 ? 2 : most);
});

test('files that a host lays elsewhere are not missed where they lie', async () => {
  const files = { 'plugins/a/plugin.info': '{}', 'plugins/a/mode.js': "require('../../mode/xml');\n" };
  expect(await found('imports', files)).toEqual([]);
});
