import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../src/app.js';
import { openStore } from '../src/store.js';

let folder;
let server;
let base;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lunch-poll-api-'));
  server = createApp(await openStore(join(folder, 'polls.json')));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${server.address().port}`;
});

after(async () => {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
  await rm(folder, { recursive: true, force: true });
});

const send = (method, path, text) =>
  fetch(base + path, { method, body: text, headers: { 'Content-Type': 'application/json' } });

const post = (path, data) => send('POST', path, JSON.stringify(data));

async function newPoll(question = 'Where today?', places = ['Pizzeria', 'Canteen', 'Noodle bar']) {
  const response = await post('/api/polls', { question, places });
  assert.equal(response.status, 201);
  return (await response.json()).id;
}

async function getResult(id) {
  const response = await fetch(`${base}/api/polls/${id}`);
  assert.equal(response.status, 200);
  return response.json();
}

async function assertFails(response, status) {
  assert.equal(response.status, status);
  assert.match(response.headers.get('content-type'), /^application\/json/);
  const { error } = await response.json();
  assert.equal(typeof error, 'string');
  assert.notEqual(error.trim(), '');
}

function assertSecurityHeaders(response) {
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(
    response.headers.get('content-security-policy'),
    "default-src 'self'; img-src 'self' data:",
  );
}

test('a new poll gets an id and a link', async () => {
  const response = await post('/api/polls', { question: 'Where?', places: ['A', 'B'] });
  assert.equal(response.status, 201);
  assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8');
  assert.match(response.headers.get('cache-control'), /no-store/);
  const data = await response.json();
  assert.match(data.id, /^[A-Za-z0-9_-]{12}$/);
  assert.deepEqual(data, { id: data.id, url: `/p/${data.id}` });
});

test('a fresh poll has a result without votes or leaders', async () => {
  const id = await newPoll('  Where   today? ', ['Pizzeria', ' Canteen ']);
  assert.deepEqual(await getResult(id), {
    id,
    question: 'Where today?',
    revision: 0,
    total: 0,
    places: [
      { name: 'Pizzeria', votes: 0, voters: [] },
      { name: 'Canteen', votes: 0, voters: [] },
    ],
    leaders: [],
  });
});

test('votes are counted and answered with the result', async () => {
  const id = await newPoll();
  await post(`/api/polls/${id}/votes`, { name: 'Anna', place: 1 });
  const response = await post(`/api/polls/${id}/votes`, { name: 'Ben', place: 1 });
  assert.equal(response.status, 200);
  const result = await response.json();
  assert.deepEqual(result, {
    id,
    question: 'Where today?',
    revision: 2,
    total: 2,
    places: [
      { name: 'Pizzeria', votes: 0, voters: [] },
      { name: 'Canteen', votes: 2, voters: ['Anna', 'Ben'] },
      { name: 'Noodle bar', votes: 0, voters: [] },
    ],
    leaders: [1],
  });
  assert.deepEqual(await getResult(id), result);
});

test('a second vote under the same name replaces the first', async () => {
  const id = await newPoll();
  await post(`/api/polls/${id}/votes`, { name: 'Anna', place: 0 });
  await post(`/api/polls/${id}/votes`, { name: ' anna ', place: 2 });
  const result = await getResult(id);
  assert.equal(result.total, 1);
  assert.equal(result.revision, 2);
  assert.deepEqual(result.places.map((place) => place.voters), [[], [], ['anna']]);
  assert.deepEqual(result.leaders, [2]);
});

test('votes sent at the same time all count', async () => {
  const id = await newPoll();
  const names = Array.from({ length: 20 }, (_, i) => `Voter ${i}`);
  await Promise.all(names.map((name, i) => post(`/api/polls/${id}/votes`, { name, place: i % 2 })));
  const result = await getResult(id);
  assert.equal(result.total, 20);
  assert.equal(result.revision, 20);
  assert.deepEqual(result.leaders, [0, 1]);
});

test('HTML stays verbatim in JSON', async () => {
  const question = '<b>Where</b> & "when"?';
  const place = '<script>alert(1)</script>';
  const name = '<img src=x onerror=alert(1)>';
  const id = await newPoll(question, [place, 'Canteen']);
  const response = await post(`/api/polls/${id}/votes`, { name, place: 0 });
  assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8');
  const result = await response.json();
  assert.equal(result.question, question);
  assert.deepEqual(result.places[0], { name: place, votes: 1, voters: [name] });
});

test('wrong polls are refused', async () => {
  const places = ['A', 'B'];
  const wrong = [
    null, 7, 'text', [], {},
    { places },
    { question: ' ', places },
    { question: 5, places },
    { question: 'x'.repeat(201), places },
    { question: 'Where?' },
    { question: 'Where?', places: 'A, B' },
    { question: 'Where?', places: ['A'] },
    { question: 'Where?', places: [...'ABCDEFGHI'] },
    { question: 'Where?', places: ['A', ''] },
    { question: 'Where?', places: ['A', null] },
    { question: 'Where?', places: ['A', 'x'.repeat(81)] },
    { question: 'Where?', places: ['Canteen', ' canteen '] },
  ];
  for (const data of wrong) await assertFails(await post('/api/polls', data), 400);
});

test('wrong votes are refused and change nothing', async () => {
  const id = await newPoll();
  const wrong = [
    null, 7, 'text', [], {},
    { place: 0 },
    { name: '  ', place: 0 },
    { name: 1, place: 0 },
    { name: 'x'.repeat(41), place: 0 },
    { name: 'Anna' },
    ...[null, '0', 0.5, -1, 3, true].map((place) => ({ name: 'Anna', place })),
  ];
  for (const data of wrong) await assertFails(await post(`/api/polls/${id}/votes`, data), 400);
  const result = await getResult(id);
  assert.equal(result.total, 0);
  assert.equal(result.revision, 0);
});

test('a missing, broken or huge body is refused', async () => {
  const id = await newPoll();
  for (const path of ['/api/polls', `/api/polls/${id}/votes`]) {
    await assertFails(await send('POST', path), 400);
    await assertFails(await send('POST', path, '{"question": '), 400);
    await assertFails(await post(path, { question: 'x'.repeat(100_000) }), 413);
  }
});

test('unknown polls and paths are not found', async () => {
  for (const id of ['AAAAAAAAAAAA', '__proto__', 'constructor']) {
    await assertFails(await fetch(`${base}/api/polls/${id}`), 404);
    await assertFails(await fetch(`${base}/api/polls/${id}/events`), 404);
    await assertFails(await post(`/api/polls/${id}/votes`, { name: 'Anna', place: 0 }), 404);
  }
  for (const path of ['/nope', '/api/nope', '/package.json', '/src/app.js', '/p/a/b']) {
    await assertFails(await fetch(base + path), 404);
  }
});

test('wrong methods are refused and the right ones named', async () => {
  const id = await newPoll();
  const cases = [
    ['GET', '/api/polls', /\bPOST\b/],
    ['DELETE', `/api/polls/${id}`, /\bGET\b/],
    ['GET', `/api/polls/${id}/votes`, /\bPOST\b/],
    ['POST', `/api/polls/${id}/events`, /\bGET\b/],
    ['POST', '/', /\bGET\b/],
  ];
  for (const [method, path, allowed] of cases) {
    const response = await send(method, path);
    assert.match(response.headers.get('allow') ?? '', allowed, `${method} ${path}`);
    await assertFails(response, 405);
  }
});

test('pages and assets are served with their types', async () => {
  const types = {
    '/': /^text\/html/,
    '/p/AAAAAAAAAAAA': /^text\/html/,
    '/style.css': /^text\/css/,
    '/results.css': /^text\/css/,
    '/api.js': /javascript/,
    '/create.js': /javascript/,
    '/poll.js': /javascript/,
    '/results.js': /javascript/,
  };
  for (const [path, type] of Object.entries(types)) {
    const response = await fetch(base + path);
    assert.equal(response.status, 200, path);
    assert.match(response.headers.get('content-type'), type);
    assert.notEqual(await response.text(), '');
    const head = await fetch(base + path, { method: 'HEAD' });
    assert.equal(head.status, 200, path);
    assert.equal(await head.text(), '');
  }
});

test('every kind of response has the security headers', async () => {
  const id = await newPoll();
  for (const path of ['/', '/style.css', `/api/polls/${id}`, '/api/polls/AAAAAAAAAAAA', '/nope']) {
    const response = await fetch(base + path);
    await response.text();
    assertSecurityHeaders(response);
  }
  const refused = await post('/api/polls', null);
  await refused.text();
  assertSecurityHeaders(refused);
});
