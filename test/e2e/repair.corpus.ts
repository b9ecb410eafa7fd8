import type { App } from '../support/model/index.js';

/** An app of a model, and one way to break it that a rule is sure of. */
export type Break = {
  /** What is wrong, as a person would say it. */
  readonly kind: string;
  readonly app: Pick<App, 'plan' | 'files'>;
  /** The file that a model writes wrongly at first, what stands in it, and what it writes instead. */
  readonly path: string;
  readonly from: string;
  readonly to: string;
  /** The file that has to change, and how; the broken one, back to what it was, unless told otherwise. */
  readonly mended?: { readonly path: string; readonly by: readonly (readonly [from: string, to: string])[] };
  /** What whoever mends it is told, each with its line and what the other side offers. */
  readonly told: readonly string[];
  /** What the rule is called in the table of the pull request. */
  readonly rule: string;
};

/** A page of notes: what a browser runs as it is. */
export const NOTES: App = {
  prompt: 'A page of notes.',
  plan: `# Notes
A page that keeps notes. Open \`index.html\` through any web server.

## Contract
- \`js/store.js\`: \`createStore(key)\` → \`{ add(text), all() }\`; \`newest(notes)\`.
- \`index.html\` has \`#list\`, \`#text\` and \`#save\`.

## Files
- \`js/app.js\` (~20 lines) – starts the page. Uses \`js/store.js\`, \`js/draw.js\`.
- \`js/store.js\` (~15 lines) – keeps the notes.
- \`js/draw.js\` (~10 lines) – draws them.
- \`index.html\` (~15 lines) – the page. Uses \`css/style.css\`, \`js/app.js\`.
- \`css/style.css\` (~10 lines) – its look. Uses \`css/colours.css\`.
- \`css/colours.css\` (~3 lines) – its colours.
- \`start.json\` (~3 lines) – the first notes.
- \`README.md\` (~3 lines) – what it is.
`,
  files: {
    'js/app.js': `import draw, { clear } from './draw.js';
import { createStore, newest } from './store.js';

const store = createStore('notes');
const list = document.getElementById('list');
const text = document.getElementById('text');

function show() {
  clear(list);
  draw(list, newest(store.all()));
}

document.getElementById('save').addEventListener('click', () => {
  store.add(text.value);
  show();
});
for (const each of await (await fetch('start.json')).json()) store.add(each);
show();
`,
    'js/store.js': `export function createStore(key) {
  const notes = JSON.parse(localStorage.getItem(key) ?? '[]');
  const add = (text) => {
    notes.push(text);
    localStorage.setItem(key, JSON.stringify(notes));
  };
  return { add, all: () => [...notes] };
}

export function newest(notes) {
  return [...notes].reverse();
}
`,
    'js/draw.js': `export default function draw(list, notes) {
  for (const note of notes) {
    const item = document.createElement('li');
    item.textContent = note;
    list.append(item);
  }
}

export function clear(list) {
  list.replaceChildren();
}
`,
    'index.html': `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Notes</title>
    <link rel="stylesheet" href="css/style.css">
    <script type="module" src="js/app.js"></script>
  </head>
  <body>
    <input id="text" aria-label="Note">
    <button id="save" type="button">Save</button>
    <ul id="list"></ul>
  </body>
</html>
`,
    'css/style.css': `@import 'colours.css';

body {
  color: var(--ink);
  font-family: sans-serif;
}
`,
    'css/colours.css': `:root {
  --ink: #222;
}
`,
    'start.json': `[
  "buy milk"
]
`,
    'README.md': `# Notes

Open \`index.html\` through any web server.
`,
  },
};

/** A service in TypeScript, as Node runs it, with what it is packed and checked by. */
const SERVICE: App = {
  prompt: 'A service that counts.',
  plan: `# Counter
A service that counts visits. Start it with \`npm start\`.

## Contract
- \`src/count.ts\`: \`count(name: string, by: number): number\`.

## Files
- \`src/server.ts\` (~12 lines) – the service. Uses \`src/count.ts\`.
- \`src/count.ts\` (~8 lines) – counts.
- \`package.json\` (~10 lines) – what it needs.
- \`compose.yml\` (~6 lines) – runs it. Uses \`Dockerfile\`.
- \`Dockerfile\` (~6 lines) – packs it.
- \`README.md\` (~3 lines) – what it is.
`,
  files: {
    'src/server.ts': `import express from 'express';
import { count } from './count.ts';

const app = express();

app.get('/:name', (request, response) => {
  response.send(String(count(request.params.name, 1)));
});

app.listen(8080);
`,
    'src/count.ts': `const counts = new Map<string, number>();

export function count(name: string, by: number): number {
  const next = (counts.get(name) ?? 0) + by;
  counts.set(name, next);
  return next;
}
`,
    'package.json': `{
  "name": "counter",
  "private": true,
  "type": "module",
  "scripts": { "start": "node src/server.ts" },
  "dependencies": { "express": "^5.1.0" }
}
`,
    'compose.yml': `services:
  counter:
    build: .
    ports:
      - "8080:8080"
`,
    Dockerfile: `FROM node:24
WORKDIR /app
COPY package.json ./
RUN npm install
COPY src ./src
CMD ["npm", "start"]
`,
    'README.md': `# Counter

\`npm install\`, then \`npm start\`.
`,
  },
};

/** A command in Python. */
const COMMAND: App = {
  prompt: 'A command that adds up expenses.',
  plan: `# Expenses
A command that adds up expenses. Start it with \`python -m expenses\`.

## Contract
- \`expenses/ledger.py\`: \`read_ledger(path)\`, \`total(rows)\`.

## Files
- \`expenses/__main__.py\` (~12 lines) – the command. Uses \`expenses/ledger.py\`, \`expenses/words.py\`.
- \`expenses/ledger.py\` (~12 lines) – reads and adds.
- \`expenses/words.py\` (~6 lines) – what is printed.
- \`expenses/__init__.py\` (~1 lines) – makes it a package.
- \`requirements.txt\` (~1 lines) – what it needs.
- \`README.md\` (~3 lines) – what it is.
`,
  files: {
    'expenses/__main__.py': `import sys

from rich.console import Console

from .ledger import read_ledger, total
from .words import summary


def main():
    rows = read_ledger(sys.argv[1])
    Console().print(summary(total(rows)))


main()
`,
    'expenses/ledger.py': `import csv


def read_ledger(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def total(rows):
    return sum(float(row["amount"]) for row in rows)
`,
    'expenses/words.py': `def summary(amount):
    return f"{amount:.2f} in all"
`,
    'expenses/__init__.py': `"""Adds up expenses."""
`,
    'requirements.txt': `rich>=13
`,
    'README.md': `# Expenses

\`pip install -r requirements.txt\`, then \`python -m expenses ledger.csv\`.
`,
  },
};

const IMPORTS = 'imports find what they name';
const PARSES = 'every file parses';
const PATHS = 'paths lead somewhere';
const PACKAGES = 'packages are declared, and used';
const UNFINISHED = 'nothing is left to be written';

/** One break of each kind that a rule is sure of. */
export const BREAKS: readonly Break[] = [
  {
    kind: 'an import of a file that is not there',
    app: NOTES,
    path: 'js/app.js',
    from: "'./draw.js'",
    to: "'./paint.js'",
    told: [
      'Line 1: `js/app.js` imports `./paint.js`, which is not there. `js/` holds `store.js`, `draw.js`.',
    ],
    rule: IMPORTS,
  },
  {
    kind: 'a file imported with other capital letters',
    app: NOTES,
    path: 'js/app.js',
    from: "'./store.js'",
    to: "'./Store.js'",
    told: [
      'Line 2: `js/app.js` imports `./Store.js`, but the file is called `js/store.js`: small and capital letters differ.',
    ],
    rule: IMPORTS,
  },
  {
    kind: 'a name that the other file exports under another one',
    app: NOTES,
    path: 'js/app.js',
    from: "import draw, { clear } from './draw.js'",
    to: "import draw, { wipe as clear } from './draw.js'",
    told: [
      'Line 1: `js/app.js` imports `wipe` from `./draw.js`, which exports `default`, `clear`. `js/draw.js` exports `default`, `clear`.',
    ],
    rule: IMPORTS,
  },
  {
    kind: 'an export under another name than the plan gives it',
    app: NOTES,
    path: 'js/store.js',
    from: 'export function newest',
    to: 'export function latest',
    told: [
      '`js/app.js` imports `newest` from `./store.js`, which exports `createStore`, `latest`. `js/app.js` takes `newest` from it, as the plan calls it.',
      'The plan says `newest(notes)`, which does not stand in this file, and `js/app.js` uses it. The plan gives `js/store.js` the name `newest(notes)`.',
    ],
    rule: IMPORTS,
  },
  {
    kind: 'a function that the plan promised and nobody exports',
    app: NOTES,
    path: 'js/store.js',
    from: 'export function newest',
    to: 'function newest',
    told: [
      '`js/app.js` imports `newest` from `./store.js`, which exports `createStore`. `js/app.js` takes `newest` from it, as the plan calls it.',
    ],
    rule: IMPORTS,
  },
  {
    kind: 'a default export that became a named one',
    app: NOTES,
    path: 'js/draw.js',
    from: 'export default function draw',
    to: 'export function draw',
    mended: { path: 'js/app.js', by: [['import draw, { clear }', 'import { draw, clear }']] },
    told: [
      'Line 1: `js/app.js` imports the default of `./draw.js`, which has none: it exports `draw`, `clear`. `js/draw.js` exports `draw`, `clear`.',
    ],
    rule: IMPORTS,
  },
  {
    kind: 'an id that the script calls otherwise',
    app: NOTES,
    path: 'js/app.js',
    from: "getElementById('list')",
    to: "getElementById('lists')",
    told: [
      'Line 5: `js/app.js` looks up `#lists`; in `index.html` it is `#list`. `index.html` has `#text`, `#save`, `#list`.',
    ],
    rule: 'ids and classes exist where they are looked up',
  },
  {
    kind: 'an id that the page calls otherwise than the plan',
    app: NOTES,
    path: 'index.html',
    from: '<ul id="list">',
    to: '<ul id="lists">',
    told: [
      'Line 12: `js/app.js` looks up `#list`; in `index.html` it is `#lists`. `js/app.js` and the plan use the other spelling.',
    ],
    rule: 'ids and classes exist where they are looked up',
  },
  {
    kind: 'a style that the page cannot find',
    app: NOTES,
    path: 'index.html',
    from: 'css/style.css',
    to: 'css/styles.css',
    told: ['Line 6: `index.html` loads `css/styles.css`, and there is no such file.'],
    rule: PATHS,
  },
  {
    kind: 'a script that the page cannot find',
    app: NOTES,
    path: 'index.html',
    from: 'js/app.js',
    to: 'js/main.js',
    told: ['Line 7: `index.html` loads `js/main.js`, and there is no such file.'],
    rule: PATHS,
  },
  {
    kind: 'a style that another style cannot find',
    app: NOTES,
    path: 'css/style.css',
    from: 'colours.css',
    to: 'colors.css',
    told: ['Line 1: `css/style.css` loads `colors.css`, and there is no such file.'],
    rule: PATHS,
  },
  {
    kind: 'a file that is fetched and not there',
    app: NOTES,
    path: 'js/app.js',
    from: "fetch('start.json')",
    to: "fetch('begin.json')",
    told: ['Line 17: `js/app.js` reads `begin.json`, and there is no such file.'],
    rule: PATHS,
  },
  {
    kind: 'a script that is cut off',
    app: NOTES,
    path: 'js/draw.js',
    from: '  list.replaceChildren();\n}\n',
    to: '  list.replace',
    told: ['Line 10: This is no code that can be read: Unexpected token.'],
    rule: PARSES,
  },
  {
    kind: 'a page that is cut off',
    app: NOTES,
    path: 'index.html',
    from: '    <ul id="list"></ul>\n  </body>\n</html>\n',
    to: '    <ul id="list"></',
    told: [
      'Line 12: This page stops before its end: `<ul>` is never closed, and neither is `<body>` or `<html>`.',
    ],
    rule: PARSES,
  },
  {
    kind: 'a style that is cut off',
    app: NOTES,
    path: 'css/colours.css',
    from: '  --ink: #222;\n}\n',
    to: '  --ink: #2',
    told: ['Line 1: This is no CSS that can be read: a `{` is never closed.'],
    rule: PARSES,
  },
  {
    kind: 'JSON that is none',
    app: NOTES,
    path: 'start.json',
    from: '"buy milk"',
    to: '"buy milk", oops',
    told: [
      'Line 2: This is no JSON that can be read: a word stands where only a text in quotes, a number or a bracket may.',
    ],
    rule: PARSES,
  },
  {
    kind: 'a body that is left to be written',
    app: NOTES,
    path: 'js/draw.js',
    from: '  list.replaceChildren();',
    to: '  // TODO: implement',
    told: ['Line 10: The comment `// TODO: implement` stands where code is to be written.'],
    rule: UNFINISHED,
  },
  {
    kind: 'code that is left out',
    app: NOTES,
    path: 'js/store.js',
    from: '  return [...notes].reverse();',
    to: '  // ... rest of the code remains the same',
    told: [
      'Line 11: The comment `// ... rest of the code remains the same` stands where code is to be written.',
    ],
    rule: UNFINISHED,
  },
  {
    kind: 'an argument that is not given',
    app: SERVICE,
    path: 'src/server.ts',
    from: 'count(request.params.name, 1)',
    to: 'count(request.params.name)',
    told: [
      'Line 7: `src/server.ts` calls `count` of `src/count.ts` with 1 argument; it takes 2 arguments. `count` of `src/count.ts` takes 2 arguments.',
    ],
    rule: 'calls fit what they call',
  },
  {
    kind: 'a parameter that the plan does not have',
    app: SERVICE,
    path: 'src/count.ts',
    from: '(name: string, by: number)',
    to: '(name: string, by: number, from: number)',
    told: [
      'Line 3: `src/server.ts` calls `count` of `src/count.ts` with 2 arguments; it takes 3 arguments. The plan gives `src/count.ts` `count(name: string, by: number): number`.',
    ],
    rule: 'calls fit what they call',
  },
  {
    kind: 'a package that nobody declares',
    app: SERVICE,
    path: 'src/server.ts',
    from: "'express'",
    to: "'fastify'",
    told: [
      'Line 1: `src/server.ts` imports the package `fastify`, which `package.json` does not declare. Declared are `express`.',
    ],
    rule: PACKAGES,
  },
  {
    kind: 'a script of the package that starts nothing',
    app: SERVICE,
    path: 'package.json',
    from: 'node src/server.ts',
    to: 'node src/index.ts',
    told: ['Line 5: `package.json` names `src/index.ts` in its script `start`, and there is no such file.'],
    rule: PATHS,
  },
  {
    kind: 'YAML that is none',
    app: SERVICE,
    path: 'compose.yml',
    from: '    build: .',
    to: '    build: "." "."',
    told: ['Line 3: This is no YAML that can be read: unexpected double-quoted-scalar at node end.'],
    rule: PARSES,
  },
  {
    kind: 'a folder that is copied and not there',
    app: SERVICE,
    path: 'Dockerfile',
    from: 'COPY src ./src',
    to: 'COPY source/main.ts ./src',
    told: ['Line 5: `Dockerfile` copies `source/main.ts`, and there is no such file.'],
    rule: PATHS,
  },
  {
    kind: 'a Python module that is not there',
    app: COMMAND,
    path: 'expenses/__main__.py',
    from: 'from .words import',
    to: 'from .texts import',
    told: [
      'Line 6: `expenses/__main__.py` imports `.texts`, and there is no such file. There are `__main__`, `ledger`, `words`.',
    ],
    rule: IMPORTS,
  },
  {
    kind: 'a Python name that is not there',
    app: COMMAND,
    path: 'expenses/__main__.py',
    from: 'import summary',
    to: 'import summarise as summary',
    told: [
      'Line 6: `expenses/__main__.py` imports `summarise` from `.words`, which has no such name. `expenses/words.py` has `summary`.',
    ],
    rule: IMPORTS,
  },
  {
    kind: 'a Python function under another name than the plan gives it',
    app: COMMAND,
    path: 'expenses/ledger.py',
    from: 'def total',
    to: 'def add_up',
    told: [
      '`expenses/__main__.py` imports `total` from `.ledger`, which has no such name. `expenses/__main__.py` takes `total` from it, as the plan calls it.',
      'The plan says `total(rows)`, which does not stand in this file, and `expenses/__main__.py` uses it. The plan gives `expenses/ledger.py` the name `total(rows)`.',
    ],
    rule: IMPORTS,
  },
  {
    kind: 'a Python package that nobody declares',
    app: COMMAND,
    path: 'requirements.txt',
    from: 'rich>=13',
    to: 'click>=8',
    mended: {
      path: 'expenses/__main__.py',
      by: [
        ['from rich.console import Console', 'import click'],
        ['Console().print(', 'click.echo('],
      ],
    },
    told: [
      'Line 3: `expenses/__main__.py` imports `rich`, which is no file here and does not come with Python, and `requirements.txt` does not name it. Declared is `click`.',
    ],
    rule: PACKAGES,
  },
  {
    kind: 'a Python file that is cut off',
    app: COMMAND,
    path: 'expenses/ledger.py',
    from: '    return sum(float(row["amount"]) for row in rows)\n',
    to: '    return sum(float(row["amou',
    told: ['Line 10: This is no Python that can be read: a text in quotes is never closed.'],
    rule: PARSES,
  },
  {
    kind: 'a Python body that is left to be written',
    app: COMMAND,
    path: 'expenses/ledger.py',
    from: '    return sum(float(row["amount"]) for row in rows)',
    to: '    raise NotImplementedError',
    told: ['Line 10: `raise NotImplementedError` is all that stands here, where code is to be written.'],
    rule: UNFINISHED,
  },
];

/** The app as the model writes it at first, and as it is in the end. */
export function broken({ app, path, from, to, mended }: Break): {
  readonly first: App['files'];
  readonly last: App['files'];
  /** The file that changes between the two. */
  readonly asked: string;
} {
  const change = (text: string, before: string, after: string) => {
    if (!text.includes(before)) throw new Error(`There is no ${before}`);
    return text.replace(before, () => after);
  };
  const first = { ...app.files, [path]: change(app.files[path] ?? '', from, to) };
  if (mended === undefined) return { first, last: app.files, asked: path };
  const text = mended.by.reduce(
    (now, [before, after]) => change(now, before, after),
    first[mended.path] ?? '',
  );
  return { first, last: { ...first, [mended.path]: text }, asked: mended.path };
}
