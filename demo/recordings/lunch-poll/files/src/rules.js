import { randomBytes } from 'node:crypto';

export const LIMITS = { question: 200, place: 80, name: 40, minPlaces: 2, maxPlaces: 8 };

const QUOTE_LENGTH = 30;

/** Wrong input; the message is meant for the user. */
export class InputError extends Error {
  constructor(message) {
    super(message);
    this.name = 'InputError';
  }
}

/** Makes a new poll out of any JSON value, or throws an InputError. */
export function createPoll(input) {
  const { question, places } = fieldsOf(input);
  const cleanQuestion = cleanText(question, LIMITS.question, {
    wrong: 'The question must be a text.',
    empty: 'Please enter a question.',
    long: () => `The question is too long: at most ${LIMITS.question} characters.`,
  });
  return {
    id: randomBytes(9).toString('base64url'),
    question: cleanQuestion,
    places: cleanPlaces(places),
    votes: [],
    revision: 0,
  };
}

/** Returns a new poll with the vote in it; the given poll stays as it is. */
export function castVote(poll, input) {
  const { name, place } = fieldsOf(input);
  const cleanName = cleanText(name, LIMITS.name, {
    wrong: 'The name must be a text.',
    empty: 'Please enter your name.',
    long: () => `The name is too long: at most ${LIMITS.name} characters.`,
  });
  if (place === undefined || place === null) {
    throw new InputError('Please pick a place.');
  }
  if (!Number.isInteger(place) || place < 0 || place >= poll.places.length) {
    throw new InputError('Please pick one of the places of this poll.');
  }

  const key = sameKey(cleanName);
  const others = poll.votes.filter((vote) => sameKey(vote.name) !== key);
  return {
    ...poll,
    votes: [...others, { name: cleanName, place }],
    revision: poll.revision + 1,
  };
}

/** What the page shows: votes and voters of each place, and who leads. */
export function toResult(poll) {
  const places = poll.places.map((name, index) => {
    const voters = poll.votes.filter((vote) => vote.place === index).map((vote) => vote.name);
    return { name, votes: voters.length, voters };
  });
  const most = Math.max(...places.map((place) => place.votes));
  const leaders = [];
  places.forEach((place, index) => {
    if (most > 0 && place.votes === most) leaders.push(index);
  });
  return {
    id: poll.id,
    question: poll.question,
    revision: poll.revision,
    total: poll.votes.length,
    places,
    leaders,
  };
}

function cleanPlaces(places) {
  if (!Array.isArray(places)) {
    throw new InputError('The places must be a list.');
  }
  if (places.length < LIMITS.minPlaces) {
    throw new InputError(`Please enter at least ${LIMITS.minPlaces} places.`);
  }
  if (places.length > LIMITS.maxPlaces) {
    throw new InputError(`Please enter at most ${LIMITS.maxPlaces} places.`);
  }

  const seen = new Set();
  return places.map((place) => {
    const clean = cleanText(place, LIMITS.place, {
      wrong: 'Every place must be a text.',
      empty: 'A place must not be empty.',
      long: (text) => `The place ${quote(text)} is too long: at most ${LIMITS.place} characters.`,
    });
    const key = sameKey(clean);
    if (seen.has(key)) {
      throw new InputError(`The place ${quote(clean)} is there twice.`);
    }
    seen.add(key);
    return clean;
  });
}

function fieldsOf(input) {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new InputError('The input must be a JSON object.');
  }
  return input;
}

function cleanText(value, limit, messages) {
  if (value === undefined || value === null) {
    throw new InputError(messages.empty);
  }
  if (typeof value !== 'string') {
    throw new InputError(messages.wrong);
  }
  const text = value.trim().replace(/\s+/g, ' ');
  if (text === '') {
    throw new InputError(messages.empty);
  }
  if (text.length > limit) {
    throw new InputError(messages.long(text));
  }
  return text;
}

/** Two texts with the same key count as the same name or place. */
function sameKey(text) {
  return text.normalize('NFC').toLowerCase();
}

function quote(text) {
  const characters = Array.from(text);
  if (characters.length <= QUOTE_LENGTH) return `“${text}”`;
  return `“${characters.slice(0, QUOTE_LENGTH).join('')}…”`;
}
