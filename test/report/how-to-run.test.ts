import { describe, expect, test } from 'vitest';
import { howToRun } from '../../src/report/how-to-run.js';

const manifest = (fields: object) => JSON.stringify(fields);

describe('howToRun', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['nothing known', { 'notes.txt': 'x' }, []],
    ['a page', { 'index.html': '<script src="a.js">', 'a.js': '' }, ['Open `index.html` in a browser.']],
    [
      'a page with modules',
      { 'index.html': '<script type="module" src="a.js">' },
      ['Serve the folder with `python3 -m http.server` and open `http://localhost:8000`.'],
    ],
    [
      'a page in a folder that fetches',
      { 'public/index.html': '', 'public/a.js': "fetch('data.json')" },
      ['Serve the folder with `python3 -m http.server -d public` and open `http://localhost:8000`.'],
    ],
    [
      'a browser extension',
      { 'manifest.json': manifest({ manifest_version: 3 }), 'index.html': '' },
      ['Open `chrome://extensions`, switch on developer mode and load the folder as an unpacked extension.'],
    ],
    [
      'a Vite app',
      {
        'package.json': manifest({
          scripts: { dev: 'vite', build: 'vite build', test: 'vitest' },
          devDependencies: { vite: '6' },
        }),
      },
      ['`npm install`', '`npm run dev`', '`npm test` runs the tests.'],
    ],
    [
      'a server without packages',
      { 'package.json': manifest({ scripts: { start: 'node a.js' } }) },
      ['`npm start`'],
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
      ['`pnpm install`', '`pnpm start`'],
    ],
    [
      'a page with tests',
      { 'package.json': manifest({ scripts: { test: 'node --test' } }), 'index.html': '' },
      ['Open `index.html` in a browser.', '`npm test` runs the tests.'],
    ],
    [
      'a broken manifest beside a page',
      { 'package.json': '{', 'index.html': '' },
      ['Open `index.html` in a browser.'],
    ],
    [
      'a Python package with a command',
      {
        'pyproject.toml': '[project]\nname = "a"\n[project.scripts]\nlinkcheck = "a:main"\n',
        'tests/test_a.py': 'import pytest',
      },
      ['`pip install -e .`', '`linkcheck`', '`python -m pytest` runs the tests.'],
    ],
    [
      'a Python package to run as a module',
      { 'linkcheck/__main__.py': '', 'tests/test_a.py': 'import unittest' },
      ['`python -m linkcheck`', '`python -m unittest` runs the tests.'],
    ],
    [
      'a Python script',
      { 'requirements.txt': 'flask', 'app.py': '' },
      ['`pip install -r requirements.txt`', '`python app.py`'],
    ],
    [
      'Go',
      { 'go.mod': 'module a', 'cmd/server/main.go': '', 'a_test.go': '' },
      ['`go run ./cmd/server`', '`go test ./...` runs the tests.'],
    ],
    ['Rust', { 'Cargo.toml': '', 'src/main.rs': '#[test]' }, ['`cargo run`', '`cargo test` runs the tests.']],
    ['a Rust library', { 'Cargo.toml': '', 'src/lib.rs': '' }, ['`cargo build`']],
    [
      'make',
      { Makefile: 'CC := gcc\nrun: a\n\t./a\ntest:\n' },
      ['`make run`', '`make test` runs the tests.'],
    ],
    [
      'a container',
      { Dockerfile: 'FROM x\nEXPOSE 8080\n' },
      ['`docker build -t app .`', '`docker run --rm -p 8080:8080 app`'],
    ],
    [
      'containers',
      { 'compose.yaml': '', 'package.json': manifest({ scripts: { start: 'x' } }) },
      ['`docker compose up --build`', '`npm start`'],
    ],
    [
      'two apps in folders',
      {
        'server/go.mod': '',
        'web/package.json': manifest({ scripts: { dev: 'vite' }, dependencies: { a: '1' } }),
      },
      ['In `server`: `go run .`', 'In `web`: `npm install`', '`npm run dev`'],
    ],
  ])('tells it of %s', (_, files, lines) => {
    expect(howToRun(new Map(Object.entries(files)))).toEqual(lines);
  });
});
