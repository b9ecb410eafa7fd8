// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code under test has templates of its own.
import { describe, expect, test } from 'vitest';
import { type Files, found, page, told } from './apps.js';

const app = (a: string, b = '', more: Files = {}): Files => ({
  'index.html': page('<script src="a.js"></script><script src="b.js"></script>'),
  'a.js': a,
  'b.js': b,
  ...more,
});

describe('what one side says and the other does not know is found', () => {
  test.each<[string, Files, string[]]>([
    [
      'an event in other words',
      app("dispatchEvent(new CustomEvent('cart:updated'));", "\naddEventListener('cart:update', draw);"),
      ['warning b.js:2 `b.js` listens to the event `cart:update`; what `a.js` sends is `cart:updated`.'],
    ],
    [
      'an event between scripts of a page in a folder that others keep tools in',
      {
        'index.html': page('<script src="scripts/a.js"></script><script src="scripts/b.js"></script>'),
        'scripts/a.js': "dispatchEvent(new CustomEvent('cart:updated'));",
        'scripts/b.js': "addEventListener('cart:update', draw);",
      },
      [
        'warning scripts/b.js:1 `scripts/b.js` listens to the event `cart:update`; what `scripts/a.js` sends is `cart:updated`.',
      ],
    ],
    [
      'an event of an emitter',
      app("bus.emit('round-over', score);", "bus.on('roundOvers', draw);"),
      ['warning b.js:1 `b.js` listens to the event `roundOvers`; what `a.js` sends is `round-over`.'],
    ],
    [
      'an event by a function that sends it',
      app(
        "const send = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));\nsend('game:starts');",
        "document.addEventListener('game:start', draw);",
      ),
      ['warning b.js:1 `b.js` listens to the event `game:start`; what `a.js` sends is `game:starts`.'],
    ],
    [
      'an event with a word more',
      app("bus.emit('round-over', score);", "bus.on('game:roundOver', draw);"),
      ['warning b.js:1 `b.js` listens to the event `game:roundOver`; what `a.js` sends is `round-over`.'],
    ],
    [
      'a message in other words, where code makes names like it',
      app(
        "worker.postMessage({ type: 'find-path' });\nclassName = `find-${kind}`;",
        "onmessage = ({ data }) => {\n  if (data.type === 'find-paths') find();\n};",
      ),
      ['warning b.js:2 `b.js` waits for the message `find-paths`; what `a.js` sends is `find-path`.'],
    ],
    [
      'an event that nothing sends',
      app(
        "dispatchEvent(new CustomEvent('cart:add'));\naddEventListener('cart:add', add);",
        "addEventListener('theme:change', draw);",
      ),
      ['warning b.js:1 `b.js` listens to the event `theme:change`, and nothing sends it.'],
    ],
    [
      'an event that nothing listens to',
      app(
        "dispatchEvent(new CustomEvent('cart:add'));\ndispatchEvent(new CustomEvent('theme'));",
        "addEventListener('cart:add', draw);",
      ),
      ['note a.js:2 `a.js` sends the event `theme`, and nothing listens to it.'],
    ],
    [
      'a message to a worker',
      {
        'a.js': "const worker = new Worker('worker.js');\nworker.postMessage({ type: 'solve', board });",
        'worker.js': "onmessage = ({ data }) => {\n  if (data.type === 'solved') solve(data.board);\n};",
      },
      ['warning a.js:2 `a.js` sends the message `solve`, and nothing waits for it.'],
    ],
    [
      'a message in other words',
      {
        'a.js': "const worker = new Worker('worker.js');\nworker.postMessage({ type: 'find-path', board });",
        'worker.js':
          "onmessage = ({ data }) => {\n  switch (data.type) {\n    case 'findPaths': solve(data.board);\n  }\n};",
      },
      ['error worker.js:3 `worker.js` waits for the message `findPaths`; what `a.js` sends is `find-path`.'],
    ],
    [
      'a message that nothing waits for',
      {
        'popup.js':
          "chrome.runtime.sendMessage({ action: 'export-all' });\nchrome.runtime.sendMessage({ action: 'start' });",
        'background.js':
          "chrome.runtime.onMessage.addListener((message) => {\n  if (message.action === 'start') begin();\n});",
      },
      ['warning popup.js:1 `popup.js` sends the message `export-all`, and nothing waits for it.'],
    ],
    [
      'a channel of Electron',
      {
        'preload.js': "ipcRenderer.invoke('notes:save', text);\nipcRenderer.invoke('notes:open');",
        'main.js': "ipcMain.handle('note:save', save);",
      },
      [
        'error main.js:1 `main.js` answers on the channel `note:save`; what `preload.js` sends is `notes:save`.',
        'error preload.js:2 `preload.js` asks on the channel `notes:open`, and nothing answers there.',
      ],
    ],
  ])('%s', async (_name, files, expected) => {
    expect(told(await found('messages', files))).toEqual(expected);
  });

  test('the sender is to be mended where the plan has the name that is listened to', async () => {
    const files = app(
      "dispatchEvent(new CustomEvent('cart:updated'));",
      "addEventListener('cart:update', draw);",
    );
    const [finding] = await found(
      'messages',
      files,
      'The event `cart:update` says that the cart is another.',
    );
    expect(finding).toMatchObject({ path: 'a.js', line: 1 });
  });
});

describe('nothing is said of', () => {
  test.each<[string, Files]>([
    [
      'events of which several have the words of another, or a short one',
      app(
        "bus.emit('note-added');\nbus.emit('tag-added');\nbus.emit('my-row');",
        "bus.on('added', draw);\nbus.on('row', draw);",
      ),
    ],
    [
      'one end of a socket, which hears what the other one sends',
      {
        'app.js':
          "import { Server } from 'socket.io';\nsocket.on('todo:create', (a) => socket.broadcast.emit('todo:created', a));",
      },
    ],
    [
      'events that browsers send',
      app(
        "addEventListener('DOMContentLoaded', draw);\nvideo.addEventListener('canplaythrough', play);\nsocket.on('connect_error', stop);",
      ),
    ],
    [
      'events with both sides',
      app("dispatchEvent(new CustomEvent('a:b'));", "addEventListener('a:b', draw);"),
    ],
    [
      'events by constants',
      app("const EVENTS = { add: 'todo-add' };\nemitter.emit(EVENTS.add);", "emitter.on('todo-add', draw);"),
    ],
    [
      'events that stand in a list',
      app(
        "for (const name of ['cart:add', 'cart:remove']) addEventListener(name, draw);\ndispatchEvent(new CustomEvent('cart:adds'));",
      ),
    ],
    [
      'events that are made by code',
      app('dispatchEvent(new CustomEvent(`cart:${what}`));', "addEventListener('cart:add', draw);"),
    ],
    [
      'events of libraries',
      app("addEventListener('htmx:afterSwap', draw);\njQuery(a).on('shown.bs.modal', draw);"),
    ],
    [
      'events where a script from elsewhere may send them',
      {
        'index.html': page('<script src="https://unpkg.com/a.js"></script><script src="a.js"></script>'),
        'a.js': "dispatchEvent(new CustomEvent('own'));\naddEventListener('other:made', draw);",
      },
    ],
    [
      'messages to whoever embeds the page',
      app("parent.postMessage({ type: 'resize', height }, '*');", "if (data.type === 'hello') greet();"),
    ],
    [
      'messages that an object has functions for',
      {
        'a.js': "new Worker('w.js').postMessage({ type: 'solve' });\nif (data.type === 'solver') done();",
        'w.js':
          'const handlers = { solve() {}, solver() {} };\nonmessage = ({ data }) => handlers[data.type](data);',
      },
    ],
    [
      'types that are no messages',
      app("if (event.type === 'keydown') draw();\nswitch (node.type) { case 'Literal': draw(); }"),
    ],
    [
      '`__proto__`',
      app(
        "dispatchEvent(new CustomEvent('__proto__'));",
        "addEventListener('__proto__', draw);\naddEventListener('constructor', draw);",
      ),
    ],
  ])('%s', async (_name, files) => {
    expect(told(await found('messages', files))).toEqual([]);
  });
});

describe('variables of the environment', () => {
  test.each<[string, Files, string[]]>([
    [
      'that people are told of in other words are found',
      { 'server.js': 'connect(process.env.DATABASE_URLS);', '.env.example': 'DATABASE_URL=\n' },
      [
        'warning server.js:1 `server.js` reads `DATABASE_URLS` from the environment; in `.env.example` it is `DATABASE_URL`.',
      ],
    ],
    [
      'that the example has in other words, though people are told of them elsewhere',
      {
        'server.js': 'connect(process.env.API_KEY, process.env.PORT);',
        'README.md': 'Set `API_KEY`.\n',
        '.env.example': 'API_KEYS=\nPORTS=\n',
      },
      [
        'warning server.js:1 `server.js` reads `API_KEY` from the environment; in `.env.example` it is `API_KEYS`.',
        'warning server.js:1 `server.js` reads `PORT` from the environment; in `.env.example` it is `PORTS`.',
      ],
    ],
    [
      'that the example has nearly, for what code wants in another way, are left alone',
      {
        'test.js': 'connect(process.env.DATABASE_URLS);',
        'env.js': 'export const env = z.object({ DATABASE_URL: z.string() });',
        'README.md': 'Set `DATABASE_URLS` for tests.\n',
        '.env.example': 'DATABASE_URL=\n',
      },
      [],
    ],
    [
      'that the example has nearly, for something else that people are told of, are left alone',
      {
        'server.js': 'connect(process.env.API_KEY);',
        'README.md': 'Set `API_KEY`, and `API_KEYS` for the database.\n',
        '.env.example': 'API_KEYS=\n',
      },
      [],
    ],
    [
      'that nobody is told of are noted',
      { 'server.js': 'const { API_KEY } = process.env;\nconnect(API_KEY);', 'README.md': '# App\n' },
      [
        'note server.js:1 `server.js` reads `API_KEY` from the environment, and nothing tells people to set it.',
      ],
    ],
    [
      'a variable that the example has with a word more',
      { 'server.js': 'connect(process.env.API_TOKEN);', '.env.example': 'NOTES_API_TOKEN=\nOTHER=\n' },
      [
        'warning server.js:1 `server.js` reads `API_TOKEN` from the environment; in `.env.example` it is `NOTES_API_TOKEN`.',
      ],
    ],
    [
      'in Python, too',
      {
        'app.py': "import os\nkey = os.environ['API_KEY']\nport = os.getenv('APP_PORT', '80')\n",
        'README.md': '# App\n',
      },
      ['note app.py:2 `app.py` reads `API_KEY` from the environment, and nothing tells people to set it.'],
    ],
    [
      'of a page that is built, too',
      { 'src/a.ts': 'start(import.meta.env.VITE_API);', '.env.example': 'VITE_KEY=\n' },
      [
        'note src/a.ts:1 `src/a.ts` reads `VITE_API` from the environment, and nothing tells people to set it.',
      ],
    ],
    [
      'that the code does without are left alone',
      { 'a.js': "start(process.env.COLOUR ?? 'red');", 'README.md': '# App\n' },
      [],
    ],
    [
      'that systems set are left alone',
      { 'a.js': 'start(process.env.HOME, process.env.NODE_ENV, process.env.PORT);', 'README.md': '# App\n' },
      [],
    ],
    [
      'that stand in a README are left alone',
      { 'a.js': 'start(process.env.API_KEY);', 'README.md': 'Set `API_KEY`.\n' },
      [],
    ],
    [
      'that stand in a workflow are left alone',
      {
        'a.js': 'start(process.env.API_KEY);',
        'README.md': '',
        '.github/workflows/a.yml': 'env:\n  API_KEY: a\n',
      },
      [],
    ],
    [
      'that are set are left alone',
      {
        'a.js': "process.env.API_KEY = 'a';",
        'b.py': "import os\nos.environ['API_KEY'] = 'a'\n",
        'README.md': '# App\n',
      },
      [],
    ],
  ])('%s', async (_name, files, expected) => {
    expect(told(await found('messages', files))).toEqual(expected);
  });
});
