import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { createApp } from '../src/app.js';
import { openStore } from '../src/store.js';

const POLL = { question: 'Where today?', places: ['Pizzeria', 'Noodle bar'] };

async function temporaryFolder(t) {
  const folder = await mkdtemp(path.join(tmpdir(), 'lunch-poll-live-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function start(t, file) {
  const server = createApp(await openStore(file));
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const base = `http://127.0.0.1:${server.address().port}`;

  async function stop() {
    if (!server.listening) return;
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }
  t.after(stop);

  async function post(pathname, body) {
    const response = await fetch(base + pathname, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, data: await response.json() };
  }

  return {
    base,
    stop,
    async create(poll = POLL) {
      const { status, data } = await post('/api/polls', poll);
      assert.equal(status, 201);
      return data.id;
    },
    vote: (id, name, place) => post(`/api/polls/${id}/votes`, { name, place }),
    async result(id) {
      const response = await fetch(`${base}/api/polls/${id}`);
      assert.equal(response.status, 200);
      return response.json();
    },
  };
}

async function subscribe(t, app, id) {
  const response = await fetch(`${app.base}/api/polls/${id}/events`, {
    signal: AbortSignal.timeout(10_000),
  });
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type'), /^text\/event-stream/);

  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let buffer = '';
  const close = () => reader.cancel().catch(() => {});
  t.after(close);

  async function next() {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end === -1) {
        const { done, value } = await reader.read();
        assert.ok(!done, 'the event stream ended early');
        buffer += decoder.decode(value, { stream: true });
        continue;
      }
      const lines = buffer.slice(0, end).split('\n');
      buffer = buffer.slice(end + 2);
      const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5));
      if (data.length > 0) return JSON.parse(data.join('\n'));
    }
  }

  return { next, close };
}

async function startFresh(t) {
  const folder = await temporaryFolder(t);
  return start(t, path.join(folder, 'polls.json'));
}

test('a subscriber gets the current result at once', async (t) => {
  const app = await startFresh(t);
  const id = await app.create();
  await app.vote(id, 'Ann', 1);

  const events = await subscribe(t, app, id);
  assert.deepEqual(await events.next(), await app.result(id));
});

test('every subscriber sees every vote', async (t) => {
  const app = await startFresh(t);
  const id = await app.create();
  const subscribers = [await subscribe(t, app, id), await subscribe(t, app, id)];
  for (const events of subscribers) assert.equal((await events.next()).revision, 0);

  const first = await app.vote(id, 'Ann', 0);
  assert.equal(first.status, 200);
  for (const events of subscribers) assert.deepEqual(await events.next(), first.data);

  const replaced = await app.vote(id, 'ann', 1);
  assert.equal(replaced.data.revision, 2);
  assert.equal(replaced.data.total, 1);
  for (const events of subscribers) assert.deepEqual(await events.next(), replaced.data);
});

test('votes in another poll and refused votes are not sent', async (t) => {
  const app = await startFresh(t);
  const id = await app.create();
  const other = await app.create();
  const events = await subscribe(t, app, id);
  await events.next();

  assert.equal((await app.vote(other, 'Ann', 0)).status, 200);
  assert.equal((await app.vote(id, 'Ann', 9)).status, 400);
  const accepted = await app.vote(id, 'Ben', 1);
  assert.deepEqual(await events.next(), accepted.data);
  assert.equal(accepted.data.revision, 1);
});

test('a subscriber who leaves does not disturb the others', async (t) => {
  const app = await startFresh(t);
  const id = await app.create();
  const leaving = await subscribe(t, app, id);
  const staying = await subscribe(t, app, id);
  await leaving.next();
  await staying.next();

  await leaving.close();
  for (const name of ['Ann', 'Ben']) {
    const { status, data } = await app.vote(id, name, 0);
    assert.equal(status, 200);
    assert.deepEqual(await staying.next(), data);
  }
});

test('the events of an unknown poll are a 404', async (t) => {
  const app = await startFresh(t);
  const response = await fetch(`${app.base}/api/polls/unknown/events`);
  assert.equal(response.status, 404);
  const { error } = await response.json();
  assert.equal(typeof error, 'string');
  assert.notEqual(error, '');
});

test('polls and votes survive a restart', async (t) => {
  const file = path.join(await temporaryFolder(t), 'new', 'folder', 'polls.json');
  const before = await start(t, file);
  const id = await before.create();
  await before.vote(id, 'Ann', 0);
  await before.vote(id, 'Ben', 1);
  const result = await before.result(id);
  await before.stop();

  const { polls } = JSON.parse(await readFile(file, 'utf8'));
  assert.deepEqual(polls[id], {
    id,
    question: POLL.question,
    places: POLL.places,
    votes: [{ name: 'Ann', place: 0 }, { name: 'Ben', place: 1 }],
    revision: 2,
  });

  const after = await start(t, file);
  assert.deepEqual(await after.result(id), result);
  const next = await after.vote(id, 'Cem', 1);
  assert.equal(next.data.revision, 3);
  assert.deepEqual(next.data.leaders, [1]);
});

test('votes cast at the same time are all kept', async (t) => {
  const file = path.join(await temporaryFolder(t), 'polls.json');
  const before = await start(t, file);
  const id = await before.create();
  const names = Array.from({ length: 20 }, (_, index) => `Guest ${index}`);
  const answers = await Promise.all(names.map((name, index) => before.vote(id, name, index % 2)));
  for (const { status } of answers) assert.equal(status, 200);
  await before.stop();

  const after = await start(t, file);
  const result = await after.result(id);
  assert.equal(result.total, 20);
  assert.equal(result.revision, 20);
  assert.deepEqual(result.places.flatMap((place) => place.voters).sort(), [...names].sort());
});

test('a missing file means no polls', async (t) => {
  const store = await openStore(path.join(await temporaryFolder(t), 'polls.json'));
  assert.equal(store.get('unknown'), undefined);
  assert.equal(store.get('__proto__'), undefined);
});

test('a broken file is refused and left as it is', async (t) => {
  const file = path.join(await temporaryFolder(t), 'polls.json');
  for (const content of ['{ "polls": {', 'not JSON', '']) {
    await writeFile(file, content);
    await assert.rejects(openStore(file));
    assert.equal(await readFile(file, 'utf8'), content);
  }
});
