import * as z from 'zod';
import { DEFAULT_BASE_URL, DEFAULT_MODEL, type Endpoint, parseEndpoint } from '../../model/endpoint.js';
import { InvalidOptionError } from '../../model/errors.js';
import { nearest } from '../../report/nearest.js';
import { malformedInput, missingInput, unknownInput } from '../../report/problems.js';
import type { Problem } from '../../report/view.js';
import { ROOT_FOLDER } from '../api/folder.js';
import * as kinds from './input-kinds.js';
import { input } from './input-kinds.js';

/** The inputs of the action, checked and resolved. */
export type Settings = {
  readonly token: string;
  /** Null for an endpoint on this machine or in a private network that wants none. */
  readonly apiKey: string | null;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly model: string;
  /** The same as `model` unless set. */
  readonly planModel: string;
  /** Null: not sent. */
  readonly effort: (typeof EFFORTS)[number] | null;
  /** 0 to 2. Null: not sent. */
  readonly temperature: number | null;
  /** Tokens of one reply. Null: not sent. */
  readonly maxOutputTokens: number | null;
  /** For `workflow_dispatch` only; an issue brings its own text. */
  readonly prompt: string | null;
  /** For `workflow_dispatch` only. */
  readonly issueNumber: number | null;
  readonly instructions: string | null;
  /** `plan`: nothing is written before a person has seen the plan and said so. */
  readonly approval: (typeof APPROVALS)[number];
  readonly label: string;
  /** Logins, as written. */
  readonly allowBots: readonly string[];
  /** Globs, besides the built-in ones. */
  readonly protectedPaths: readonly string[];
  readonly maxFiles: number;
  /** US dollars. Null: no limit. */
  readonly maxCostUsd: number | null;
  /** Prompt and completion tokens of all calls. Null: no limit. */
  readonly maxTotalTokens: number | null;
  /** Calls at the same time. */
  readonly concurrency: number;
  /** Milliseconds for the whole run. */
  readonly timeoutMs: number;
  /** Milliseconds without a byte from the model. */
  readonly idleTimeoutMs: number;
  /** Null: the repository's default branch. */
  readonly base: string | null;
  /** Template with `{number}`, `{slug}`, `{run}`. Null: the default of `branchName`. */
  readonly branch: string | null;
  /** Folder of the app, relative to the repository's root; `.` for the root itself. */
  readonly outputDir: string;
  /** `auto`: a draft only if something is missing. */
  readonly draft: 'auto' | boolean;
  readonly labels: readonly string[];
  /** Logins. */
  readonly assignees: readonly string[];
  /** Logins. */
  readonly reviewers: readonly string[];
  readonly dryRun: boolean;
};

export type SettingsReading =
  /** `warnings` are sentences about settings that are valid but may surprise. */
  | { readonly kind: 'settings'; readonly settings: Settings; readonly warnings: readonly string[] }
  | {
      readonly kind: 'invalid';
      readonly problems: readonly Problem[];
      /** What decides whether an event is ours, as far as it can be read. */
      readonly trigger: TriggerSettings;
    };

/** The settings by which an event is found to be ours. */
export type TriggerSettings = Pick<Settings, 'label' | 'prompt' | 'issueNumber' | 'allowBots'>;

/** Every output of the action. */
export const OUTPUT_NAMES = [
  'status',
  'branch',
  'pull-request-number',
  'pull-request-url',
  'pull-request-operation',
  'pull-request-head-sha',
  'comment-url',
  'files-count',
  'input-tokens',
  'cached-tokens',
  'output-tokens',
  'cost-usd',
] as const;

const EFFORTS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] as const;
const APPROVALS = ['none', 'plan'] as const;
const SECRETS: readonly string[] = ['token', 'api-key'];

/** https://docs.github.com/rest/issues/assignees: 10 people at most; a review can be asked of 15. */
const MOST_ASSIGNEES = 10;
const MOST_REVIEWERS = 15;
/** Letters of a value that are shown in a sentence. */
const LONGEST_VALUE = 80;
/** A job on GitHub's own runners ends after six hours. https://docs.github.com/actions/reference/limits */
const MOST_MINUTES = 360;

const KEY_YAML = `with:
  api-key: \${{ secrets.OPENAI_API_KEY }}`;
const MODEL_YAML = `with:
  base-url: https://openrouter.ai/api/v1
  model: the-name-of-a-model-there`;

/** Each input: from its trimmed text to its value. */
const INPUTS = z.object({
  token: input(kinds.secret, ''),
  'api-key': input(kinds.secret, null),
  'base-url': z.string().transform(endpointOf),
  model: input(kinds.modelName, null),
  'plan-model': input(kinds.modelName, null),
  effort: input(kinds.oneOf(EFFORTS), null),
  temperature: input(kinds.decimal(0, 2, 'a number from 0 to 2, such as 0.2'), null),
  'max-output-tokens': input(kinds.whole(1, 10_000_000), null),
  prompt: input(kinds.text, null),
  'issue-number': input(kinds.issueNumber, null),
  instructions: input(kinds.text, null),
  approval: input(kinds.oneOf(APPROVALS), 'none'),
  label: input(kinds.label, 'smol'),
  'allow-bots': input(kinds.listOf(kinds.login('exact logins of bots, such as renovate[bot]')), []),
  'protected-paths': input(kinds.listOf(kinds.glob), []),
  'max-files': input(kinds.whole(1, 1000), 100),
  'max-cost-usd': input(
    kinds.decimal(0.0001, 100_000, 'US dollars, such as 2.50; leave it out for no limit'),
    null,
  ),
  'max-total-tokens': input(kinds.whole(1, 10_000_000_000), null),
  concurrency: input(kinds.whole(1, 1000), 64),
  'timeout-minutes': input(kinds.decimal(0.05, MOST_MINUTES, `minutes from 0.05 to ${MOST_MINUTES}`), 20),
  'idle-timeout': input(kinds.whole(1, MOST_MINUTES * 60), 120),
  base: input(kinds.baseBranch, null),
  branch: input(kinds.branchTemplate, null),
  'output-dir': input(kinds.folder, ROOT_FOLDER),
  draft: input(kinds.draft, 'auto'),
  labels: input(kinds.listOf(kinds.label), []),
  assignees: input(kinds.listOf(kinds.login('logins of people, such as octocat'), MOST_ASSIGNEES), []),
  reviewers: input(
    kinds.listOf(kinds.login('logins of people, such as octocat; not teams'), MOST_REVIEWERS),
    [],
  ),
  'dry-run': input(kinds.boolean, false),
});

type Values = z.output<typeof INPUTS>;

/** Every input of the action. */
export const INPUT_NAMES: readonly string[] = Object.keys(INPUTS.shape);

/**
 * Reads the inputs of the action.
 *
 * @param inputs name of the input (kebab-case) → its text, as the runner hands it over
 * @returns the settings, or every problem found: each names the input, its value (never a secret's) and
 *   what is expected
 * @example readSettings({ token, 'api-key': key, 'max-files': '20' })
 */
export function readSettings(inputs: Readonly<Record<string, string>>): SettingsReading {
  const given = new Map(Object.entries(inputs));
  const unknown = [...given.keys()].filter((name) => !INPUT_NAMES.includes(name));
  const problems = unknown.map((name) => unknownInput(cut(name), nearest(name, INPUT_NAMES)));

  const texts = Object.fromEntries(INPUT_NAMES.map((name) => [name, given.get(name)?.trim() ?? '']));
  const parsed = INPUTS.safeParse(texts);
  for (const issue of parsed.error?.issues ?? []) {
    problems.push(problemOf(String(issue.path[0]), texts, issue.message));
  }
  problems.push(...missing(texts));
  if (problems.length > 0 || !parsed.success) {
    return { kind: 'invalid', problems, trigger: triggerSettings(texts) };
  }
  return { kind: 'settings', settings: settingsOf(parsed.data), warnings: warningsOf(parsed.data) };
}

function endpointOf(text: string, context: z.RefinementCtx): Endpoint {
  try {
    return parseEndpoint(text || DEFAULT_BASE_URL);
  } catch (error) {
    if (!(error instanceof InvalidOptionError)) throw error;
    context.addIssue(error.message);
    return z.NEVER;
  }
}

function problemOf(name: string, texts: Readonly<Record<string, string>>, message: string): Problem {
  // The endpoint's own sentence says which rule was broken, and shows no password that is in the address.
  if (name === 'base-url') {
    return {
      what: message,
      next: `Set \`base-url\` to an address such as ${DEFAULT_BASE_URL}, or leave it out.`,
      again: 'relabel',
      snippet: null,
      link: null,
    };
  }
  return malformedInput(name, SECRETS.includes(name) ? '***' : cut(texts[name] ?? ''), message);
}

/** The four inputs of a trigger, each with its default where it is malformed. */
function triggerSettings(texts: Readonly<Record<string, string>>): TriggerSettings {
  const { label, prompt, 'issue-number': issueNumber, 'allow-bots': allowBots } = INPUTS.shape;
  return {
    label: label.safeParse(texts.label).data ?? 'smol',
    prompt: prompt.safeParse(texts.prompt).data ?? null,
    issueNumber: issueNumber.safeParse(texts['issue-number']).data ?? null,
    allowBots: allowBots.safeParse(texts['allow-bots']).data ?? [],
  };
}

/** Inputs that must be there, given where the model answers. */
function missing(texts: Readonly<Record<string, string>>): Problem[] {
  const problems: Problem[] = [];
  if (texts.token === '') problems.push(missingInput('token'));
  const endpoint = INPUTS.shape['base-url'].safeParse(texts['base-url']);
  if (!endpoint.success) return problems;
  if (texts['api-key'] === '' && !endpoint.data.isLocal) problems.push(missingInput('api-key', KEY_YAML));
  if (texts.model === '' && !endpoint.data.isOpenAI) problems.push(missingInput('model', MODEL_YAML));
  return problems;
}

function settingsOf(values: Values): Settings {
  const model = values.model ?? DEFAULT_MODEL;
  return {
    token: values.token,
    apiKey: values['api-key'],
    baseUrl: values['base-url'].baseUrl,
    model,
    planModel: values['plan-model'] ?? model,
    effort: values.effort,
    temperature: values.temperature,
    maxOutputTokens: values['max-output-tokens'],
    prompt: values.prompt,
    issueNumber: values['issue-number'],
    instructions: values.instructions,
    approval: values.approval,
    label: values.label,
    allowBots: values['allow-bots'],
    protectedPaths: values['protected-paths'],
    maxFiles: values['max-files'],
    maxCostUsd: values['max-cost-usd'],
    maxTotalTokens: values['max-total-tokens'],
    concurrency: values.concurrency,
    timeoutMs: values['timeout-minutes'] * 60_000,
    idleTimeoutMs: values['idle-timeout'] * 1000,
    base: values.base,
    branch: values.branch,
    outputDir: values['output-dir'],
    draft: values.draft,
    labels: values.labels,
    assignees: values.assignees,
    reviewers: values.reviewers,
    dryRun: values['dry-run'],
  };
}

function warningsOf(values: Values): string[] {
  const warnings: string[] = [];
  if (values['idle-timeout'] > values['timeout-minutes'] * 60) {
    warnings.push(
      `\`idle-timeout\` (${values['idle-timeout']} seconds) is longer than \`timeout-minutes\` ` +
        `(${values['timeout-minutes']}), so the run ends first.`,
    );
  }
  return warnings;
}

/** A value as it stands in a sentence: short, and on one line. */
function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const letters = [...line];
  return letters.length > LONGEST_VALUE ? `${letters.slice(0, LONGEST_VALUE).join('')}…` : line;
}
