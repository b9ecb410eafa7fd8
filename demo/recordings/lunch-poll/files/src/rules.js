import { randomBytes } from 'node:crypto';

/** Lengths are counted in code points, so that an emoji is not charged twice. */
export const LIMITS = Object.freeze({
  question: 200,
  place: 80,
  name: 40,
  minPlaces: 2,
  maxPlaces: 8,
});

/** Something the sender got wrong; its message is meant for people. */
export class InputError extends Error {
  constructor(message, status = 400) {
    super(message);
    this.name = 'InputError';
    this.status = status;
  }
}

const foldCase = (text) => text.toLowerCase();

function checkObject(body, message) {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    throw new InputError(message);
  }
}

function cleanText(value, what, maxLength) {
  if (value === undefined || value === null) throw new InputError(`${what} is missing.`);
  if (typeof value !== 'string') throw new InputError(`${what} must be text.`);

  const text = value.normalize('NFC').replace(/\s+/g, ' ').trim();
  // Format characters alone, such as zero-width spaces, would look like nothing at all.
  if (/^[\s\p{Cf}]*$/u.test(text)) throw new InputError(`${what} must not be empty.`);
  if (/\p{Cc}/u.test(text)) throw new InputError(`${what} must not hold control characters.`);
  if ([...text].length > maxLength) {
    throw new InputError(`${what} is too long: at most ${maxLength} characters are allowed.`);
  }
  return text;
}

/** The cleaned question and places of a poll that somebody wants to make. */
export function checkPoll(body) {
  checkObject(body, 'A poll must be an object with a question and its places.');
  const { minPlaces, maxPlaces } = LIMITS;

  const question = cleanText(body.question, 'The question', LIMITS.question);
  if (!Array.isArray(body.places)) throw new InputError('The places must be a list.');
  if (body.places.length < minPlaces) {
    throw new InputError(`A poll needs at least ${minPlaces} places.`);
  }
  if (body.places.length > maxPlaces) {
    throw new InputError(`A poll can have at most ${maxPlaces} places.`);
  }

  const seen = new Set();
  const places = body.places.map((value, index) => {
    const place = cleanText(value, `Place ${index + 1}`, LIMITS.place);
    if (seen.has(foldCase(place))) throw new InputError(`The place “${place}” is there twice.`);
    seen.add(foldCase(place));
    return place;
  });
  return { question, places };
}

/** The cleaned name and the place's index of a vote that somebody wants to cast in `poll`. */
export function checkVote(body, poll) {
  checkObject(body, 'A vote must be an object with a name and a place.');

  const name = cleanText(body.name, 'Your name', LIMITS.name);
  const { place } = body;
  if (place === undefined || place === null) throw new InputError('Pick one of the places.');
  if (!Number.isInteger(place) || place < 0 || place >= poll.places.length) {
    throw new InputError(
      `The place must be a whole number from 0 to ${poll.places.length - 1}, ` +
      'its position in the poll.',
    );
  }
  return { name, place };
}

export function newPoll({ question, places }) {
  const id = randomBytes(9).toString('base64url');
  return { id, question, places: [...places], votes: [], version: 0 };
}

/** The poll with one vote more, or with the earlier vote of the same name replaced. */
export function castVote(poll, { name, place }) {
  const vote = { name, place };
  const earlier = poll.votes.findIndex((other) => foldCase(other.name) === foldCase(name));
  const votes = earlier === -1 ? [...poll.votes, vote] : poll.votes.with(earlier, vote);
  return { ...poll, votes, version: poll.version + 1 };
}

/** What browsers see of a poll: who voted for what, and which places lead. */
export function summarize(poll) {
  const voters = poll.places.map(() => []);
  for (const { name, place } of poll.votes) voters[place].push(name);

  const total = poll.votes.length;
  const highest = Math.max(...voters.map((names) => names.length));
  const places = poll.places.map((name, index) => ({
    name,
    count: voters[index].length,
    voters: voters[index],
    leads: total > 0 && voters[index].length === highest,
  }));
  return { id: poll.id, question: poll.question, version: poll.version, total, places };
}
