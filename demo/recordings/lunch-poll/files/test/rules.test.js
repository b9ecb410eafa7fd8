import assert from 'node:assert/strict';
import { test } from 'node:test';

import { InputError, LIMITS, castVote, createPoll, toResult } from '../src/rules.js';

const NOT_OBJECTS = [undefined, null, true, 1, 'text', [], {}];
const NOT_STRINGS = [undefined, null, true, 1, ['Pizza'], { text: 'Pizza' }];

const newPoll = (places = ['Pizza', 'Sushi', 'Salad']) =>
  createPoll({ question: 'Where to?', places });

const vote = (poll, ...votes) =>
  votes.reduce((current, [name, place]) => castVote(current, { name, place }), poll);

const placeNames = (count) => Array.from({ length: count }, (_, index) => `Place ${index}`);

function rejects(action, label) {
  assert.throws(
    action,
    (error) => error instanceof InputError && error instanceof Error && error.message.length > 0,
    label,
  );
}

test('limits', () => {
  assert.deepEqual({ ...LIMITS }, { question: 200, place: 80, name: 40, minPlaces: 2, maxPlaces: 8 });
});

test('createPoll makes an empty poll', () => {
  const poll = newPoll(['Pizza', 'Sushi']);
  assert.match(poll.id, /^[A-Za-z0-9_-]{12}$/);
  assert.deepEqual(poll, {
    id: poll.id,
    question: 'Where to?',
    places: ['Pizza', 'Sushi'],
    votes: [],
    revision: 0,
  });
});

test('createPoll gives every poll its own id', () => {
  assert.equal(new Set(Array.from({ length: 100 }, () => newPoll().id)).size, 100);
});

test('createPoll trims texts and joins whitespace', () => {
  const poll = createPoll({ question: '  Where \n\t to?  ', places: [' Pizza   Roma ', '\tSushi\n'] });
  assert.equal(poll.question, 'Where to?');
  assert.deepEqual(poll.places, ['Pizza Roma', 'Sushi']);
});

test('HTML stays verbatim', () => {
  const html = '<b onclick="x()">&amp;</b>';
  const poll = castVote(createPoll({ question: html, places: [html, 'Sushi'] }), { name: html, place: 0 });
  assert.equal(poll.question, html);
  assert.equal(poll.places[0], html);
  assert.deepEqual(poll.votes, [{ name: html, place: 0 }]);
});

test('createPoll accepts texts up to the limit, counted after trimming', () => {
  const question = 'q'.repeat(LIMITS.question);
  const place = 'p'.repeat(LIMITS.place);
  const poll = createPoll({ question: `  ${question}  `, places: [`  ${place}  `, 'Sushi'] });
  assert.equal(poll.question, question);
  assert.equal(poll.places[0], place);
});

test('createPoll rejects input that is no poll', () => {
  for (const input of NOT_OBJECTS) rejects(() => createPoll(input), JSON.stringify(input));
});

test('createPoll rejects a wrong question', () => {
  for (const question of [...NOT_STRINGS, '', ' \n\t ', 'q'.repeat(LIMITS.question + 1)]) {
    rejects(() => createPoll({ question, places: ['Pizza', 'Sushi'] }), JSON.stringify(question));
  }
});

test('createPoll rejects a wrong place', () => {
  for (const place of [...NOT_STRINGS, '', ' \n\t ', 'p'.repeat(LIMITS.place + 1)]) {
    rejects(() => newPoll(['Sushi', place]), JSON.stringify(place));
  }
});

test('createPoll takes two to eight places in a list', () => {
  for (const count of [2, 8]) assert.equal(newPoll(placeNames(count)).places.length, count);
  for (const count of [0, 1, 9]) rejects(() => newPoll(placeNames(count)), `${count} places`);
  for (const places of [null, 2, 'Pizza', { 0: 'Pizza', 1: 'Sushi', length: 2 }]) {
    rejects(() => newPoll(places), JSON.stringify(places));
  }
});

test('createPoll rejects duplicate places', () => {
  for (const places of [
    ['Pizza', 'Pizza'],
    ['Pizza', 'Sushi', 'PIZZA'],
    ['Pizza Roma', '  pizza   roma '],
    ['Caf\u00e9', 'CAFE\u0301'],
  ]) {
    rejects(() => newPoll(places), JSON.stringify(places));
  }
});

test('castVote returns a new poll and leaves the old one unchanged', () => {
  const first = vote(newPoll(), ['Ann', 0]);
  const before = structuredClone(first);
  const second = castVote(first, { name: 'Bob', place: 2 });
  assert.notEqual(second, first);
  assert.deepEqual(first, before);
  assert.deepEqual(second, {
    ...before,
    votes: [{ name: 'Ann', place: 0 }, { name: 'Bob', place: 2 }],
    revision: 2,
  });

  castVote(second, { name: 'Ann', place: 1 });
  assert.deepEqual(second.votes, [{ name: 'Ann', place: 0 }, { name: 'Bob', place: 2 }]);
  assert.equal(second.revision, 2);
});

test('castVote trims the name and joins whitespace', () => {
  const name = 'n'.repeat(LIMITS.name);
  const poll = vote(newPoll(), ['  Ann \t Lee ', 0], [`  ${name}  `, 1]);
  assert.deepEqual(poll.votes.map((entry) => entry.name), ['Ann Lee', name]);
});

test('a second vote under the same name replaces the first', () => {
  const poll = vote(newPoll(), ['Ann Lee', 0], ['Bob', 1], [' ANN  lee ', 2]);
  assert.deepEqual(poll.votes, [{ name: 'Bob', place: 1 }, { name: 'ANN lee', place: 2 }]);
  assert.equal(poll.revision, 3);
  assert.equal(vote(newPoll(), ['Zoe\u0308', 0], ['ZO\u00cb', 1]).votes.length, 1);
});

test('names of object properties are ordinary names', () => {
  const poll = vote(newPoll(['__proto__', 'constructor']), ['__proto__', 0], ['constructor', 1]);
  assert.deepEqual(
    toResult(poll).places.map(({ name, voters }) => [name, voters]),
    [['__proto__', ['__proto__']], ['constructor', ['constructor']]],
  );
});

test('castVote rejects input that is no vote', () => {
  for (const input of NOT_OBJECTS) rejects(() => castVote(newPoll(), input), JSON.stringify(input));
});

test('castVote rejects a wrong name', () => {
  for (const name of [...NOT_STRINGS, '', ' \n\t ', 'n'.repeat(LIMITS.name + 1)]) {
    rejects(() => castVote(newPoll(), { name, place: 0 }), JSON.stringify(name));
  }
});

test('castVote rejects a place that is no index of the poll', () => {
  for (const place of [undefined, null, true, '0', 'Pizza', [0], {}, -1, 3, 0.5, NaN, Infinity]) {
    rejects(() => castVote(newPoll(), { name: 'Ann', place }), String(place));
  }
});

test('toResult without votes has no leader', () => {
  const poll = newPoll(['Pizza', 'Sushi']);
  assert.deepEqual(toResult(poll), {
    id: poll.id,
    question: 'Where to?',
    revision: 0,
    total: 0,
    places: [
      { name: 'Pizza', votes: 0, voters: [] },
      { name: 'Sushi', votes: 0, voters: [] },
    ],
    leaders: [],
  });
});

test('toResult counts votes and lists voters in the order of their votes', () => {
  const poll = vote(newPoll(), ['Zoe', 1], ['Ann', 1], ['Bob', 0], ['Zoe', 1]);
  assert.deepEqual(toResult(poll), {
    id: poll.id,
    question: 'Where to?',
    revision: 4,
    total: 3,
    places: [
      { name: 'Pizza', votes: 1, voters: ['Bob'] },
      { name: 'Sushi', votes: 2, voters: ['Ann', 'Zoe'] },
      { name: 'Salad', votes: 0, voters: [] },
    ],
    leaders: [1],
  });
});

test('toResult names all leaders of a tie', () => {
  assert.deepEqual(toResult(vote(newPoll(), ['Ann', 2], ['Bob', 0])).leaders, [0, 2]);
});
