import { parseArgs } from 'node:util';
import { nearest } from '../report/nearest.js';
import { type CheckCommand, readCheckCommand } from './check-options.js';

/** What `smol` exits with; `--help` says the same. */
export const EXIT = { written: 0, incomplete: 1, usage: 2, interrupted: 130 } as const;

/** The command cannot be carried out as it was typed. `message` says why in a sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the command line asks for. Null stands for what was not given. */
export type Options = {
  /** The prompt, or the path of a markdown file with it. */
  readonly prompt: string | null;
  /** House rules, or the path of a markdown file with them. */
  readonly instructions: string | null;
  readonly model: string | null;
  readonly planModel: string | null;
  readonly baseUrl: string | null;
  readonly effort: string | null;
  readonly temperature: number | null;
  readonly maxOutputTokens: number | null;
  /** The folder the app is written to. */
  readonly out: string;
  readonly maxFiles: number | null;
  readonly maxCostUsd: number | null;
  readonly maxTotalTokens: number | null;
  readonly concurrency: number | null;
  readonly timeoutMinutes: number;
  readonly idleTimeoutSeconds: number;
  readonly planOnly: boolean;
  readonly yes: boolean;
  readonly debug: boolean;
};

export type Command =
  | CheckCommand
  | { readonly kind: 'build'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  /** The command line cannot be read; `message` is a sentence that says why. */
  | { readonly kind: 'usage'; readonly message: string };

const OPTIONS = {
  prompt: { type: 'string' },
  instructions: { type: 'string' },
  model: { type: 'string' },
  'plan-model': { type: 'string' },
  'base-url': { type: 'string' },
  effort: { type: 'string' },
  temperature: { type: 'string' },
  'max-output-tokens': { type: 'string' },
  out: { type: 'string' },
  'max-files': { type: 'string' },
  'max-cost-usd': { type: 'string' },
  'max-total-tokens': { type: 'string' },
  concurrency: { type: 'string' },
  'timeout-minutes': { type: 'string' },
  'idle-timeout': { type: 'string' },
  'plan-only': { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
  debug: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

type Name = keyof typeof OPTIONS;

/** The name that smol_dev 0.0.3 has for `--out`. */
const OLD_OUT = 'generate_folder_path';

const BOOLEANS = new Map([
  ['true', true],
  ['false', false],
  ['1', true],
  ['0', false],
  ['yes', true],
  ['no', false],
]);

/**
 * Reads the arguments of `smol` (without node and script).
 *
 * The forms of smol_dev 0.0.3 are accepted: `--generate_folder_path X` for `--out X`, and `--debug True` or
 * `--debug=False`, whose value is read as what it says (the original takes "False" for true).
 * With `check` before all else it is another command, with options of its own.
 *
 * @example
 * readCommand(['a Tic Tac Toe game', '--model', 'gpt-6-sol']);
 */
export function readCommand(argv: readonly string[]): Command {
  if (argv[0] === 'check') return readCheckCommand(argv.slice(1));
  try {
    const { values, positionals } = readTokens(joinDebugValue(argv));
    if (values.has('help')) return { kind: 'help' };
    if (values.has('version')) return { kind: 'version' };
    return { kind: 'build', options: toOptions(values, positionals) };
  } catch (error) {
    if (error instanceof UsageError) return { kind: 'usage', message: error.message };
    throw error;
  }
}

/** `--debug True` as one argument: to node a boolean has no value, and `True` would be the prompt. */
function joinDebugValue(argv: readonly string[]): string[] {
  const joined: string[] = [];
  let isOver = false;
  for (const argument of argv) {
    isOver ||= argument === '--';
    const belongs = !isOver && joined.at(-1) === '--debug' && /^(true|false)$/i.test(argument);
    if (belongs) joined.pop();
    joined.push(belongs ? `--debug=${argument}` : argument);
  }
  return joined;
}

type Values = ReadonlyMap<Name, string>;

function readTokens(argv: string[]): { values: Values; positionals: string[] } {
  // Not strict: node's own messages name no neighbour of a mistyped option.
  const config = {
    options: { ...OPTIONS, [OLD_OUT]: { type: 'string' } },
    strict: false,
    tokens: true,
  } as const;
  const { tokens } = parseArgs({ args: argv, allowPositionals: true, ...config });
  const values = new Map<Name, string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const name = token.name === OLD_OUT ? 'out' : token.name;
    if (!isName(name)) throw new UsageError(unknownOption(token.rawName, name));
    values.set(name, readValue(name, token));
  }
  return { values, positionals };
}

function isName(name: string): name is Name {
  return Object.hasOwn(OPTIONS, name);
}

function unknownOption(typed: string, name: string): string {
  const close = nearest(name, Object.keys(OPTIONS));
  return close === null
    ? `There is no option ${typed}.`
    : `There is no option ${typed}. Did you mean --${close}?`;
}

function readValue(
  name: Name,
  {
    rawName,
    value,
    inlineValue,
  }: { rawName: string; value?: string | undefined; inlineValue?: boolean | undefined },
): string {
  if (OPTIONS[name].type === 'boolean') {
    if (value === undefined) return 'true';
    const read = BOOLEANS.get(value.toLowerCase());
    if (read === undefined) throw new UsageError(`${rawName} is either true or false, not "${value}".`);
    return String(read);
  }
  const isNextOption = inlineValue === false && /^-(-|[a-z])/i.test(value ?? '');
  if (value === undefined || value.trim() === '' || isNextOption)
    throw new UsageError(`${rawName} needs a value.`);
  return value;
}

function toOptions(values: Values, positionals: readonly string[]): Options {
  const text = (name: Name) => values.get(name) ?? null;
  const flag = (name: Name) => values.get(name) === 'true';
  const whole = (name: Name) => number(values, name, { whole: true, least: 1 });
  return {
    prompt: onePrompt(text('prompt'), positionals),
    instructions: text('instructions'),
    model: text('model'),
    planModel: text('plan-model'),
    baseUrl: text('base-url'),
    effort: text('effort'),
    temperature: number(values, 'temperature', { whole: false, least: 0 }),
    maxOutputTokens: whole('max-output-tokens'),
    out: text('out') ?? 'generated',
    maxFiles: whole('max-files'),
    maxCostUsd: number(values, 'max-cost-usd', { whole: false, least: 0 }),
    maxTotalTokens: whole('max-total-tokens'),
    concurrency: whole('concurrency'),
    timeoutMinutes: number(values, 'timeout-minutes', { whole: false, least: 0.01 }) ?? 20,
    idleTimeoutSeconds: number(values, 'idle-timeout', { whole: false, least: 0.01 }) ?? 120,
    planOnly: flag('plan-only'),
    yes: flag('yes'),
    debug: flag('debug'),
  };
}

function onePrompt(option: string | null, positionals: readonly string[]): string | null {
  const [first, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError('Put the prompt in quotes: smol "a Tic Tac Toe game".');
  if (first !== undefined && option !== null) {
    throw new UsageError('Give the prompt once: either by itself or with --prompt.');
  }
  const prompt = first ?? option;
  if (prompt?.trim() === '') throw new UsageError('The prompt is empty.');
  return prompt;
}

function number(values: Values, name: Name, rule: { whole: boolean; least: number }): number | null {
  const text = values.get(name);
  if (text === undefined) return null;
  const value = Number(text);
  const fits = Number.isFinite(value) && value >= rule.least && (!rule.whole || Number.isSafeInteger(value));
  if (fits) return value;
  const kind = rule.whole ? 'a whole number' : 'a number';
  throw new UsageError(`--${name} is ${kind}, ${rule.least} or more, not "${text}".`);
}
