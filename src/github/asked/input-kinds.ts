import picomatch from 'picomatch';
import * as z from 'zod';
import { checkPath } from '../../smol/paths.js';
import { ROOT_FOLDER } from '../api/folder.js';
import { branchName } from '../branch/branch-name.js';
import { isBranchName } from '../branch/ref-name.js';

/** How the text of one input becomes a value: undefined when it is not what was expected. */
export type Kind<T> = { readonly expected: string; readonly read: (text: string) => T | undefined };

/** GitHub refuses longer names of labels. */
const LONGEST_LABEL = 50;

/**
 * An input of a kind, for zod: empty text is an absent input and becomes `fallback`. The issue's message
 * is what was expected, as a phrase that follows "expected".
 */
export function input<T, const F>(kind: Kind<T>, fallback: F) {
  return z.string().transform((text, context): T | F => {
    if (text === '') return fallback;
    const value = kind.read(text);
    if (value !== undefined) return value;
    context.addIssue(kind.expected);
    return z.NEVER;
  });
}

/** Any text. */
export const text: Kind<string> = { expected: 'text', read: (value) => value };

/** A key or a token: one word of ASCII, which is all that a header can carry. */
export const secret: Kind<string> = {
  expected: 'one word without spaces or line breaks',
  read: (value) => (/^[\x21-\x7e]+$/.test(value) ? value : undefined),
};

export const modelName: Kind<string> = {
  expected: 'the name of one model, such as gpt-6-sol',
  read: (value) => (/^[\x21-\x7e]{1,200}$/.test(value) ? value : undefined),
};

/** YAML 1.2 core schema, as `core.getBooleanInput` has it. https://yaml.org/spec/1.2/spec.html#id2804923 */
export const boolean: Kind<boolean> = {
  expected: 'true or false',
  read: (value) => {
    if (['true', 'True', 'TRUE'].includes(value)) return true;
    return ['false', 'False', 'FALSE'].includes(value) ? false : undefined;
  },
};

export const draft: Kind<'auto' | boolean> = {
  expected: 'auto, true or false',
  read: (value) => (value === 'auto' ? value : boolean.read(value)),
};

export function oneOf<const T extends string>(values: readonly T[]): Kind<T> {
  return { expected: `one of ${values.join(', ')}`, read: (value) => values.find((one) => one === value) };
}

/** A whole number of a range, both ends included. */
export function whole(least: number, most: number): Kind<number> {
  return {
    expected: `a whole number from ${least} to ${most}`,
    read: (value) => (/^\d{1,15}$/.test(value) ? within(Number(value), least, most) : undefined),
  };
}

/** A decimal number of a range, both ends included. */
export function decimal(least: number, most: number, expected: string): Kind<number> {
  return {
    expected,
    read: (value) =>
      /^(\d{1,15}(\.\d*)?|\.\d+)$/.test(value) ? within(Number(value), least, most) : undefined,
  };
}

function within(value: number, least: number, most: number): number | undefined {
  return value >= least && value <= most ? value : undefined;
}

/** `12` or `#12`. */
export const issueNumber: Kind<number> = {
  expected: 'the number of an issue, such as 12',
  read: (value) => (/^#?[1-9]\d{0,9}$/.test(value) ? Number(value.replace('#', '')) : undefined),
};

export const label: Kind<string> = {
  expected: `the name of a label, on one line, ${LONGEST_LABEL} characters at most`,
  read: (value) => (/\p{C}/u.test(value) || [...value].length > LONGEST_LABEL ? undefined : value),
};

/** A login of GitHub: letters, digits and hyphens; `_` in enterprises that manage their users; `[bot]` of apps. */
export function login(expected: string): Kind<string> {
  return {
    expected,
    read: (value) => (/^[a-z\d](?:[a-z\d_-]{0,98}[a-z\d_])?(?:\[bot\])?$/i.test(value) ? value : undefined),
  };
}

/** Several values of a kind, separated by commas or line breaks; each is taken once. */
export function listOf(kind: Kind<string>, most = 100): Kind<readonly string[]> {
  return {
    expected: `${kind.expected}; ${most} at most, separated by commas or lines`,
    read: (value) => {
      const entries = new Set(entriesOf(value));
      if (entries.size > most || [...entries].some((entry) => kind.read(entry) === undefined))
        return undefined;
      return [...entries];
    },
  };
}

/** Splits at line breaks and at commas that are not in braces: `*.{js,ts}` is one glob. */
function entriesOf(value: string): string[] {
  return value
    .split(/\n|,(?![^{}\n]*\})/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** A glob of paths inside the repository. A `!` is refused: nothing takes a protected path out again. */
export const glob: Kind<string> = {
  expected: 'globs of paths in the repository, such as deploy/** or *.lock, without a leading / or !',
  read: (value) => {
    if (/^[!/]|\\|\p{C}/u.test(value) || value.split('/').includes('..') || value.length > 500)
      return undefined;
    try {
      picomatch.makeRe(value, { strictBrackets: true });
      return value;
    } catch {
      return undefined;
    }
  },
};

/** A folder of the repository in which every file of an app may be written. */
export const folder: Kind<string> = {
  expected: 'a folder in the repository that files may be written to, such as apps/poll, or . for all of it',
  read: (value) => {
    const path = value.replace(/^(?:\.\/+)+/, '').replace(/\/+$/, '');
    if (path === '' || path === ROOT_FOLDER) return value.startsWith('/') ? undefined : ROOT_FOLDER;
    const inside = '/index.html';
    const verdict = checkPath(path + inside);
    return verdict.kind === 'write' ? verdict.path.slice(0, -inside.length) : undefined;
  },
};

export const baseBranch: Kind<string> = {
  expected: 'the name of a branch, such as main, without refs/heads/',
  read: (value) => (isBranchName(value) ? value : undefined),
};

/**
 * A template of branch names. `{number}` or `{run}` must be in it: otherwise two issues would share a
 * branch, which a slug alone does not prevent either.
 */
export const branchTemplate: Kind<string> = {
  expected:
    'the name of a branch with {number} or {run} in it, and {slug} if you like, such as smol/issue-{number}',
  read: (value) => {
    if (!/\{(number|run)\}/.test(value) || /[{}]/.test(value.replace(/\{(number|slug|run)\}/g, '')))
      return undefined;
    // The longest values there can be, so that a name that fits here always fits.
    const longest = branchName(value, {
      issueNumber: 9_999_999_999,
      title: 'x'.repeat(100),
      runId: 99_999_999_999_999,
    });
    return isBranchName(longest) ? value : undefined;
  },
};
