import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Opens the JSON file of polls; a missing one is made at the first put. */
export async function openStore(file) {
  const polls = await load(file);
  let lastWrite = Promise.resolve();

  return {
    get(id) {
      return polls.get(id);
    },

    put(poll) {
      polls.set(poll.id, poll);
      const written = lastWrite.then(() => save(file, polls));
      // A failure concerns the caller of this put, not the writes after it.
      lastWrite = written.catch(() => {});
      return written;
    },
  };
}

async function load(file) {
  let text;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return new Map();
    throw new Error(`The file of polls ${file} cannot be read: ${error.message}`, { cause: error });
  }

  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new Error(`The file of polls ${file} is broken: ${error.message}`, { cause: error });
  }

  if (!isObject(data) || !isObject(data.polls)) {
    throw new Error(`The file of polls ${file} is broken: it holds no object "polls".`);
  }
  const entries = Object.entries(data.polls);
  for (const [id, poll] of entries) {
    if (!isPoll(poll, id)) {
      throw new Error(`The file of polls ${file} is broken: its entry ${JSON.stringify(id)} is no poll.`);
    }
  }
  return new Map(entries);
}

/** Writes a temporary file and renames it, so that the file is never half written. */
async function save(file, polls) {
  const temporary = `${file}.tmp`;
  // Object.fromEntries makes own properties of all ids, even of "__proto__".
  const text = `${JSON.stringify({ polls: Object.fromEntries(polls) }, null, 2)}\n`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(temporary, text, { flush: true });
  await rename(temporary, file);
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPoll(poll, id) {
  return isObject(poll)
    && poll.id === id
    && typeof poll.question === 'string'
    && Array.isArray(poll.places)
    && Array.isArray(poll.votes)
    && Number.isInteger(poll.version);
}
