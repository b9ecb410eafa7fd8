import type { Problem } from '../view.js';
import { relabel, shown, told } from './words.js';

/** Inputs that come from a secret, which is empty as long as nobody has made it. */
const SECRET_INPUTS = ['api-key', 'token'];

/** @param yaml lines of a workflow that set the input. */
export function missingInput(name: string, yaml: string | null = null): Problem {
  const secret = SECRET_INPUTS.includes(name) ? ' If it stands there, the secret behind it is empty.' : '';
  return relabel(`The input ${shown(name)} is missing.`, `Add it to the step in your workflow.${secret}`, {
    snippet: yaml === null ? null : { language: 'yaml', text: yaml },
  });
}

/** @param expected what is right, as the end of a sentence: `a whole number from 1 to 1000`. */
export function malformedInput(name: string, value: string, expected: string): Problem {
  const given = value === '' ? 'is empty' : `is ${shown(value)}`;
  return relabel(
    `The input ${shown(name)} ${given}, but must be ${told(expected)}`,
    'Correct it in your workflow.',
  );
}

/** @param nearest the known name that looks most like it; null when none does. */
export function unknownInput(name: string, nearest: string | null = null): Problem {
  const next =
    nearest === null
      ? 'Take it out of your workflow.'
      : `Did you mean ${shown(nearest)}? Correct it in your workflow.`;
  return relabel(`There is no input ${shown(name)}.`, next);
}
