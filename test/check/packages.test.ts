import { expect, test } from 'vitest';
import { cpuTimeOf } from '../support/cpu-time.js';
import { type Files, found, told } from './apps.js';

const MANIFEST = JSON.stringify({ name: 'own', dependencies: { express: '^5.0.0' } });

test('a package that is not declared is found, where it is imported', async () => {
  const files = { 'package.json': MANIFEST, 'a.js': "require('express');\nrequire('marked');\n" };
  expect(told(await found('packages', files))).toEqual([
    'error a.js:2 `a.js` imports the package `marked`, which `package.json` does not declare.',
  ]);
});

test('a package is found though a file of settings takes it, or has a word that begins so', async () => {
  const files = {
    'package.json': MANIFEST,
    'c.config.js': "module.exports = { target: 'targets', find: require('find') };\n",
    'a.js': "require('tar');\nrequire('express');\n",
  };
  expect(told(await found('packages', { ...files, 'b.js': "require('find');\n" }))).toEqual([
    'error a.js:1 `a.js` imports the package `tar`, which `package.json` does not declare.',
    'error b.js:1 `b.js` imports the package `find`, which `package.json` does not declare.',
    'warning c.config.js:1 `c.config.js` imports the package `find`, which `package.json` does not declare.',
  ]);
});

test('a name in other letters is found', async () => {
  const files = {
    'package.json': '{"dependencies":{"classnames":"1"}}',
    'a.js': "import cx from 'classNames';\ncx();\n",
  };
  expect(told(await found('packages', files))).toContainEqual(
    'error a.js:1 `a.js` imports the package `classNames`, which `package.json` does not declare. There is `classnames`.',
  );
});

test('many names in lock files take no time', async () => {
  const many = (make: (index: number) => string) =>
    Array.from({ length: 20_000 }, (_, index) => make(index)).join('\n');
  const files = {
    'package.json': '{"dependencies":{"a":"1"}}',
    'package-lock.json': `{"packages":{${many((index) => `"node_modules/p${index}":{},`)}"":{}}}`,
    'a.js': Array.from({ length: 3_000 }, (_, index) => `require('q${index}');`).join('\n'),
    'pyproject.toml': '[project]\nname = "a"\ndependencies = []\n',
    'uv.lock': many((index) => `name = "p-${index}"`),
    'a.py': Array.from({ length: 3_000 }, (_, index) => `import q${index}`).join('\n'),
  };
  expect(await cpuTimeOf(() => found('packages', files))).toBeLessThan(6_000);
});

test('`require` in a module is found', async () => {
  const files = { 'a.mjs': "const fs = require('node:fs');\n" };
  expect(told(await found('packages', files))).toEqual([
    'error a.mjs:1 `a.mjs` uses `require`, which a module does not have; it has `import`.',
  ]);
});

test('a package that only another one brings is no error, and said to be so', async () => {
  const lock = '{"packages": {"node_modules/zod": {"version": "4.0.0"}}}';
  const files = {
    'package.json': MANIFEST,
    'a.js': "require('body-parser');\nrequire('zod');\nrequire('zodiac');\n",
    'package-lock.json': lock,
  };
  const end = 'which `package.json` does not declare.';
  const findings = (await found('packages', files)).filter(({ severity }) => severity !== 'note');
  expect(told(findings)).toEqual([
    `warning a.js:1 \`a.js\` imports the package \`body-parser\`, ${end} It is there only as long as another package needs it.`,
    `warning a.js:2 \`a.js\` imports the package \`zod\`, ${end} It is there only as long as another package needs it.`,
    `error a.js:3 \`a.js\` imports the package \`zodiac\`, ${end}`,
  ]);
});

const SILENT: readonly (readonly [string, Files])[] = [
  ['a package that is declared', { 'a.js': "require('express/lib/router');\n" }],
  ['a module of Node', { 'a.js': "require('fs');\nrequire('node:test');\n" }],
  [
    'a package that is only tried',
    { 'a.js': "try { require('sharp'); } catch {}\n", 'b.js': "require('sharp');\n" },
  ],
  ['what people are told to install', { 'a.js': "// npm install svgo@2.3.0\nrequire('svgo');\n" }],
  ['what the program installs', { 'a.js': "install(['@a/api@1.9.1']);\n", 'b.js': "require('@a/api');\n" }],
  [
    'what another manager brings',
    { 'bower.json': '{"dependencies":{"ember":"1"}}', 'a.js': "import E from 'ember';\n" },
  ],
  ['a type', { 'a.ts': "import { Request } from 'serve-core';\nexport const a = (b: Request) => b;\n" }],
  [
    'an alias whose settings are not here',
    { 'src/a.ts': "import { b } from '@own/q/b';\nb();\n", 'src/q/b.ts': 'export const b = () => 1;\n' },
  ],
  [
    'an alias that settings give',
    { 'vite.config.js': "export default { alias: { 'own/': 'src' } };\n", 'a.js': "require('own/b');\n" },
  ],
  ['a host', { 'tiddlywiki.info': '{}', 'a.js': "require('submodule');\n" }],
  [
    'a file that is found like a package',
    {
      'package.json': '{"dependencies":{"rootpath":"1"}}',
      'a.js': "require('rootpath')();\n",
      'b/c.js': "require('config.json');\n",
      'config.json': '{}',
    },
  ],
  [
    'a folder of a path that a script sets',
    {
      'package.json': '{"scripts":{"start":"cross-env NODE_PATH=\'source\' node a.js"}}',
      'source/a.js': "import { b } from 'parts';\nb();\n",
      'source/parts/index.js': 'export const b = () => 1;\n',
    },
  ],
  ['what a build fills in', { 'a.js': "import { Server } from '0SERVER';\nnew Server();\n" }],
  [
    'what a framework makes',
    {
      'a.jsx':
        "import Layout from '@theme/Layout';\nimport useBaseUrl from '@docusaurus/useBaseUrl';\nimport '@site/src/b';\n",
    },
  ],
  [
    '`require` that a module makes for itself',
    {
      'a.mjs':
        "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\nrequire('express');\n",
    },
  ],
  ['a setting', { 'webpack/a.js': "require('hot');\n" }],
];

test.each(SILENT)('%s is no error', async (_, files) => {
  const findings = await found('packages', { 'package.json': MANIFEST, ...files });
  expect(told(findings.filter(({ severity }) => severity === 'error'))).toEqual([]);
});
