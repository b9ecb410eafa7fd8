// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code under test has templates of its own.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayBeSame } from '../../src/check/messages/matched.js';
import { cpuTimeOf } from '../support/cpu-time.js';
import { type Files, found, page, told } from './apps.js';

const SERVER = [
  "import express from 'express';",
  'const app = express();',
  "app.use(express.static('public'));",
  "app.get('/api/polls', list);",
  "app.post('/api/polls', add);",
  "app.get('/api/polls/:id', show);",
  'app.listen(3000);',
].join('\n');

const served = (client: string, server = SERVER, more: Files = {}): Files => ({
  'server.js': server,
  'public/index.html': page('<script type="module" src="app.js"></script>'),
  'public/app.js': client,
  ...more,
});

const FLASK = [
  'from flask import Flask, Blueprint',
  "api = Blueprint('api', __name__, url_prefix='/api')",
  "@api.get('/notes')",
  'def notes():',
  '    return []',
  "@api.route('/notes/<int:number>', methods=['DELETE'])",
  'def remove(number):',
  "    return ''",
  'app = Flask(__name__)',
  'app.register_blueprint(api)',
].join('\n');

describe('what is fetched and not served is found', () => {
  test.each<[string, Files, string[]]>([
    [
      'a path of the machine itself',
      served("fetch('http://localhost:3000/api/poll');"),
      [
        'warning public/app.js:1 `public/app.js` asks the server for `http://localhost:3000/api/poll`; in `server.js` it is `/api/polls`.',
      ],
    ],
    [
      'the end of a path whose start is said elsewhere',
      served(
        'fetch(`${API}/api/poll`);\nfetch(`${API}/api/votes`, { method: "POST" });\nfetch(`${API}/api/polls/${id}`);\nfetch(`${API}/api/polls`, { method: "DELETE" });',
      ),
      [
        'warning public/app.js:1 `public/app.js` asks the server for `…/api/poll`; in `server.js` it is `/api/polls`.',
        'warning public/app.js:4 `public/app.js` asks the server for `DELETE …/api/polls`, and `server.js` answers only `GET`, `POST` there.',
      ],
    ],
    [
      'a word that only stands where any text may, while nobody asks for the path that is nearly it',
      served(
        "fetch('/api/polls/recents');",
        SERVER.replace('app.listen', "app.get('/api/polls/recent', recent);\napp.listen"),
      ),
      [
        'warning public/app.js:1 `public/app.js` asks the server for `/api/polls/recents`; in `server.js` it is `/api/polls/recent`.',
      ],
    ],
    [
      'a way in which a path is not answered, though another path may take its place',
      served(
        "fetch('/api/polls/new', { method: 'PUT' });",
        SERVER.replace(
          'app.listen',
          "app.post('/api/polls/new', make);\napp.put('/api/polls/:id', change);\napp.listen",
        ),
      ),
      [
        'warning public/app.js:1 `public/app.js` asks the server for `PUT /api/polls/new`, and `server.js` answers only `POST` there.',
      ],
    ],
    [
      'a way in which a path is not answered, where a page answers for all that is not known',
      served(
        "fetch('/api/polls');\nfetch('/api/votes');",
        SERVER.replace(
          'app.listen',
          "app.post('/api/votes', vote);\napp.get('*', (ask, answer) => answer.sendFile('index.html'));\napp.listen",
        ),
      ),
      [
        'warning public/app.js:2 `public/app.js` asks the server for `GET /api/votes`, and `server.js` answers only `POST` there.',
      ],
    ],
    [
      'a way that a chain of methods does not have',
      served(
        "fetch('/api/polls', { method: 'DELETE' });",
        "import express from 'express';\nconst app = express();\napp.route('/api/polls').get(list).post(check, add);\npassport.use(new Strategy());\napp.listen(1);",
      ),
      [
        'error public/app.js:1 `public/app.js` asks the server for `DELETE /api/polls`, and `server.js` answers only `GET`, `POST` there.',
      ],
    ],
    [
      'a path of a server by hand that looks at paths in another file',
      {
        'index.js':
          "const http = require('http');\nconst routes = require('./routes');\nhttp.createServer(routes.init).listen(1);\n",
        'routes.js':
          "exports.init = (ask, answer) => {\n  const path = url.parse(ask.url).pathname;\n  if (path === '/retrieve' && ask.method === 'GET') answer.end('[]');\n  else if (path === '/insert') add(ask, answer);\n};\n",
        'public/index.html': page('<script src="home.js"></script>'),
        'public/home.js': "fetch('/retrieves');\nfetch('/insert', { method: 'POST' });\n",
      },
      [
        'error public/home.js:1 `public/home.js` asks the server for `/retrieves`; in `routes.js` it is `/retrieve`.',
      ],
    ],
    [
      'a path of a server behind a framework that has pages only',
      {
        'web/package.json': '{ "dependencies": { "next": "16", "react-dom": "19" } }',
        'web/app/page.tsx':
          "export default function Page() {\n  void fetch('http://localhost:4000/poll');\n  return null;\n}\n",
        'server/package.json': '{ "dependencies": { "express": "5" } }',
        'server/index.js': SERVER.replaceAll('/api/polls', '/polls'),
      },
      [
        'warning web/app/page.tsx:2 `web/app/page.tsx` asks the server for `http://localhost:4000/poll`; in `server/index.js` it is `/polls`.',
      ],
    ],
    [
      'a path that the server has in other words',
      served("fetch('/api/poll');"),
      [
        'error public/app.js:1 `public/app.js` asks the server for `/api/poll`; in `server.js` it is `/api/polls`.',
      ],
    ],
    [
      'a path that a framework sends on under another name is only probably wrong',
      {
        'web/package.json': '{ "dependencies": { "next": "16", "react-dom": "19" } }',
        'web/next.config.js':
          "export default { rewrites: () => [{ source: '/api/:path*', destination: 'http://localhost:4000/:path*' }] };",
        'web/app/page.tsx':
          "export default function Page() {\n  void fetch('/api/polls');\n  return null;\n}\n",
        'server/package.json': '{ "dependencies": { "express": "5" } }',
        'server/index.js': SERVER.replaceAll('/api/polls', '/polls'),
      },
      [
        'warning web/app/page.tsx:2 `web/app/page.tsx` asks the server for `/api/polls`; in `server/index.js` it is `/polls`.',
      ],
    ],
    [
      'a path that no pattern of a table takes, the root among them',
      served(
        "fetch('/api/votes');",
        "import { createServer } from 'node:http';\nconst ROUTES = [\n  [/^\\/$/, { GET: page }],\n  [/^\\/api\\/polls$/, { GET: list }],\n];\ncreateServer((ask, answer) => route(ROUTES, ask, answer)).listen(1);",
      ),
      ['error public/app.js:1 `public/app.js` asks the server for `/api/votes`, which it does not serve.'],
    ],
    [
      'a path that a server does not have, though it has one that goes on from it',
      served(
        "fetch('/api/polls');\nfetch('/api/vote');",
        SERVER.replace('app.listen', "app.get('/api/vote-list', all);\napp.listen"),
      ),
      [
        'error public/app.js:2 `public/app.js` asks the server for `/api/vote`; in `server.js` it is `/api/vote-list`.',
      ],
    ],
    [
      'a path, where the server is called as the script that a page has of it',
      {
        'app.js': SERVER.replace("express.static('public')", "'/static', express.static('public')"),
        'public/index.html': page('<script type="module" src="/static/app.js"></script>'),
        'public/app.js': "fetch('/api/poll');",
      },
      [
        'error public/app.js:1 `public/app.js` asks the server for `/api/poll`; in `app.js` it is `/api/polls`.',
      ],
    ],
    [
      'a path that goes on where another ends, which only a test asks for',
      served("fetch('/api/polls-list');", SERVER, {
        'test/api.test.js': "await fetch('/api/polls');",
      }),
      [
        'error public/app.js:1 `public/app.js` asks the server for `/api/polls-list`; in `server.js` it is `/api/polls`.',
      ],
    ],
    [
      'a path beside those that the server has',
      served("fetch('/api/polls');\nfetch('/api/people', { method: 'POST' });"),
      [
        'error public/app.js:2 `public/app.js` asks the server for `POST /api/people`, which it does not serve.',
      ],
    ],
    [
      'a path without its first part',
      served("fetch('/polls');", SERVER.replace(/.*app\.post.*\n/, '')),
      [
        'error public/app.js:1 `public/app.js` asks the server for `/polls`; in `server.js` it is `/api/polls`.',
      ],
    ],
    [
      'a path of a router that another file has',
      served(
        "fetch('/api/tag');\nfetch('/own');",
        "import { tags } from './tags.js';\nconst app = express();\napp.use('/api', tags);\napp.listen(3000);",
        {
          'tags.js':
            "const router = Router();\nrouter.get('/tags', list);\nrouter.get('/own', own);\nexport { router as tags };",
        },
      ),
      [
        'error public/app.js:1 `public/app.js` asks the server for `/api/tag`; in `tags.js` it is `/api/tags`.',
        'error public/app.js:2 `public/app.js` asks the server for `/own`; in `tags.js` it is `/api/own`.',
      ],
    ],
    [
      'a path nearly as one that a server of its own looks for',
      served(
        "fetch('/api/sum');\nfetch('/api/sums');",
        "createServer((request, response) => {\n  const { pathname } = new URL(request.url, base);\n  if (request.pathname === '/api/sum') show(response);\n}).listen(80);",
      ),
      [
        'warning public/app.js:2 `public/app.js` asks the server for `/api/sums`; in `server.js` it is `/api/sum`.',
      ],
    ],
    [
      'a path with a first part more',
      served("fetch('/api/polls', { method: 'POST' });", SERVER.replaceAll('/api', '')),
      [
        'error public/app.js:1 `public/app.js` asks the server for `POST /api/polls`; in `server.js` it is `/polls`.',
      ],
    ],
    [
      'a method that a function puts into options',
      served(
        "async function request(method, path) {\n  const options = { method, headers: {} };\n  options.body = '';\n  return await fetch(path, options);\n}\nrequest('GET', '/api/polls');\nrequest('PUT', '/api/polls');",
      ),
      [
        'error public/app.js:7 `public/app.js` asks the server for `PUT /api/polls`, and `server.js` answers only `GET`, `POST` there.',
      ],
    ],
    [
      'a path with what code puts in',
      served("const API = '/api';\nexport const show = (id) => fetch(`${API}/poll/${id}`);"),
      [
        'error public/app.js:2 `public/app.js` asks the server for `/api/poll/…`; in `server.js` it is `/api/polls/:id`.',
      ],
    ],
    [
      'another method',
      served("fetch('/api/polls', { method: 'DELETE' });"),
      [
        'error public/app.js:1 `public/app.js` asks the server for `DELETE /api/polls`, and `server.js` answers only `GET`, `POST` there.',
      ],
    ],
    [
      'by a function of another file that hands on what it is given',
      served("import { request } from './api.js';\nrequest('GET', '/api/pols');", SERVER, {
        'public/api.js':
          'export async function request(method, path) {\n  return await fetch(path, { method });\n}',
      }),
      [
        'error public/app.js:2 `public/app.js` asks the server for `/api/pols`; in `server.js` it is `/api/polls`.',
      ],
    ],
    [
      'by a function that calls such a function',
      served("import { api } from './api.js';\napi.get('/polls');\napi.post('/people', {});", SERVER, {
        'public/api.js':
          "const BASE = '/api';\nasync function request(path, options = {}) {\n  return await fetch(`${BASE}${path}`, { ...options });\n}\nexport const api = {\n  get: (path) => request(path),\n  post: (path, body) => request(path, { method: 'POST', body }),\n};",
      }),
      ['error public/app.js:3 `public/app.js` asks the server for `/api/people`, which it does not serve.'],
    ],
    [
      'of a router under a prefix',
      served(
        "fetch('/api/notes/1');\nfetch('/api/note');",
        "import notes from './routes/notes.js';\nimport express from 'express';\nconst app = express();\napp.use('/api/notes', notesRouter);\napp.listen(1);",
        {
          'routes/notes.js':
            "import { Router } from 'express';\nconst router = Router();\nrouter.get('/', all);\nrouter.get('/:id', one);\nexport default router;",
        },
      ),
      [
        'error public/app.js:2 `public/app.js` asks the server for `/api/note`; in `routes/notes.js` it is `/api/notes`.',
      ],
    ],
    [
      'of a server that looks at paths itself',
      served(
        "fetch('/api/link');",
        "import { createServer } from 'node:http';\ncreateServer((request, response) => {\n  const { pathname } = new URL(request.url, 'http://a');\n  if (pathname === '/api/links') response.end('[]');\n}).listen(1);",
      ),
      [
        'error public/app.js:1 `public/app.js` asks the server for `/api/link`; in `server.js` it is `/api/links`.',
      ],
    ],
    [
      'of a list of routes with regular expressions',
      served(
        "fetch(`/api/polls/${id}/vote`, { method: 'POST' });",
        "import { createServer } from 'node:http';\nconst routes = [\n  { method: 'GET', pattern: /^\\/api\\/polls\\/([^/]+)$/ },\n  { method: 'POST', pattern: /^\\/api\\/polls\\/([^/]+)\\/votes$/ },\n];\ncreateServer(routes).listen(1);",
      ),
      [
        'error public/app.js:1 `public/app.js` asks the server for `POST /api/polls/…/vote`; in `server.js` it is `/api/polls/:x/votes`.',
      ],
    ],
    [
      'of a server in Python',
      {
        'app.py': FLASK,
        'static/app.js':
          "fetch('/api/notes');\nfetch('/api/notes/1', { method: 'PUT' });\nfetch('/api/tags');",
      },
      [
        'error static/app.js:2 `static/app.js` asks the server for `PUT /api/notes/1`, and `app.py` answers only `DELETE` there.',
        'error static/app.js:3 `static/app.js` asks the server for `/api/tags`, which it does not serve.',
      ],
    ],
  ])('%s', async (_name, files, expected) => {
    expect(told(await found('messages', files))).toEqual(expected);
  });

  test('the server is to be mended where the plan has the path that is fetched', async () => {
    const files = served("fetch('/api/poll');");
    const [finding] = await found('messages', files, '`GET /api/poll` answers with the poll.');
    expect(finding).toMatchObject({ path: 'server.js', line: 4, severity: 'error' });
  });
});

describe('nothing is said of', () => {
  test.each<[string, Files]>([
    [
      'paths of a server that has more in a file of OpenAPI',
      {
        'server.py':
          "import config\napp = config.connex_app\napp.add_api('swagger.yml')\n\n@app.route('/people')\ndef people():\n    return render()\n",
        'static/a.js': "fetch('/api/people');",
        'templates/people.html': page('<script src="/static/a.js"></script>'),
      },
    ],
    [
      'paths of a server of two files, one of which is called as a script of a page',
      {
        'app.js':
          "import express from 'express';\nexport const app = express();\napp.use('/static', express.static('public'));\napp.get('/api/polls', list);",
        'server.js':
          "import { app } from './app.js';\napp.get('/api/health', (ask, answer) => answer.end());\napp.listen(3000);",
        'public/index.html': page('<script type="module" src="/static/app.js"></script>'),
        'public/app.js': "fetch('/api/polls');",
      },
    ],
    [
      'a path that goes on elsewhere, where the server may have more',
      served(
        "fetch('/auth/login');",
        "import express from 'express';\nconst app = express();\napp.use(require('./plugins/' + process.env.P));\napp.get('/auth/login-callback', back);\napp.listen(1);",
      ),
    ],
    [
      'methods that are set later on, or are none of a constant',
      served(
        "export function send(path) {\n  const options = { method: 'PUT' };\n  options.method = 'POST';\n  return fetch('/api/polls', options);\n}\nexport function put(options) {\n  return fetch('/api/polls', options);\n}\nlet how = { method: 'PUT' };\nfetch('/api/polls', how);\nconst given = { method: 'PUT' };\nObject.assign(given, choice);\nfetch('/api/polls', given);",
      ),
    ],
    [
      'paths of a router that stands under a path and at the root',
      served(
        "fetch('/tags');\nfetch('/api/tags');",
        "import { tags } from './tags.js';\nconst app = express();\napp.use('/api', tags());\napp.use(tags());\napp.listen(3000);",
        {
          'tags.js':
            "const router = Router();\nrouter.get('/tags', list);\nexport const tags = () => router;",
        },
      ),
    ],
    [
      'paths below what another file answers in its own way',
      served(
        "fetch('/api/tag');",
        "import { tags } from './tags.js';\nconst app = express();\napp.use('/api', tags);\napp.get('/api/tags', list);\napp.listen(3000);",
        { 'tags.js': 'export const tags = (request, response) => answer(response);' },
      ),
    ],
    [
      'a path without the first part of one that others ask for',
      served("fetch('/api/polls');\nfetch('/polls');", SERVER.replace(/.*app\.post.*\n/, '')),
    ],
    ['paths that are served', served("fetch('/api/polls');\nfetch(`/api/polls/${id}?all=1`);")],
    ['files', served("fetch('/words.json');\nfetch('/data/list');", SERVER, { 'public/data/list': 'a' })],
    [
      'paths that only running tells',
      served('fetch(path);\nfetch(`/api/${name}`);\nfetch(`${base}/api/people`);'),
    ],
    ['other servers', served("fetch('https://example.org/api/poll');\nfetch('//example.org/api/poll');")],
    ['paths of no server of the app', { 'app.js': "fetch('/api/polls');" }],
    [
      'servers that hand requests on',
      served("fetch('/api/people');", `${SERVER}\napp.use('/api', proxy('http://other'));`),
    ],
    [
      'servers that are given what nobody sees into',
      served("fetch('/api/people');", `${SERVER}\napp.use(everything({ root: '.' }));`),
    ],
    [
      'frameworks that serve by files',
      served("fetch('/api/people');", SERVER, {
        'package.json': '{ "dependencies": { "next": "1" } }',
        'app/api/people/route.ts': 'export const GET = () => Response.json([]);',
      }),
    ],
    [
      'frameworks whose pages answer requests',
      served("fetch('/api/people');", SERVER, {
        'package.json': '{ "dependencies": { "@remix-run/react": "1" } }',
      }),
    ],
    [
      'paths of other servers on the same machine',
      served(
        "fetch('http://localhost:11434/api/tags');\nfetch('http://localhost:11434/api/polls', { method: 'DELETE' });\nfetch('http://localhost:3000/api/polls');",
      ),
    ],
    [
      'what a server itself asks of others',
      served('', `import './model.js';\n${SERVER}`, {
        'model.js': "fetch('http://localhost:11434/api/poll');",
      }),
    ],
    [
      'what a framework answers that asks itself by its whole address',
      {
        'web/package.json': '{ "dependencies": { "next": "16" } }',
        'web/app/api/items/route.ts': 'export const GET = () => Response.json([]);',
        'web/app/page.tsx':
          "export default async function Page() {\n  await fetch('http://localhost:3000/api/items');\n  return null;\n}\n",
        'server/package.json': '{ "dependencies": { "express": "5" } }',
        'server/index.js': SERVER.replaceAll('/api/polls', '/api/item'),
      },
    ],
    [
      'paths that begin with what is said elsewhere, of other servers',
      served('fetch(`${GITHUB}/repos/${name}/issues`);\nfetch(`${url}/polls-list`);'),
    ],
    [
      'paths of the machine itself, and ends of paths',
      served(
        "fetch('http://localhost:3000/api/polls');\nfetch(`${BASE}/polls`);\nfetch(`${BASE}/api/polls/${id}`);",
      ),
    ],
    [
      'a word for what only the request tells, where no path is meant by it',
      served("fetch('/api/polls/latest');\nfetch('/api/polls');"),
    ],
    [
      'methods of a path that another file gives',
      served(
        "fetch('/api/polls', { method: 'PUT' });",
        "import express from 'express';\nconst app = express();\nconst polls = app.route('/api/polls');\naddTo(polls);\napp.listen(1);",
      ),
    ],
    [
      'patterns of a client that chooses its pages',
      {
        'package.json': '{ "workspaces": ["client", "server"] }',
        'client/package.json': '{ "dependencies": { "react-dom": "19", "vite": "7" } }',
        'client/src/pages.ts': 'export const isPoll = (path: string) => /^\\/polls\\/(\\d+)$/.test(path);',
        'client/src/load.ts': "export const load = () => fetch('/api/polls');",
        'server/package.json': '{ "dependencies": { "express": "5" } }',
        'server/index.js': SERVER,
      },
    ],
    ['servers in other languages', served("fetch('/api/people');", SERVER, { 'api.php': '<?php echo 1;' })],
    [
      'methods that are made by code',
      served("fetch('/api/polls', { method: isNew ? 'POST' : 'PUT' });\nfetch('/api/polls', options);"),
    ],
    ['what tests ask for', served('', SERVER, { 'test/app.test.js': "fetch('/api/nothing');" })],
    [
      'regular expressions of a server by hand',
      served(
        "fetch(`/api/polls/${id}/votes`, { method: 'POST' });",
        "import { createServer } from 'node:http';\nconst routes = [{ method: 'POST', pattern: /^\\/api\\/polls\\/([^/]+)\\/votes$/ }];\ncreateServer(routes).listen(1);",
      ),
    ],
    [
      'paths in Python',
      {
        'app.py': FLASK,
        'static/app.js': "fetch('/api/notes');\nfetch('/api/notes/1', { method: 'DELETE' });",
      },
    ],
    [
      'paths in Django',
      {
        'app/urls.py':
          "from django.urls import include, path\nurlpatterns = [\n  path('api/', include('notes.urls')),\n]\n",
        'notes/urls.py': "from django.urls import path\nurlpatterns = [path('notes/<int:pk>/', view)]\n",
        'static/app.js': "fetch('/api/notes/1/');",
      },
    ],
  ])('%s', async (_name, files) => {
    expect(told(await found('messages', files))).toEqual([]);
  });
});

describe('what is read under another name than it is stored is found', () => {
  test.each<[string, string, string[]]>([
    [
      'in the same words, nearly',
      "localStorage.setItem('scores', '[]');\nlocalStorage.getItem('score');",
      ['error app.js:2 `app.js` reads `score` from `localStorage`; what `app.js` stores there is `scores`.'],
    ],
    [
      'by constants',
      "const KEYS = { save: 'pong:best', load: 'pong-bests' };\nlocalStorage.setItem(KEYS.save, 1);\nlocalStorage.getItem('pongBests');",
      [
        'error app.js:3 `app.js` reads `pongBests` from `localStorage`; what `app.js` stores there is `pong:best`.',
      ],
    ],
    [
      'by functions that hand on',
      "const save = (key, value) => localStorage.setItem(key, value);\nconst load = (key) => localStorage.getItem(key);\nsave('settings', 1);\nload('setting');",
      [
        'error app.js:4 `app.js` reads `setting` from `localStorage`; what `app.js` stores there is `settings`.',
      ],
    ],
    [
      'by an alias',
      "const storage = window.localStorage;\nstorage.setItem('scores', 1);\nstorage.getItem('score');",
      ['error app.js:3 `app.js` reads `score` from `storage`; what `app.js` stores there is `scores`.'],
    ],
    [
      'in quite other words, where one is stored and never read, and one read and never stored',
      "localStorage.setItem('best', 1);\nlocalStorage.getItem('record');\nlocalStorage.removeItem('record');",
      ['warning app.js:2 `app.js` reads `record` from `localStorage`; what `app.js` stores there is `best`.'],
    ],
    [
      'in another store',
      "sessionStorage.setItem('name', 'a');\nlocalStorage.getItem('name');",
      ['warning app.js:2 `app.js` reads `name` from `localStorage`, and it is stored in `sessionStorage`.'],
    ],
    [
      'in other words',
      "localStorage.setItem('name', localStorage.getItem('name') ?? 'a');\nlocalStorage.theme === 'dark';",
      ['warning app.js:2 `app.js` reads `theme` from `localStorage`, and nothing stores it.'],
    ],
    [
      'in the storage of an extension',
      "chrome.storage.local.set({ rules: [] });\nchrome.storage.local.get(['rule'], show);",
      ['error app.js:2 `app.js` reads `rule` from `storage.local`; what `app.js` stores there is `rules`.'],
    ],
  ])('%s', async (_name, script, expected) => {
    expect(told(await found('messages', { 'app.js': script }))).toEqual(expected);
  });
});

describe('nothing is said of keys', () => {
  test.each<[string, string]>([
    [
      'that are stored',
      "localStorage.setItem('a-b', 1);\nlocalStorage.getItem('a-b');\nlocalStorage['a-b'];",
    ],
    ['that every object has', "localStorage.setItem('a-b', localStorage.hasOwnProperty('a-b') ? 1 : 2);"],
    ['that are made by code', "localStorage.setItem(`vote:${id}`, 1);\nlocalStorage.getItem('vote:12');"],
    [
      'where something stores what nobody sees',
      "localStorage.setItem(name, 1);\nlocalStorage.setItem('scores', 1);\nlocalStorage.getItem('score');",
    ],
    [
      'where the store is handed on',
      "persist({ storage: localStorage });\nlocalStorage.setItem('scores', 1);\nlocalStorage.getItem('score');",
    ],
    [
      'that an earlier version stored',
      "localStorage.setItem('scores', 1);\nlocalStorage.getItem('scores');\nlocalStorage.getItem('score');\nlocalStorage.removeItem('score');",
    ],
    [
      'of which both are read',
      "localStorage.setItem('scores', 1);\nlocalStorage.getItem('scores') ?? localStorage.getItem('score');",
    ],
    [
      'that functions of objects are given',
      "const a = { get: (key) => localStorage.getItem(key) };\nlocalStorage.setItem('name', 1);\na.get('name');\nnew Map().get('names');",
    ],
    ['where nothing is stored at all', "localStorage.getItem('debug');"],
    ['`__proto__`', "localStorage.setItem('__proto__', 1);\nlocalStorage.getItem('__proto__');"],
  ])('%s', async (_name, script) => {
    expect(
      told(await found('messages', { 'app.js': script })).filter((one) => one.startsWith('error')),
    ).toEqual([]);
  });
});

test('a name with anything in it may be each name that has its parts', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.nat(30), fc.nat(30), (name, from, to) => {
      const [start, end] = [Math.min(from, to, name.length), Math.min(Math.max(from, to), name.length)];
      expect(mayBeSame(`${name.slice(0, start)}*${name.slice(end)}`, name)).toBe(true);
    }),
  );
});

test('no path of a request or a server is read for long, or makes the check throw', async () => {
  const part = fc.constantFrom(
    '/',
    ':a',
    '*',
    '**',
    '{b}',
    '<int:c>',
    '(d|e)',
    'f',
    '{',
    '(',
    '<',
    '[^/]+',
    '?',
    '\\',
  );
  const path = fc.array(part, { maxLength: 40 }).map((parts) => `/${parts.join('')}`);
  await fc.assert(
    fc.asyncProperty(path, path, async (asked, answered) => {
      const files = served(
        `fetch(${JSON.stringify(asked)});`,
        `const app = express();\napp.get(${JSON.stringify(answered)}, show);\napp.listen(1);`,
        { 'app.py': `@app.get(${JSON.stringify(answered)})\ndef show():\n    return ''\n` },
      );
      expect(await cpuTimeOf(() => found('messages', files))).toBeLessThan(2_000);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test.each<[string, Files]>([
  [
    'patterns',
    {
      'app.js': Array.from(
        { length: 3_000 },
        (_, at) => `localStorage.setItem(\`k${at}\${x}z\`, 1);\nlocalStorage.getItem('r${at}q');`,
      ).join('\n'),
    },
  ],
  [
    'routes',
    served(
      Array.from({ length: 3_000 }, (_, at) => `fetch(\`/api/q${at}/\${x}/\${y}\`);`).join('\n'),
      Array.from({ length: 3_000 }, (_, at) => `app.get('/api/r${at}/:a/:b', show);`).join('\n'),
    ),
  ],
  ['parts of a text', { 'app.js': `localStorage.getItem(${"'a' + ".repeat(20_000)}'b');` }],
])('many %s take no time', async (_name, files) => {
  expect(await cpuTimeOf(() => found('messages', files))).toBeLessThan(5_000);
});
