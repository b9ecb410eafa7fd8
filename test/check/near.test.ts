import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NearNames, nearest } from '../../src/check/near.js';

describe('a name that is nearly another', () => {
  test.each([
    ['loadBoard', 'loadBoards', 'one more s'],
    ['entries', 'entry', 'more than one'],
    ['boxes', 'box', 'more than one, with another ending'],
    ['loadboard', 'loadBoard', 'another case'],
    ['saved-filters', 'savedFilters', 'another separator'],
    ['STORAGE_KEY', 'storageKey', 'another custom'],
    ['#add-card', '#addCard', 'another separator behind a sign'],
    ['htmlEscape', 'escapeHTML', 'the words the other way round'],
    ['cardsList', 'listCard', 'the words the other way round, and one of them alone'],
    ['recieveMessage', 'receiveMessage', 'two letters that changed places'],
    ['calender', 'calendar', 'another letter'],
    ['adress', 'address', 'a letter left out'],
  ])('%s is nearly %s: %s', (name, other) => {
    expect(nearest(name, ['somethingElse', other])).toBe(other);
    expect(nearest(other, ['somethingElse', name])).toBe(name);
  });

  test.each([
    ['getItem', 'setItem', 'which are two things'],
    ['onMessage', 'unMessage', 'a short word is another one by a letter'],
    ['player1', 'player2', 'numbers tell things apart'],
    ['row', 'now', 'short names differ by little'],
    ['color', 'colon', 'short names differ by little'],
    ['createStore', 'createStorage', 'more than a letter'],
    ['start', 'startGame', 'a whole word more'],
    ['класс', 'клад', 'letters of another script count, too'],
    ['#', '.', 'there is nothing to compare'],
  ])('%s is not %s: %s', (name, other) => {
    expect(nearest(name, [other])).toBeNull();
    expect(nearest(other, [name])).toBeNull();
  });

  test('the name itself is no slip of itself', () => {
    expect(nearest('load', ['load'])).toBeNull();
    expect(nearest('loadBoard', ['loadBoard', 'loadBoards'])).toBe('loadBoards');
  });

  test('the nearest comes before what is near', () => {
    expect(nearest('loadBoard', ['loadBoars', 'boardLoad', 'loadBoards', 'load_board'])).toBe('load_board');
    expect(nearest('loadBoard', ['loadBoars', 'boardLoad', 'loadBoards'])).toBe('loadBoards');
    expect(nearest('loadBoard', ['loadBoars', 'boardLoad'])).toBe('boardLoad');
  });

  test('it is one of the candidates and not the name, whatever the names', () => {
    const names = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor'));
    fc.assert(
      fc.property(names, fc.array(names), (name, candidates) => {
        const found = nearest(name, candidates);
        expect(found === null || (candidates.includes(found) && found !== name)).toBe(true);
      }),
    );
  });
});

test('among many names the same is found as one by one', () => {
  const part = fc.constantFrom(
    'load',
    'Load',
    'board',
    'Boards',
    'x',
    's',
    '-',
    '_',
    'ab',
    'ba',
    '1',
    'ies',
    'y',
  );
  const name = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 30 }), (sought, names) => {
      expect(new NearNames(names).nearest(sought)).toBe(nearest(sought, names));
    }),
    { numRuns: 1_000 },
  );
});
