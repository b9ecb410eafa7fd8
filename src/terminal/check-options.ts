import { parseArgs } from 'node:util';
import { nearest } from '../report/nearest.js';

/** How findings are printed: for people, for programs, or as workflow commands of GitHub. */
export const FORMATS = ['text', 'json', 'github'] as const;

/** One of `FORMATS`. */
export type Format = (typeof FORMATS)[number];

/** What `smol check` is asked for. */
export type CheckOptions = {
  /** As it was typed; `.` unless given. */
  readonly folder: string;
  readonly format: Format;
};

/** What the arguments after `check` ask for; `usage`: they cannot be read, and `message` is a sentence that says why. */
export type CheckCommand =
  | { readonly kind: 'check'; readonly options: CheckOptions }
  | { readonly kind: 'check help' }
  | { readonly kind: 'usage'; readonly message: string };

const OPTIONS = { format: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

/**
 * Reads the arguments of `smol check`, without `check` itself.
 *
 * @example
 * readCheckCommand(['app', '--format', 'json']);
 */
export function readCheckCommand(argv: readonly string[]): CheckCommand {
  const config = { options: OPTIONS, strict: false, tokens: true, allowPositionals: true } as const;
  const { tokens } = parseArgs({ args: [...argv], ...config });
  const folders: string[] = [];
  let format: Format = 'text';
  for (const token of tokens) {
    if (token.kind === 'positional') folders.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.name === 'help') return { kind: 'check help' };
    if (token.name !== 'format') return usage(unknownOption(token.rawName, token.name));
    const named = FORMATS.find((known) => known === token.value);
    if (named === undefined) return usage(unknownFormat(token.value));
    format = named;
  }
  const [folder = '.', ...more] = folders;
  if (more.length > 0) return usage('Name one folder to check.');
  if (folder.trim() === '') return usage('The name of the folder is empty.');
  return { kind: 'check', options: { folder, format } };
}

function usage(message: string): CheckCommand {
  return { kind: 'usage', message };
}

function unknownOption(typed: string, name: string): string {
  const close = nearest(name, Object.keys(OPTIONS));
  const hint = close === null ? '' : ` Did you mean --${close}?`;
  return `smol check has no option ${typed}.${hint}`;
}

function unknownFormat(value: string | undefined): string {
  const given = value === undefined ? '' : `, not "${value}"`;
  return `--format is text, json or github${given}.`;
}
