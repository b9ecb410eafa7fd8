import { resolve } from 'node:path';
import { readNamedFile } from './folder.js';
import type { Options } from './options.js';
import { UsageError } from './usage.js';

/** Taken when no prompt is given. */
const DEFAULT_FILE = 'prompt.md';

export type Texts = {
  readonly prompt: string;
  /** The file the prompt was read from; null when it was typed. */
  readonly promptFile: string | null;
  readonly instructions: string | null;
};

/**
 * Reads what the person asks for: as typed, from a markdown file they name, or from `prompt.md` of the
 * current folder.
 *
 * @throws UsageError when there is no prompt, or no such file.
 */
export async function readTexts(options: Options, cwd: string): Promise<Texts> {
  const instructions = options.instructions === null ? null : await readText(options.instructions, cwd);
  if (options.prompt === null) {
    const text = await readFileText(DEFAULT_FILE, cwd);
    if (text === null)
      throw new UsageError('What shall be built? Say it like this: smol "a Tic Tac Toe game"');
    return { prompt: text, promptFile: DEFAULT_FILE, instructions: instructions?.text ?? null };
  }
  const { text, file } = await readText(options.prompt, cwd);
  return { prompt: text, promptFile: file, instructions: instructions?.text ?? null };
}

/** As smol_dev does, one word that ends with `.md` is a file. A sentence may end so too: "write a README.md". */
async function readText(typed: string, cwd: string): Promise<{ text: string; file: string | null }> {
  if (!/\.md$/i.test(typed) || typed.includes('\n')) return { text: typed, file: null };
  const text = await readFileText(typed, cwd);
  if (text !== null) return { text, file: typed };
  if (/\s/.test(typed)) return { text: typed, file: null };
  throw new UsageError(`There is no file ${typed}.`);
}

async function readFileText(path: string, cwd: string): Promise<string | null> {
  const text = await readNamedFile(resolve(cwd, path)).catch((error: Error) => {
    throw new UsageError(`${path} cannot be read: ${error.message}`);
  });
  if (text?.trim() === '') throw new UsageError(`${path} is empty.`);
  return text;
}
