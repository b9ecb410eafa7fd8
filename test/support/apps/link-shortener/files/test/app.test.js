import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { createApp } from '../src/app.js';
import { createStore } from '../src/store.js';

let count = 0;
const server = createServer(createApp(createStore(() => `code${++count}`)));
let base = '';

before(async () => {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${server.address().port}`;
});

after(() => server.close());

const post = (path, body) => fetch(base + path, { method: 'POST', body, redirect: 'manual' });
const form = (url) => new URLSearchParams({ url });

test('the form makes a link and leads back to the page', async () => {
  const response = await post('/', form('https://example.com/a?b=1&c=2'));
  assert.equal(response.status, 303);
  assert.equal(response.headers.get('location'), '/');
  const page = await (await fetch(base)).text();
  assert.match(page, /\/code1/);
  assert.match(page, /b=1&amp;c=2/);
});

test('the form explains what is wrong', async () => {
  const response = await post('/', form('javascript:alert(1)'));
  assert.equal(response.status, 400);
  assert.match(await response.text(), /role="alert"/);
});

test('the API makes a link, and the same URL keeps its code', async () => {
  const body = JSON.stringify({ url: 'https://example.com/api' });
  const first = await post('/api/links', body);
  assert.equal(first.status, 201);
  const link = await first.json();
  assert.deepEqual(await (await post('/api/links', body)).json(), link);
});

test('the API refuses what is no URL and what is no JSON', async () => {
  assert.equal((await post('/api/links', '{"url":"nowhere"}')).status, 400);
  assert.equal((await post('/api/links', '{')).status, 400);
});

test('a short link redirects and counts', async () => {
  const { code } = await (await post('/api/links', '{"url":"https://example.com/count"}')).json();
  const response = await fetch(`${base}/${code}`, { redirect: 'manual' });
  assert.equal(response.status, 302);
  assert.equal(response.headers.get('location'), 'https://example.com/count');
  const links = await (await fetch(`${base}/api/links`)).json();
  assert.equal(links[0].hits, 1);
});

test('an unknown code and too long a body are refused', async () => {
  assert.equal((await fetch(`${base}/nothing`)).status, 404);
  assert.equal((await post('/', 'x'.repeat(10_001))).status, 413);
});
