import { readLines } from '../markup/lines.js';

/** What can be asked for in a comment. */
export const VERBS = ['plan', 'build', 'fix', 'retry', 'undo', 'stop', 'help'] as const;
export type Verb = (typeof VERBS)[number];

export type Command = {
  readonly verb: Verb;
  /** What stands behind the verb, to the end of the comment; trimmed. */
  readonly text: string;
};

export type CommandReading =
  | { readonly kind: 'command'; readonly command: Command }
  /** There is a line for us, but no verb of ours in it. */
  | { readonly kind: 'unknown'; readonly word: string }
  /** One comment asks for more than one thing. */
  | { readonly kind: 'several' }
  | { readonly kind: 'none' };

const LINE = /^\/smol(?:[ \t]+(\S+)(?:[ \t]+(.*))?)?[ \t]*$/i;

/**
 * Reads the command in a comment: a line that begins with `/smol`, outside of quotations, lists and code. `/smol`
 * alone asks for help.
 *
 * @example readCommand('/smol fix The score is lost on reload.')
 */
export function readCommand(body: string): CommandReading {
  const lines = readLines(body.replaceAll('\r\n', '\n'));
  const found = lines.flatMap((line, index) => {
    const match = line.kind === 'text' && line.prefix === '' ? LINE.exec(line.content) : null;
    return match === null ? [] : [{ index, word: match[1] ?? 'help', rest: match[2] ?? '' }];
  });
  const [first, second] = found;
  if (first === undefined) return { kind: 'none' };
  if (second !== undefined) return { kind: 'several' };
  const verb = VERBS.find((one) => one === first.word.toLowerCase());
  if (verb === undefined) return { kind: 'unknown', word: first.word };
  const below = lines.slice(first.index + 1).map(({ prefix, content }) => prefix + content);
  return { kind: 'command', command: { verb, text: [first.rest, ...below].join('\n').trim() } };
}
