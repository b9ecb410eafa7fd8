import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { createApp } from '../src/app.js';
import { openStore } from '../src/store.js';

let folder;
let app;
let base;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lunch-poll-api-'));
  app = createApp(await openStore(join(folder, 'polls.json')));
  await new Promise((resolve) => app.server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${app.server.address().port}`;
});

after(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const get = (path) => fetch(base + path);

const post = (path, body) => fetch(base + path, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

async function makePoll(places = ['Thai', 'Pizza'], question = 'Lunch?') {
  const response = await post('/api/polls', { question, places });
  assert.equal(response.status, 201);
  return response.json();
}

async function assertRefused(response, status) {
  assert.equal(response.status, status);
  const { error } = await response.json();
  assert.equal(typeof error, 'string');
  assert.notEqual(error, '');
}

describe('making and reading a poll', () => {
  test('a new poll has an id, a link and an empty result', async () => {
    const { id, url } = await makePoll();
    assert.equal(url, `/p/${id}`);

    const response = await get(`/api/polls/${id}`);
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), {
      id,
      question: 'Lunch?',
      version: 0,
      total: 0,
      places: [
        { name: 'Thai', count: 0, voters: [], leads: false },
        { name: 'Pizza', count: 0, voters: [], leads: false },
      ],
    });
  });

  test('wrong polls are refused', async () => {
    const wrong = [
      null,
      'text',
      {},
      { question: 'Lunch?' },
      { question: ' ', places: ['Thai', 'Pizza'] },
      { question: 'Lunch?', places: ['Thai'] },
      { question: 'Lunch?', places: ['Thai', ''] },
      { question: 'Lunch?', places: ['Thai', 'THAI'] },
      { question: 'Lunch?', places: ['Thai', 7] },
      { question: 'Lunch?', places: [...'123456789'] },
    ];
    for (const body of wrong) await assertRefused(await post('/api/polls', body), 400);
  });
});

describe('voting', () => {
  test('a vote counts and its place leads', async () => {
    const { id } = await makePoll();
    const response = await post(`/api/polls/${id}/votes`, { name: 'Ann', place: 1 });
    assert.equal(response.status, 200);

    const result = await response.json();
    assert.equal(result.total, 1);
    assert.equal(result.version, 1);
    assert.deepEqual(result.places[1], { name: 'Pizza', count: 1, voters: ['Ann'], leads: true });
    assert.equal(result.places[0].leads, false);
    assert.deepEqual(await (await get(`/api/polls/${id}`)).json(), result);
  });

  test('a second vote under the same name replaces the first', async () => {
    const { id } = await makePoll();
    await post(`/api/polls/${id}/votes`, { name: 'Ann', place: 1 });
    const result = await (await post(`/api/polls/${id}/votes`, { name: ' ANN ', place: 0 })).json();
    assert.equal(result.total, 1);
    assert.deepEqual(result.places.map((place) => place.voters), [['ANN'], []]);
  });

  test('votes sent at the same time all count', async () => {
    const { id } = await makePoll();
    const names = [...'abcdefghij'];
    await Promise.all(names.map((name) => post(`/api/polls/${id}/votes`, { name, place: 0 })));
    const result = await (await get(`/api/polls/${id}`)).json();
    assert.equal(result.total, names.length);
    assert.deepEqual(result.places[0].voters.toSorted(), names);
  });

  test('wrong votes are refused and change nothing', async () => {
    const { id } = await makePoll();
    const wrong = [
      null,
      {},
      { name: '', place: 0 },
      { name: 'x'.repeat(41), place: 0 },
      { name: 'Ann' },
      { name: 'Ann', place: null },
      { name: 'Ann', place: 2 },
      { name: 'Ann', place: -1 },
      { name: 'Ann', place: '0' },
      { name: 'Ann', place: 0.5 },
    ];
    for (const body of wrong) await assertRefused(await post(`/api/polls/${id}/votes`, body), 400);
    assert.equal((await (await get(`/api/polls/${id}`)).json()).total, 0);
  });

  test('HTML in a question, a place or a name stays plain data', async () => {
    const html = '<img src=x onerror=alert(1)>';
    const { id } = await makePoll([html, 'Pizza'], html);
    const response = await post(`/api/polls/${id}/votes`, { name: html, place: 0 });
    assert.match(response.headers.get('content-type'), /^application\/json/);

    const result = await response.json();
    assert.equal(result.question, html);
    assert.equal(result.places[0].name, html);
    assert.deepEqual(result.places[0].voters, [html]);
    assert.ok(!(await (await get(`/p/${id}`)).text()).includes(html));
  });
});

describe('wrong requests', () => {
  test('a body that is not JSON, or too large, is refused', async () => {
    const send = (type, body) => fetch(`${base}/api/polls`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
    });
    await assertRefused(await send('application/json', '{"question":'), 400);
    await assertRefused(await send('text/plain', '{}'), 415);
    await assertRefused(await send('application/json', `"${'x'.repeat(100_000)}"`), 413);
  });

  test('unknown polls and paths are not found', async () => {
    await assertRefused(await get('/api/polls/nope'), 404);
    await assertRefused(await get('/api/polls/__proto__'), 404);
    await assertRefused(await get('/api/polls/nope/events'), 404);
    await assertRefused(await post('/api/polls/nope/votes', { name: 'Ann', place: 0 }), 404);
    await assertRefused(await get('/api/nope'), 404);
    await assertRefused(await get('/nope'), 404);
  });

  test('a wrong method is told which one is allowed', async () => {
    const { id } = await makePoll();
    const wrong = [
      ['GET', '/api/polls', /POST/],
      ['DELETE', `/api/polls/${id}`, /GET/],
      ['GET', `/api/polls/${id}/votes`, /POST/],
    ];
    for (const [method, path, allowed] of wrong) {
      const response = await fetch(base + path, { method });
      assert.match(response.headers.get('allow') ?? '', allowed);
      await assertRefused(response, 405);
    }
  });
});

describe('pages', () => {
  test('both pages are HTML that allows no inline scripts', async () => {
    const { url } = await makePoll();
    for (const [path, status] of [['/', 200], [url, 200], ['/p/nope', 404]]) {
      const response = await get(path);
      assert.equal(response.status, status);
      assert.match(response.headers.get('content-type'), /^text\/html/);
      assert.match(response.headers.get('content-security-policy'), /default-src 'self'/);
      assert.match(await response.text(), /<main/);
    }
  });

  test('only the files of public/ are served', async () => {
    const response = await get('/static/style.css');
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type'), /^text\/css/);
    await response.text();
    await assertRefused(await get('/static/nope.css'), 404);
    await assertRefused(await get('/static/..%2Fpackage.json'), 404);
  });
});
