import { describe, expect, test } from 'vitest';
import { type Files, found, page, told } from './apps.js';

describe('an address that leads nowhere is found', () => {
  test.each<[string, Files, string[]]>([
    [
      'a style sheet in folders that an app has itself, where it lies beside the page',
      { 'index.html': page('<link rel="stylesheet" href="/static/css/style.css">'), 'style.css': '' },
      ['error index.html:4 `index.html` loads `/static/css/style.css`, and there is no such file.'],
    ],
    [
      'a script in a folder of which nothing is there',
      { 'index.html': page('<script src="lib/store.js"></script>') },
      ['error index.html:4 `index.html` loads `lib/store.js`, and there is no such file.'],
    ],
    [
      'a script',
      { 'index.html': page('<script src="js/app.js"></script>') },
      ['error index.html:4 `index.html` loads `js/app.js`, and there is no such file.'],
    ],
    [
      'a style sheet, from the root',
      { 'index.html': page('<link rel="stylesheet" href="/style.css">') },
      ['error index.html:4 `index.html` loads `/style.css`, and there is no such file.'],
    ],
    [
      'an imported sheet',
      { 'css/a.css': '\n@import "b.css";' },
      ['error css/a.css:2 `css/a.css` loads `b.css`, and there is no such file.'],
    ],
    [
      'a picture',
      { 'index.html': page('<img src="a.png">') },
      ['warning index.html:4 `index.html` shows `a.png`, and there is no such file.'],
    ],
    [
      'a picture of a sheet',
      { 'a.css': 'a {\n background: url(a.png) }' },
      ['warning a.css:2 `a.css` shows `a.png`, and there is no such file.'],
    ],
    [
      'another page',
      { 'index.html': page('<a href="about.html#us">a</a>') },
      ['warning index.html:4 `index.html` links to `about.html#us`, and there is no such file.'],
    ],
    [
      'a path of other letters',
      { 'index.html': page('<script src="js/App.js"></script>'), 'js/app.js': '' },
      [
        'error index.html:4 `index.html` loads `js/App.js`, and the file is called `js/app.js`: upper and lower case make a difference.',
      ],
    ],
    [
      'an address that nobody but its own code says the start of',
      {
        'public/index.html': page('<script src="app.js"></script>'),
        'public/app.js': "// See docs/js for more.\nnavigator.serviceWorker.register('/js/sw.js');",
        'public/sw.js': '',
        'server.js': "require('node:http').createServer();",
      },
      ['warning public/app.js:2 `public/app.js` loads `/js/sw.js`, and there is no such file.'],
    ],
    [
      'what a server has under another address',
      {
        'public/index.html': page('<script src="/js/app.js"></script>'),
        'public/app.js': '',
        'server.js':
          "const { createServer } = require('node:http');\nconst ROUTES = [['/static/', send]];\ncreateServer();",
      },
      ['warning public/index.html:4 `public/index.html` loads `/js/app.js`, and there is no such file.'],
    ],
    [
      'a worker, data and a service worker',
      {
        'index.html': page('<script src="app.js"></script>'),
        'app.js': "new Worker('worker.js');\nfetch('data.json');\nnavigator.serviceWorker.register('sw.js');",
      },
      [
        'error app.js:1 `app.js` loads `worker.js`, and there is no such file.',
        'error app.js:2 `app.js` reads `data.json`, and there is no such file.',
        'error app.js:3 `app.js` loads `sw.js`, and there is no such file.',
      ],
    ],
    [
      'what a service worker keeps',
      {
        'index.html': page(''),
        'sw.js':
          "const FILES = ['./', 'index.html', 'app.js'];\naddEventListener('install', (e) => e.waitUntil(caches.open('a').then((c) => c.addAll(FILES))));",
      },
      ['error sw.js:1 `sw.js` loads `app.js`, and there is no such file.'],
    ],
    [
      'a worker beside a module',
      { 'a/b.js': "new Worker(new URL('./c.js', import.meta.url));" },
      ['error a/b.js:1 `a/b.js` loads `./c.js`, and there is no such file.'],
    ],
    [
      'a place in the page',
      { 'index.html': page('<a href="#about">a</a>') },
      ['warning index.html:4 `index.html` links to `#about`, and nothing in the page has that id.'],
    ],
    [
      'a script, where a bundler may have its ways',
      {
        'index.html': page('<script type="module" src="/main.js"></script>'),
        'package.json': '{"devDependencies":{"vite":"1"}}',
      },
      ['warning index.html:4 `index.html` loads `/main.js`, and there is no such file.'],
    ],
  ])('%s', async (_name, files, expected) => {
    expect(told(await found('references', files))).toEqual(expected);
  });
});

describe('nothing is said of', () => {
  test.each<[string, Files]>([
    [
      'files that are there',
      {
        'index.html': page('<script src="./js/app.js?v=1"></script><img src="a%20b.svg#c">'),
        'js/app.js': '',
        'a b.svg': '',
      },
    ],
    [
      'addresses elsewhere',
      {
        'index.html': page(
          '<script src="https://a.b/c.js"></script><script src="//a.b/c.js"></script><a href="mailto:a@b.c">a</a><img src="data:image/png;base64,x"><a href="tel:1">b</a>',
        ),
      },
    ],
    [
      'addresses of the place where the app is served',
      {
        'index.html': page('<script src="/me/app/js/a.js"></script>'),
        'js/a.js': "navigator.serviceWorker.register('/me/app/sw.js');",
        'sw.js': '',
        'app.webmanifest': '{"start_url": "/me/app/index.html"}',
      },
    ],
    ['what a host puts there', { 'index.html': page('<script src="/_vercel/insights/script.js"></script>') }],
    ['what stands in `public`', { 'index.html': page('<script src="/a.js"></script>'), 'public/a.js': '' }],
    [
      'what a server has under an address that begins otherwise',
      {
        'public/index.html': page('<script src="/static/app.js"></script>'),
        'public/app.js': '',
        'server.js':
          "const { createServer } = require('node:http');\nconst ROUTES = [[/^\\/static\\/([^/]+)$/, send]];\ncreateServer();",
      },
    ],
    [
      'what a server serves from a folder',
      {
        'client/index.html': page('<script src="/js/a.js"></script>'),
        'assets/js/a.js': '',
        'server.js': "require('node:http').createServer();",
      },
    ],
    [
      'what a build makes',
      {
        'index.html': page(
          '<script src="dist/a.js"></script><link rel="stylesheet" href="a.css"><script src="b.js"></script><script src="c.min.js"></script>',
        ),
        'a.scss': '',
        'b.ts': '',
      },
    ],
    [
      'packages',
      {
        'index.html': page('<script src="node_modules/a/b.js"></script>'),
        'a.css': '@import "tailwindcss";',
      },
    ],
    ['templates', { 'index.html': page('<script src="{{ url }}.js"></script><img src="<%= a %>.png">') }],
    [
      'pages of a router',
      {
        'index.html': page(
          '<a href="/about">a</a><a href="./users/1">b</a><a href="?a=b">c</a><a href="#">d</a><a href="#top">e</a>',
        ),
      },
    ],
    [
      'places that a script makes or looks at',
      { 'index.html': page('<a href="#about">a</a><script>addEventListener("hashchange", go); </script>') },
    ],
    [
      'places that are there',
      { 'index.html': page('<a href="#b">a</a><p id="b"></p><a name="c"></a><a href="#c">c</a>') },
    ],
    [
      'what a page has at its base',
      { 'index.html': page('<base href="https://a.b/"><script src="c.js"></script>') },
    ],
    [
      'SCSS that is compiled from partials',
      { 'a.scss': '@use "b"; @import "c"; @import url("https://a.b/c.css");' },
    ],
    [
      'fonts of which another format is there',
      { 'a.css': '@font-face { src: url(f.woff2), url(f.woff) }', 'f.woff2': '' },
    ],
    ['what is fetched by a script that no page loads', { 'a.js': "fetch('data.json');" }],
    [
      'what is ignored',
      { 'index.html': page('<script src="config.js"></script>'), '.gitignore': '# own\n/config.js\n' },
    ],
    [
      'samples',
      {
        'docs/index.html': page('<script src="a.js"></script>'),
        'test/fixtures/a.html': page('<script src="a.js"></script>'),
      },
    ],
    ['the scripts of a shell around the app', { 'index.html': page('<script src="cordova.js"></script>') }],
    ['paths out of the app', { 'index.html': page('<script src="../a.js"></script>') }],
  ])('%s', async (_name, files) => {
    expect(told(await found('references', files))).toEqual([]);
  });
});
