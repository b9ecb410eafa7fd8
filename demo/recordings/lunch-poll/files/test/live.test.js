import assert from 'node:assert/strict';
import { once } from 'node:events';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { createApp } from '../src/app.js';
import { openStore } from '../src/store.js';

const options = { timeout: 15_000 };
const texts = { question: 'Lunch?', places: ['Pizza', 'Sushi'] };

/** A path for the file of polls, in a folder that does not exist yet. */
async function temporaryFile(t) {
  const folder = await mkdtemp(join(tmpdir(), 'lunch-poll-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'data', 'polls.json');
}

async function start(t, file) {
  const app = createApp(await openStore(file));
  let stopped;
  const stop = () => (stopped ??= app.close());
  t.after(stop);
  app.server.listen(0, '127.0.0.1');
  await once(app.server, 'listening');
  const base = `http://127.0.0.1:${app.server.address().port}`;

  async function call(path, body) {
    const response = await fetch(base + path, body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.ok(response.ok, `${path}: ${response.status}`);
    return response.json();
  }

  return {
    stop,
    create: async () => (await call('/api/polls', texts)).id,
    vote: (id, name, place) => call(`/api/polls/${id}/votes`, { name, place }),
    result: (id) => call(`/api/polls/${id}`),
    events: (id) => fetch(`${base}/api/polls/${id}/events`),
  };
}

/** The messages of an event stream; comments are skipped. */
async function* messages(response) {
  let rest = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const lines = block.split('\n').filter((line) => line !== '' && !line.startsWith(':'));
      if (lines.length === 0) continue;
      assert.equal(lines.length, 1, block);
      assert.ok(lines[0].startsWith('data: '), block);
      yield JSON.parse(lines[0].slice('data: '.length));
    }
  }
}

test('a stream starts with the result and follows the votes', options, async (t) => {
  const app = await start(t, await temporaryFile(t));
  const id = await app.create();
  const response = await app.events(id);
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type'), /^text\/event-stream/);

  const stream = messages(response);
  assert.deepEqual((await stream.next()).value, await app.result(id));

  const first = await app.vote(id, '<b>Ann</b>', 0);
  assert.deepEqual((await stream.next()).value, first);
  assert.equal(first.version, 1);

  const second = await app.vote(id, '<b>Ann</b>', 1);
  assert.deepEqual((await stream.next()).value, second);
  assert.deepEqual(second.places.map((place) => place.voters), [[], ['<b>Ann</b>']]);
});

test('everyone at a poll hears of its votes, and nobody of those of another', options, async (t) => {
  const app = await start(t, await temporaryFile(t));
  const [one, two] = [await app.create(), await app.create()];
  const atOne = [messages(await app.events(one)), messages(await app.events(one))];
  const atTwo = messages(await app.events(two));
  for (const stream of [...atOne, atTwo]) assert.equal((await stream.next()).value.total, 0);

  const voteOne = await app.vote(one, 'Ann', 0);
  const voteTwo = await app.vote(two, 'Bob', 1);
  for (const stream of atOne) assert.deepEqual((await stream.next()).value, voteOne);
  assert.deepEqual((await atTwo.next()).value, voteTwo);
});

test('a reader who leaves does not disturb the others', options, async (t) => {
  const app = await start(t, await temporaryFile(t));
  const id = await app.create();
  const gone = await app.events(id);
  const stream = messages(await app.events(id));
  await stream.next();
  await gone.body.cancel();
  for (const name of ['Ann', 'Bob', 'Cy']) {
    const result = await app.vote(id, name, 0);
    assert.deepEqual((await stream.next()).value, result);
  }
});

test('closing the app ends its streams', options, async (t) => {
  const app = await start(t, await temporaryFile(t));
  const stream = messages(await app.events(await app.create()));
  await stream.next();
  await Promise.all([app.stop(), stream.next().then(({ done }) => assert.equal(done, true))]);
});

test('polls and votes, many at once, survive a restart', options, async (t) => {
  const file = await temporaryFile(t);
  const before = await start(t, file);
  const id = await before.create();
  const empty = await before.create();
  const names = Array.from({ length: 20 }, (_, index) => `Guest ${index}`);
  await Promise.all(names.map((name, index) => before.vote(id, name, index % 2)));
  const result = await before.result(id);
  assert.equal(result.total, 20);
  assert.equal(result.version, 20);
  await before.stop();

  const after = await start(t, file);
  assert.deepEqual(await after.result(id), result);
  assert.equal((await after.result(empty)).total, 0);
  const replaced = await after.vote(id, 'GUEST 0', 1);
  assert.equal(replaced.total, 20);
  assert.equal(replaced.version, 21);
});

const poll = (id) => ({ id, ...texts, votes: [{ name: 'Ann', place: 1 }], version: 1 });

test('the store makes its file at the first put and takes any id', options, async (t) => {
  const file = await temporaryFile(t);
  const ids = ['abcdefghijkl', '__proto__', 'constructor'];
  const store = await openStore(file);
  await assert.rejects(access(dirname(file)));
  for (const id of ids) assert.equal(store.get(id), undefined);

  const written = ids.map((id) => store.put(poll(id)));
  for (const id of ids) assert.deepEqual(store.get(id), poll(id));
  await Promise.all(written);

  assert.deepEqual(JSON.parse(await readFile(file, 'utf8')).polls.abcdefghijkl, poll('abcdefghijkl'));
  const reopened = await openStore(file);
  for (const id of ids) assert.deepEqual(reopened.get(id), poll(id));
  assert.equal(reopened.get('toString'), undefined);
});

test('a put that fails does not stop the next one', options, async (t) => {
  const file = await temporaryFile(t);
  const store = await openStore(file);
  await writeFile(dirname(file), 'in the way of the folder');
  await assert.rejects(store.put(poll('one')));
  await rm(dirname(file));
  await store.put(poll('two'));
  assert.deepEqual((await openStore(file)).get('two'), poll('two'));
});

test('a broken file is named and left alone', options, async (t) => {
  const file = join(dirname(dirname(await temporaryFile(t))), 'broken.json');
  await writeFile(file, '{ "polls": {');
  await assert.rejects(openStore(file), /broken\.json/);
  assert.equal(await readFile(file, 'utf8'), '{ "polls": {');
});
