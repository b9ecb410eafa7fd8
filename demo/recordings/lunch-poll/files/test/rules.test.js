import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { InputError, LIMITS, castVote, checkPoll, checkVote, newPoll, summarize } from '../src/rules.js';

const NON_OBJECTS = [undefined, null, true, 7, 'text', []];
const CONTROL_CHARACTERS = ['\u0000', '\u0007', '\u001b', '\u007f'];

const poll = (votes = []) => ({
  id: 'abcdefghijkl',
  question: 'Lunch?',
  places: ['Pizza', 'Sushi', 'Soup'],
  votes,
  version: votes.length,
});

function refuses(action, what) {
  assert.throws(action, (error) => {
    assert.ok(error instanceof InputError, `${what}: ${error}`);
    assert.equal(error.status, 400);
    assert.equal(typeof error.message, 'string');
    assert.notEqual(error.message, '');
    return true;
  }, what);
}

function deepFreeze(value) {
  if (value !== null && typeof value === 'object') Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

test('the limits are the agreed ones', () => {
  assert.deepEqual({ ...LIMITS }, { question: 200, place: 80, name: 40, minPlaces: 2, maxPlaces: 8 });
});

test('an InputError has a message and a status', () => {
  const error = new InputError('No.');
  assert.ok(error instanceof Error);
  assert.equal(error.message, 'No.');
  assert.equal(error.status, 400);
  assert.equal(new InputError('Gone.', 404).status, 404);
});

describe('checkPoll', () => {
  const check = (question, places) => checkPoll({ question, places });
  const list = (length) => Array.from({ length }, (_, index) => `Place ${index}`);

  test('returns tidy texts and nothing else', () => {
    const body = { question: '  Where   to? ', places: [' Cafe\u0301  Central', 'Sushi '], id: 'mine', votes: [1] };
    assert.deepEqual(checkPoll(body), { question: 'Where to?', places: ['Caf\u00e9 Central', 'Sushi'] });
  });

  test('keeps HTML characters as they are', () => {
    const places = ['<b>Pizza</b>', 'Fish & "Chips"'];
    assert.deepEqual(check('<script>1 < 2</script>', places), { question: '<script>1 < 2</script>', places });
  });

  test('refuses what is not an object', () => {
    for (const body of NON_OBJECTS) refuses(() => checkPoll(body), JSON.stringify(body));
  });

  test('refuses a question that is missing, empty or not a text', () => {
    for (const question of [undefined, null, 5, ['Where?'], {}, '', '   ']) {
      refuses(() => check(question, ['A', 'B']), JSON.stringify(question));
    }
  });

  test('refuses places that are no list of texts', () => {
    for (const places of [undefined, null, 'AB', { 0: 'A', 1: 'B' }, ['A', 5], ['A', null], ['A', ''], ['A', '  ']]) {
      refuses(() => check('Where?', places), JSON.stringify(places));
    }
  });

  test('takes two to eight places', () => {
    for (const length of [2, 8]) assert.deepEqual(check('Where?', list(length)).places, list(length));
    for (const length of [0, 1, 9]) refuses(() => check('Where?', list(length)), `${length} places`);
  });

  test('counts code points of the tidy text', () => {
    assert.equal(check(`  ${'🍕'.repeat(200)}  `, ['A', 'B']).question, '🍕'.repeat(200));
    refuses(() => check('a'.repeat(201), ['A', 'B']), 'long question');
    assert.equal(check('Where?', ['🍣'.repeat(80), 'B']).places[0], '🍣'.repeat(80));
    refuses(() => check('Where?', ['a'.repeat(81), 'B']), 'long place');
  });

  test('refuses control characters', () => {
    for (const character of CONTROL_CHARACTERS) {
      refuses(() => check(`Whe${character}re?`, ['A', 'B']), 'question');
      refuses(() => check('Where?', ['A', `B${character}C`]), 'place');
    }
  });

  test('refuses places that are equal but for case', () => {
    for (const places of [['Pizza', 'Pizza'], ['Pizza', 'Sushi', ' pIZZA '], ['Caf\u00e9', 'CAFE\u0301']]) {
      refuses(() => check('Where?', places), places.join());
    }
  });
});

describe('checkVote', () => {
  test('returns the tidy name and the index of the place, and nothing else', () => {
    assert.deepEqual(checkVote({ name: '  Ann   Lee ', place: 0, extra: 1 }, poll()), { name: 'Ann Lee', place: 0 });
    assert.deepEqual(checkVote({ name: '<i>Zoe\u0301</i>', place: 2 }, poll()), { name: '<i>Zo\u00e9</i>', place: 2 });
  });

  test('refuses what is not an object', () => {
    for (const body of NON_OBJECTS) refuses(() => checkVote(body, poll()), JSON.stringify(body));
  });

  test('refuses a wrong name', () => {
    const names = [undefined, null, 5, ['Ann'], '', '   ', 'a'.repeat(41)];
    names.push(...CONTROL_CHARACTERS.map((character) => `An${character}n`));
    for (const name of names) refuses(() => checkVote({ name, place: 0 }, poll()), JSON.stringify(name));
    assert.equal(checkVote({ name: '🙂'.repeat(40), place: 0 }, poll()).name, '🙂'.repeat(40));
  });

  test('refuses a place that the poll does not have', () => {
    for (const place of [undefined, null, -1, 3, 0.5, NaN, '0', 'Pizza', true, [0]]) {
      refuses(() => checkVote({ name: 'Ann', place }, poll()), String(place));
    }
  });
});

test('newPoll makes an empty poll with an id of its own', () => {
  const texts = { question: 'Lunch?', places: ['Pizza', 'Sushi'] };
  const { id, ...rest } = newPoll(texts);
  assert.match(id, /^[A-Za-z0-9_-]{12}$/);
  assert.deepEqual(rest, { ...texts, votes: [], version: 0 });
  assert.equal(new Set(Array.from({ length: 100 }, () => newPoll(texts).id)).size, 100);
});

describe('castVote', () => {
  test('adds a vote and leaves its input alone', () => {
    const before = deepFreeze(poll([{ name: 'Ann', place: 1 }]));
    const after = castVote(before, deepFreeze({ name: 'Bob', place: 0 }));
    assert.deepEqual(before, poll([{ name: 'Ann', place: 1 }]));
    assert.deepEqual(after, poll([{ name: 'Ann', place: 1 }, { name: 'Bob', place: 0 }]));
  });

  test('replaces the vote of the same name, whatever its case, in its position', () => {
    const before = deepFreeze(poll([{ name: 'Zo\u00e9', place: 1 }, { name: 'Bob', place: 0 }]));
    const after = castVote(before, { name: 'ZO\u00c9', place: 2 });
    assert.deepEqual(after.votes, [{ name: 'ZO\u00c9', place: 2 }, { name: 'Bob', place: 0 }]);
    assert.equal(after.version, 3);
    assert.deepEqual(before.votes, [{ name: 'Zo\u00e9', place: 1 }, { name: 'Bob', place: 0 }]);
  });
});

describe('summarize', () => {
  const leaders = (votes) => summarize(poll(votes)).places.filter((place) => place.leads).map((place) => place.name);

  test('lists every place in the order of the poll, with its voters', () => {
    const votes = [{ name: 'Ann', place: 1 }, { name: '__proto__', place: 0 }, { name: '<b>Cy</b>', place: 1 }];
    assert.deepEqual(summarize(deepFreeze(poll(votes))), {
      id: 'abcdefghijkl',
      question: 'Lunch?',
      version: 3,
      total: 3,
      places: [
        { name: 'Pizza', count: 1, voters: ['__proto__'], leads: false },
        { name: 'Sushi', count: 2, voters: ['Ann', '<b>Cy</b>'], leads: true },
        { name: 'Soup', count: 0, voters: [], leads: false },
      ],
    });
  });

  test('names no leader without votes, and all of them in a tie', () => {
    assert.deepEqual(leaders([]), []);
    assert.equal(summarize(poll()).total, 0);
    assert.deepEqual(leaders([{ name: 'Ann', place: 2 }, { name: 'Bob', place: 0 }]), ['Pizza', 'Soup']);
  });
});
