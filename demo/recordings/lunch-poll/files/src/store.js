import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function isPoll(poll, id) {
  return (
    isObject(poll) &&
    poll.id === id &&
    typeof poll.question === 'string' &&
    Array.isArray(poll.places) &&
    poll.places.every((place) => typeof place === 'string') &&
    Array.isArray(poll.votes) &&
    poll.votes.every(
      (vote) => isObject(vote) && typeof vote.name === 'string' && poll.places[vote.place] !== undefined,
    ) &&
    Number.isInteger(poll.revision)
  );
}

async function load(file) {
  let text;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return new Map();
    throw error;
  }

  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not valid JSON: ${error.message}`, { cause: error });
  }
  if (!isObject(data) || !isObject(data.polls)) {
    throw new Error(`${file} does not hold polls`);
  }

  const entries = Object.entries(data.polls);
  for (const [id, poll] of entries) {
    if (!isPoll(poll, id)) throw new Error(`${file}: poll "${id}" is damaged`);
  }
  return new Map(entries);
}

export async function openStore(file) {
  const polls = await load(file);
  await mkdir(path.dirname(file), { recursive: true });

  const temporary = `${file}.tmp`;
  // Settles with the newest write, never rejects.
  let last = Promise.resolve();
  // The write that waits for its turn; it will save everything put until it starts.
  let waiting;

  async function save() {
    const text = `${JSON.stringify({ polls: Object.fromEntries(polls) }, null, 2)}\n`;
    await writeFile(temporary, text, { flush: true });
    await rename(temporary, file);
  }

  return {
    get(id) {
      return polls.get(id);
    },

    put(poll) {
      polls.set(poll.id, poll);
      if (!waiting) {
        waiting = last.then(() => {
          waiting = undefined;
          return save();
        });
        last = waiting.catch(() => {});
      }
      return waiting;
    },
  };
}
