// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code under test has templates of its own.
import { describe, expect, test } from 'vitest';
import { mutate } from '../../bench/check/mutate.js';
import { judged } from '../../bench/check/planted.js';

const APP = new Map([
  ['index.html', '<p id="score"></p>\n<script type="module" src="app.js"></script>\n'],
  [
    'app.js',
    "import { add } from './sum.js';\n\ndocument.getElementById('score').textContent = add(1, 2);\n",
  ],
  [
    'sum.js',
    'export function add(left, right) {\n  const sum = left + right;\n  console.log(sum);\n  return sum;\n}\n',
  ],
]);

describe('breaks that are planted in an app', () => {
  test('are the same for the same seed', () => {
    expect(mutate(APP, 3, 2)).toEqual(mutate(APP, 3, 2));
  });

  test('are of the kinds that the app has something for', () => {
    const kinds = new Set(mutate(APP, 1, 9).map(({ kind }) => kind));
    for (const kind of [
      'file left out',
      'file renamed',
      'export dropped',
      'export renamed',
      'export made default',
      'import in other case',
      'id changed',
      'argument added',
      'body left to do',
    ])
      expect(kinds).toContain(kind);
  });

  test('leave out a function that nobody imports', () => {
    const alone = new Map([['sum.js', APP.get('sum.js') ?? '']]);
    expect(mutate(alone, 1, 9).filter(({ kind }) => kind.startsWith('export'))).toEqual([]);
  });

  test('are none that the program would not notice: a function of JavaScript needs what it is not given', () => {
    const [one] = mutate(APP, 1, 9).filter(({ kind }) => kind === 'argument added');
    expect(one?.files.get('sum.js')).toContain('(left, right, extra) {\n  extra.isKnown = true;\n');
  });

  test('leave out code in a text, and what a bundle requires of itself', () => {
    const texts = new Map([
      ['readme.md', `# Sum\n\n${APP.get('sum.js')}`],
      ['all.js', "(function(require,module,exports){\nvar sum = require('./sum.js');\n})\n"],
      ['sum.js', APP.get('sum.js') ?? ''],
    ]);
    const planted = mutate(texts, 1, 9).map(({ kind, what }) => `${kind}: ${what}`);
    expect(planted.filter((one) => /readme|all\.js|left out/.test(one))).toEqual([]);
  });

  test('are found where either side stands, and nowhere else', () => {
    const [one] = mutate(APP, 1, 9).filter(({ kind }) => kind === 'export dropped');
    if (one === undefined) throw new Error('nothing was planted');
    const at = (path: string, line: number) =>
      judged(one, [{ rule: 'imports', severity: 'error', path, line, message: '', offers: null }]);
    expect(at('app.js', 1)).toEqual({ found: true, file: true, line: true });
    expect(at('sum.js', 1)).toEqual({ found: true, file: true, line: true });
    expect(at('app.js', 3)).toEqual({ found: true, file: true, line: false });
    expect(at('index.html', 1)).toEqual({ found: true, file: false, line: false });
  });

  test('are a path or a method that page and server share, where nothing answers any more', () => {
    const app = new Map([
      ['public/app.js', "fetch('/api/notes', { method: 'POST' });\nfetch(`/api/notes/${id}`);\n"],
      [
        'server.js',
        "app.post('/api/notes', add);\napp.get('/api/notes/:id', show);\napp.get('/about', about);\n",
      ],
    ]);
    const planted = mutate(app, 1, 99).filter(({ kind }) => /^(?:route|method) /.test(kind));
    const texts = planted.map(({ files }) => [...files.values()].join('')).join('');
    expect(texts).toContain("app.put('/api/notes', add)");
    expect(texts).toContain("fetch('/notes', { method: 'POST' })");
    expect(texts).toContain('fetch(`/api/note/${id}`)');
    expect(texts).not.toMatch(/abouts|about-list/);
    for (const { places } of planted) {
      expect(new Set(places.map(({ path }) => path))).toEqual(new Set(['public/app.js', 'server.js']));
    }
  });

  test('are a key, an event, a message or a variable that two sides share, and no other side has', () => {
    const app = new Map([
      ['a.js', "localStorage.setItem('theme', theme);\nbus.emit('note-added');\nbus.emit('close');\n"],
      ['b.js', "localStorage.getItem('theme');\nbus.on('note-added', draw);\nbus.on('close', end);\n"],
      [
        'popup.js',
        "chrome.runtime.sendMessage({ type: 'start' });\nchrome.runtime.sendMessage({ type: 'end' });\n",
      ],
      [
        'back.js',
        "if (message.type === 'start') start(process.env.API_KEY);\nlog('end', message.type === 'end');\n",
      ],
      ['.env.example', 'API_KEY=\nUNREAD=\n'],
    ]);
    const planted = mutate(app, 1, 99).map(({ kind, what }) => `${kind}: ${what}`);
    expect(planted).toContain('key changed: theme → themes in b.js');
    expect(planted).toContain('event changed: note-added → noteAdded in a.js');
    expect(planted).toContain('message changed: start → main-start in popup.js');
    expect(planted).toContain('variable changed: API_KEY → MAIN_API_KEY in .env.example');
    expect(planted.filter((one) => /: (?:close|end|UNREAD) /.test(one))).toEqual([]);
  });
});
