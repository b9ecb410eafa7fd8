import { describe, expect, test } from 'vitest';
import { type HowToRun, howToRun } from '../../src/report/how-to-run.js';

const manifest = (fields: object) => JSON.stringify(fields);

describe('howToRun', () => {
  test.each<[string, Record<string, string>, Partial<HowToRun>]>([
    ['nothing known', { 'notes.txt': 'x' }, {}],
    [
      'a page',
      { 'index.html': '<script src="a.js">', 'a.js': '' },
      { note: 'Open index.html in a browser.' },
    ],
    [
      'a page with modules',
      { 'index.html': '<script type="module" src="a.js">' },
      { commands: ['python3 -m http.server'], note: 'Open http://localhost:8000 in a browser.' },
    ],
    [
      'a page in a folder that fetches',
      { 'public/index.html': '', 'public/a.js': "fetch('data.json')" },
      { commands: ['python3 -m http.server -d public'], note: 'Open http://localhost:8000 in a browser.' },
    ],
    [
      'a browser extension',
      { 'manifest.json': manifest({ manifest_version: 3 }), 'index.html': '' },
      {
        note: 'Open chrome://extensions, switch on developer mode and load the folder as an unpacked extension.',
      },
    ],
    [
      'a Vite app',
      {
        'package.json': manifest({
          scripts: { dev: 'vite', build: 'vite build', test: 'vitest' },
          devDependencies: { vite: '6' },
        }),
      },
      { commands: ['npm install', 'npm run dev'], test: 'npm test' },
    ],
    [
      'a server without packages',
      { 'package.json': manifest({ scripts: { start: 'node a.js' } }) },
      { commands: ['npm start'] },
    ],
    [
      'another package manager',
      {
        'package.json': manifest({
          packageManager: 'pnpm@9.1.0',
          scripts: { start: 'x' },
          dependencies: { a: '1' },
        }),
      },
      { commands: ['pnpm install', 'pnpm start'] },
    ],
    [
      'a page with tests',
      { 'package.json': manifest({ scripts: { test: 'node --test' } }), 'index.html': '' },
      { test: 'npm test', note: 'Open index.html in a browser.' },
    ],
    [
      'a broken manifest beside a page',
      { 'package.json': '{', 'index.html': '' },
      { note: 'Open index.html in a browser.' },
    ],
    [
      'a Python package with a command',
      {
        'pyproject.toml': '[project]\nname = "a"\n[project.scripts]\nlinkcheck = "a:main"\n',
        'tests/test_a.py': 'import pytest',
      },
      { commands: ['pip install -e .', 'linkcheck'], test: 'python -m pytest' },
    ],
    [
      'a Python package to run as a module',
      { 'linkcheck/__main__.py': '', 'tests/test_a.py': 'import unittest' },
      { commands: ['python -m linkcheck'], test: 'python -m unittest' },
    ],
    [
      'a Python script',
      { 'requirements.txt': 'flask', 'app.py': '' },
      { commands: ['pip install -r requirements.txt', 'python app.py'] },
    ],
    [
      'Go',
      { 'go.mod': 'module a', 'cmd/server/main.go': '', 'a_test.go': '' },
      { commands: ['go run ./cmd/server'], test: 'go test ./...' },
    ],
    ['Rust', { 'Cargo.toml': '', 'src/main.rs': '#[test]' }, { commands: ['cargo run'], test: 'cargo test' }],
    ['a Rust library', { 'Cargo.toml': '', 'src/lib.rs': '' }, { commands: ['cargo build'] }],
    [
      'make',
      { Makefile: 'CC := gcc\nrun: a\n\t./a\ntest:\n' },
      { commands: ['make run'], test: 'make test' },
    ],
    [
      'a container',
      { Dockerfile: 'FROM x\nEXPOSE 8080\n' },
      { commands: ['docker build -t app .', 'docker run --rm -p 8080:8080 app'] },
    ],
    [
      'containers',
      { 'compose.yaml': '', 'package.json': manifest({ scripts: { start: 'x', test: 'y' } }) },
      { commands: ['docker compose up --build'], test: 'npm test' },
    ],
    [
      'one app in a folder',
      { 'web/package.json': manifest({ scripts: { dev: 'vite', test: 'x' }, dependencies: { a: '1' } }) },
      { commands: ['cd web', 'npm install', 'npm run dev'], test: 'npm test' },
    ],
    ['a page in a folder', { 'web/index.html': '' }, { note: 'In web: open index.html in a browser.' }],
    [
      'two apps in folders',
      {
        'server/go.mod': '',
        'server/a_test.go': '',
        'web/package.json': manifest({ scripts: { dev: 'vite', test: 'x' }, dependencies: { a: '1' } }),
      },
      {
        commands: ['(cd server && go run .)', '(cd web && npm install && npm run dev)'],
        test: '(cd server && go test ./...) && (cd web && npm test)',
      },
    ],
    [
      'folders that mean something to a shell',
      { '$(id)/index.html': '', '-x/go.mod': '', 'a;b/go.mod': '', '../go.mod': '' },
      {},
    ],
  ])('tells it of %s', (_, files, expected) => {
    expect(howToRun(new Map(Object.entries(files)))).toEqual({
      commands: [],
      test: null,
      note: null,
      ...expected,
    });
  });
});
