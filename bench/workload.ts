import { CHARACTERS_PER_TOKEN, countTokens } from '../test/support/model/prompt-cache.js';
import type { Work } from './physics.js';

/** An app that the simulated model knows: what is asked, its plan in the project's form, and every file. */
export type Workload = {
  readonly prompt: string;
  readonly plan: string;
  readonly files: Readonly<Record<string, string>>;
};

/** Sizes in tokens. */
export type WorkloadOptions = {
  readonly count: number;
  readonly seed: number;
  readonly promptTokens?: number;
  readonly planTokens?: number;
  /** Sizes are drawn evenly from this range. */
  readonly fileTokens?: readonly [least: number, most: number];
};

const PROMPT_TOKENS = 400;
const FILE_TOKENS = [300, 2_500] as const;
const FOLDERS = ['src', 'src/parts', 'src/views', 'src/server', 'test', 'styles'];

/**
 * Makes a workload; the same options make the same one. Sizes are those the original was measured with: a prompt of
 * 400 tokens, files of 300 to 2,500, a plan of 600 which grows by 25 a file when 600 cannot name them.
 */
export function createWorkload(options: WorkloadOptions): Workload {
  const { count, seed, promptTokens = PROMPT_TOKENS, fileTokens: [least, most] = FILE_TOKENS } = options;
  const random = createRandom(seed * 7_919 + count);
  const files = Array.from({ length: count }, (_, index) => {
    const path = `${FOLDERS[index % FOLDERS.length]}/part-${index}.txt`;
    return [path, fileText(path, Math.round(least + random() * (most - least)))] as const;
  });
  return {
    prompt: fill(
      (level) => `Level ${level} has a board of ${level + 4} by ${level + 4} and its own sounds. `,
      promptTokens,
    ),
    plan: planText(files, options.planTokens ?? Math.max(600, 200 + 25 * count)),
    files: Object.fromEntries(files),
  };
}

/** The sizes of a workload, for the limit. */
export function workOf({ prompt, plan, files }: Workload): Work {
  return {
    promptTokens: countTokens(prompt),
    planTokens: countTokens(plan),
    fileTokens: Object.values(files).map(countTokens),
  };
}

/** Numbers from 0 to 1 that look random: a linear congruential generator (Numerical Recipes' constants). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  // The first numbers of neighbouring seeds are neighbours too.
  for (let skipped = 0; skipped < 4; skipped += 1) next();
  return next;
}

/** A file of exactly so many tokens, which ends with one line break. */
function fileText(path: string, tokens: number): string {
  return `${fill((line) => `${line}: ${line * line} of ${path}\n`, tokens).slice(0, -2)}.\n`;
}

function planText(files: readonly (readonly [path: string, content: string])[], tokens: number): string {
  const list = [...files]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([path, content]) => `- \`${path}\` (~${content.split('\n').length - 1}) – one part.\n`)
    .join('');
  const head = '# Zed\nA browser game.\n\n## Contract\n';
  const foot = `\n\n## Files\n${list}`;
  const room = tokens - countTokens(head + foot);
  return (
    head +
    fill((index) => `- \`start${index}(board)\` of part ${index}; its id is \`part-${index}\`.\n`, room) +
    foot
  );
}

/** Text of exactly so many tokens (8 at least), made of numbered pieces: no one would write the same line over and over. */
function fill(piece: (index: number) => string, tokens: number): string {
  const characters = Math.max(8, tokens) * CHARACTERS_PER_TOKEN;
  let text = '';
  for (let index = 1; text.length < characters; index += 1) text += piece(index);
  return text.slice(0, characters).replace(/\s$/, '.');
}
