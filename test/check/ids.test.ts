import { describe, expect, test } from 'vitest';
import { type Files, found, page, told } from './apps.js';

const loading = (body: string) => page(`${body}\n<script src="app.js"></script>`);

describe('what a script looks up and nothing has is found', () => {
  test.each<[string, Files, string[]]>([
    [
      'the part of its only page that an app is put into by what builds it',
      {
        'package.json': '{ "dependencies": { "react-scripts": "5", "react-dom": "19" } }',
        'public/index.html': page('<div id="app-root"></div>'),
        'src/index.js':
          "import { createRoot } from 'react-dom/client';\nimport { App } from './board';\ncreateRoot(document.getElementById('root')).render(App());\n",
        'src/board.js': "export const focus = () => document.getElementById('other').focus();\n",
        'src/main.jsx':
          "import ReactDOM from 'react-dom';\nReactDOM.render(<App />, document.getElementById('main'));\n",
      },
      [
        'warning src/index.js:3 `src/index.js` looks up `#root`, which no page has and no script makes.',
        'warning src/main.jsx:2 `src/main.jsx` looks up `#main`, which no page has and no script makes.',
      ],
    ],
    [
      'an id',
      {
        'index.html': loading('<p id="score"></p>'),
        'app.js': "\ndocument.getElementById('points').hidden = true;",
      },
      ['error app.js:2 `app.js` looks up `#points`, which no page has and no script makes.'],
    ],
    [
      'an id, by a script of the page in a folder that others keep tools in',
      {
        'index.html': page('<p id="score"></p><script type="module" src="scripts/main.js"></script>'),
        'scripts/main.js': "import './board.js';\n",
        'scripts/board.js': "document.getElementById('points').hidden = true;",
      },
      [
        'error scripts/board.js:1 `scripts/board.js` looks up `#points`, which no page has and no script makes.',
      ],
    ],
    [
      'an id, where a server has the script under another address',
      {
        'public/index.html': page('<p id="score"></p><script src="/static/app.js"></script>'),
        'public/app.js': "document.getElementById('points').hidden = true;",
        'server.js': "require('node:http').createServer((ask) => serve(ask, /^\\/static\\/(.+)$/));",
      },
      ['error public/app.js:1 `public/app.js` looks up `#points`, which no page has and no script makes.'],
    ],
    [
      'an id, where that server is called as the script',
      {
        'public/index.html': page('<p id="score"></p><script src="/static/app.js"></script>'),
        'public/app.js': "document.getElementById('points').hidden = true;",
        'app.js': "require('node:http').createServer((ask) => serve(ask, /^\\/static\\/(.+)$/));",
      },
      ['error public/app.js:1 `public/app.js` looks up `#points`, which no page has and no script makes.'],
    ],
    [
      'an id, though an app is built and some of it is not known',
      {
        'package.json': '{"devDependencies":{"vite":"7"}}',
        'index.html': loading('<p id="score"></p>'),
        'lib.html.ejs': '<p>',
        'app.js':
          "const any = (id) => { document.body.id = id; };\ndocument.getElementById('points').hidden = true;",
      },
      ['warning app.js:2 `app.js` looks up `#points`, which no page has and no script makes.'],
    ],
    [
      'an id of the element that an app is drawn into',
      {
        'package.json': '{"dependencies":{"react-dom":"19"}}',
        'index.html': page('<div id="app"></div><script type="module" src="main.jsx"></script>'),
        'main.jsx': "createRoot(document.getElementById('root')).render(<p />);",
      },
      ['warning main.jsx:1 `main.jsx` looks up `#root`, which no page has and no script makes.'],
    ],
    [
      'an id that is spelt otherwise',
      {
        'index.html': loading('<p id="card-add"></p>'),
        'app.js': "const add = document.querySelector('#add-card');\nadd.focus();",
      },
      ['error app.js:1 `app.js` looks up `#add-card`; in `index.html` it is `#card-add`.'],
    ],
    [
      'by a function that does nothing else',
      {
        'index.html': loading('<p id="score"></p>'),
        'app.js':
          "const byId = (id) => document.getElementById(id);\nconst a = byId('score');\nconst b = byId('points');",
      },
      ['error app.js:3 `app.js` looks up `#points`, which no page has and no script makes.'],
    ],
    [
      'by such a function of another file',
      {
        'index.html': page('<p id="score"></p><script type="module" src="app.js"></script>'),
        'dom.js': 'export function byId(id) { return document.getElementById(id); }',
        'app.js': "import { byId } from './dom.js';\nbyId('points').hidden = true;",
      },
      ['error app.js:2 `app.js` looks up `#points`, which no page has and no script makes.'],
    ],
    [
      'in a script of the page',
      { 'index.html': page("<p id='a'></p>\n<script>\ndocument.getElementById('bc').remove();\n</script>") },
      ['error index.html:6 `index.html` looks up `#bc`, which no page has and no script makes.'],
    ],
    [
      'a class that is spelt otherwise',
      {
        'index.html': loading('<p class="new-game"></p>'),
        'app.js': "document.querySelector('.new_game').focus();",
      },
      ['warning app.js:1 `app.js` looks up `.new_game`; in `index.html` it is `.new-game`.'],
    ],
    [
      'an attribute for data that is spelt otherwise',
      {
        'index.html': loading('<p data-card-id="1"></p>'),
        'app.js': 'addEventListener("click", ({ target }) => alert(target.dataset.cardsId));',
      },
      ['warning app.js:1 `app.js` looks up `data-cards-id`; in `index.html` it is `data-card-id`.'],
    ],
    [
      'what code goes on without',
      {
        'index.html': loading('<p id="score"></p>'),
        'app.js': "document.getElementById('points')?.remove();",
      },
      ['warning app.js:1 `app.js` looks up `#points`, which no page has and no script makes.'],
    ],
    [
      'a label for what is spelt otherwise',
      { 'index.html': page('<label for="user_name">a</label>\n<input id="user-name">') },
      ['warning index.html:4 `for` names `user_name`, and the page has `#user-name`.'],
    ],
  ])('%s', async (_name, files, expected) => {
    expect(told(await found('ids', files))).toEqual(expected);
  });
});

test('the page is to be mended where the plan has the name that the script looks up', async () => {
  const files = {
    'index.html': loading('<p id="card-add"></p>'),
    'app.js': "document.getElementById('add-card').focus();",
  };
  const [finding] = await found('ids', files, '- `index.html`: `button#add-card`');
  expect(finding).toMatchObject({ path: 'index.html', line: 4, severity: 'error' });
  const [other] = await found('ids', files, '- `index.html`: `button#card-add`');
  expect(other).toMatchObject({ path: 'app.js', line: 1, offers: '`index.html` has `#card-add`.' });
});

describe('nothing is said of', () => {
  const files = (script: string, more: Files = {}): Files => ({
    'index.html': loading('<p id="score"></p>'),
    'app.js': script,
    ...more,
  });
  test.each<[string, Files]>([
    [
      'a part of a page that is not the one of the app',
      {
        'package.json': '{ "dependencies": { "vite": "7", "react-dom": "19" } }',
        'index.html': page('<div id="root"></div>'),
        'src/content/index.ts': "document.getElementById('movie').remove();\n",
        'server/index.js': "page.evaluate(() => document.getElementById('price').textContent);\n",
      },
    ],
    ['ids that are there', files("document.getElementById('score').hidden = true;")],
    [
      'an id that the script gives',
      files(
        "const p = document.createElement('p'); p.id = 'points'; document.body.append(p); document.getElementById('points').remove();",
      ),
    ],
    [
      'an id in markup that a page lets people edit',
      files("document.body.innerHTML = area.value; document.querySelector('#points').remove();", {
        'index.html': loading('<textarea>\n<p id="points"></p>\n</textarea>'),
      }),
    ],
    [
      'an id in markup that the script writes',
      files("document.body.innerHTML = '<p id=\"points\"></p>'; document.querySelector('#points').remove();"),
    ],
    [
      'an id in the markup of another script',
      files("document.querySelector('#points').remove();", {
        'view.js': 'export const view = (a) => `<p id="points">$' + '{a}</p>`;',
      }),
    ],
    [
      'an id that is put together',
      files(
        "for (const n of [1, 2]) document.body.append(Object.assign(document.createElement('p'), { id: `row-$" +
          "{n}` })); document.getElementById('row-1').remove();",
      ),
    ],
    [
      'an id that is put together with `+`',
      files(
        "document.body.innerHTML = '<p id=\"panel-' + 1 + '\">'; document.querySelector('#panel-1').remove();",
      ),
    ],
    [
      'an id that stands in data',
      files("document.getElementById('points').remove();", { 'fields.json': '["points"]' }),
    ],
    [
      'an id that a template of a server has',
      files("document.getElementById('points').remove();", { 'views/a.ejs': '<p id="points">' }),
    ],
    [
      'JSX',
      files("document.getElementById('points').remove();", {
        'view.jsx': 'export const View = () => <p id="points" />;',
      }),
    ],
    [
      'classes that a script sets',
      files("document.querySelector('.open').remove(); document.body.classList.add('open');"),
    ],
    [
      'data that a script sets',
      files('document.body.dataset.cardId = 1; alert(document.body.dataset.cardId);'),
    ],
    [
      'selectors that are not plain',
      files(
        "document.querySelector('#a, #score'); document.querySelector('p:not(.b)'); document.querySelector(`#$" +
          '{name}`);',
      ),
    ],
    [
      'scripts that no page loads',
      {
        'index.html': page('<p id="score"></p>'),
        'content.js': "document.getElementById('points').remove();",
      },
    ],
    ['apps without pages', { 'app.js': "document.getElementById('root').remove();" }],
    [
      'templates of another engine',
      { 'index.html': loading('{{ content }}'), 'app.js': "document.getElementById('points').remove();" },
    ],
    [
      'labels for what a script makes',
      files('document.body.innerHTML = \'<input id="a1">\';', {
        'b.html': page('<label for="a1">a</label>'),
      }),
    ],
    [
      'samples',
      {
        'examples/index.html': loading(''),
        'examples/app.js': "document.getElementById('points').remove();",
      },
    ],
    [
      'functions that happen to be called with a word',
      files("const el = (tag) => document.createElement(tag); el('section'); t('points');"),
    ],
    [
      '`__proto__` and other names of objects',
      files("document.body.dataset.constructor; document.getElementById('score').hasAttribute('__proto__');"),
    ],
  ])('%s', async (_name, app) => {
    expect(told(await found('ids', app))).toEqual([]);
  });
});

test('a name of a model is shown on one line and not for long', async () => {
  const name = 'a'.repeat(500);
  const [finding] = await found('ids', {
    'index.html': loading(''),
    'app.js': `document.getElementById('${name}').remove();`,
  });
  expect(finding?.message.length).toBeLessThan(150);
});
