import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ChildOptions, type ChildResult, runChild } from './runner/child.js';
import { type Annotation, obey, type WorkflowCommand } from './runner/commands.js';
import {
  inputEnvironment,
  repositoryOf,
  type StepPaths,
  stepEnvironment,
  stepPaths,
} from './runner/environment.js';
import { parseFileCommands, SUMMARY_LIMIT_BYTES } from './runner/files.js';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** The project's own node, whatever the machine has. */
const NODE = join(PROJECT, 'node_modules', '.bin', 'node');

const TIMEOUT_MS = 60_000;

/** One step to run. */
export type ActionOptions = {
  /** The event's name, such as `issues`. */
  event: string;
  /** The event's payload; repository, sender and default branch are taken from it. */
  payload: Record<string, unknown>;
  inputs?: Record<string, string>;
  /** Where GitHub's API is, and the job's token. Without it, a port where nobody listens. */
  github?: { url: string; token?: string };
  /** Sets the inputs `base-url`, `api-key` and `model` (default `test-model`). */
  model?: { url: string; apiKey: string; name?: string };
  /** Wins over what the runner sets. */
  env?: Record<string, string>;
  signalAfter?: ChildOptions['signalAfter'];
  /** Kills the step when it aborts; its result says so. */
  signal?: AbortSignal;
  /** Called as the log grows, with all of it as GitHub shows it. */
  onLog?: (log: string) => void;
  /** Default 60,000. */
  timeoutMs?: number;
  /** Default `dist/index.js`. */
  script?: string;
  /** Default `action.yml`. */
  actionFile?: string;
};

/** What a step did, as the runner saw it. */
export type RunResult = Omit<ChildResult, 'lines'> & {
  /** How the runner colours the step: exit code 0 and no complaint of its own. */
  succeeded: boolean;
  /** Both streams in order of arrival as GitHub shows them, secrets masked. */
  log: string;
  outputs: Record<string, string>;
  /** The step summary, empty when it is over the limit. */
  summary: string;
  state: Record<string, string>;
  env: Record<string, string>;
  annotations: readonly Annotation[];
  /** Every command that the runner obeyed. */
  commands: readonly WorkflowCommand[];
  masks: readonly string[];
  /** What the runner itself complained about. */
  errors: readonly string[];
  /** Those of the secrets that the process printed before any masking, `add-mask` commands not counted. */
  secretsInLog(secrets: readonly string[]): string[];
};

/**
 * Runs the action as a runner runs a step: a child process on the project's node, a clean environment with nothing of
 * this process's but PATH, file commands, workflow commands.
 *
 * @example
 * const run = await runAction({ event: 'issues', payload, github, model });
 * expect(run.outputs.status).toBe('created');
 */
export async function runAction(options: ActionOptions): Promise<RunResult> {
  const root = mkdtempSync(join(tmpdir(), 'smol-runner-'));
  try {
    const token = options.github?.token ?? 'ghs_0123456789abcdefghijklmnopqrstuvwxyz';
    const apiUrl = options.github?.url ?? 'http://127.0.0.1:9';
    const { event, payload } = options;
    const paths = stepPaths(root, repositoryOf(payload));
    prepare(paths, payload);
    const github = stepEnvironment({ event, payload, apiUrl, token, paths });
    const inputs = inputEnvironment(
      options.actionFile ?? join(PROJECT, 'action.yml'),
      { ...modelInputs(options.model), ...options.inputs },
      github,
      token,
    );
    const secrets = [token, inputs['INPUT_API-KEY'] ?? ''];
    const { onLog, signal } = options;
    const child = await runChild(NODE, [options.script ?? join(PROJECT, 'dist', 'index.js')], {
      cwd: paths.workspace,
      env: { ...github, ...inputs, ...options.env },
      timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
      ...(options.signalAfter !== undefined && { signalAfter: options.signalAfter }),
      ...(signal !== undefined && { signal }),
      ...(onLog !== undefined && { onLines: (lines) => onLog(obey(lines, secrets).log) }),
    });
    return toResult(child, paths, secrets);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/**
 * Runs the command line on the project's node. stdin, stdout and stderr are pipes, so it is no terminal to it; of this
 * process's environment it gets PATH alone, and an empty home.
 */
export async function runCli(
  args: readonly string[],
  options: {
    /** Default: a fresh folder that is removed afterwards. */
    cwd?: string;
    env?: Record<string, string>;
    input?: string;
    signalAfter?: ChildOptions['signalAfter'];
    timeoutMs?: number;
    /** Default `dist/cli.js`. */
    script?: string;
  } = {},
): Promise<Omit<ChildResult, 'lines'>> {
  const root = mkdtempSync(join(tmpdir(), 'smol-cli-'));
  const folders = { home: join(root, 'home'), work: join(root, 'work') };
  for (const folder of Object.values(folders)) mkdirSync(folder);
  try {
    const { lines: _, ...result } = await runChild(
      NODE,
      [options.script ?? join(PROJECT, 'dist', 'cli.js'), ...args],
      {
        cwd: options.cwd ?? folders.work,
        env: { PATH: process.env.PATH ?? '', HOME: folders.home, LANG: 'C.UTF-8', ...options.env },
        timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
        ...(options.input !== undefined && { input: options.input }),
        ...(options.signalAfter !== undefined && { signalAfter: options.signalAfter }),
      },
    );
    return result;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function modelInputs(model: ActionOptions['model']): Record<string, string> {
  if (model === undefined) return {};
  return { 'base-url': model.url, 'api-key': model.apiKey, model: model.name ?? 'test-model' };
}

function prepare(paths: StepPaths, payload: Record<string, unknown>): void {
  for (const folder of [
    paths.home,
    paths.toolCache,
    paths.workspace,
    dirname(paths.event),
    dirname(paths.output),
  ]) {
    mkdirSync(folder, { recursive: true });
  }
  writeFileSync(paths.event, JSON.stringify(payload));
  for (const file of [paths.output, paths.summary, paths.env, paths.path, paths.state])
    writeFileSync(file, '');
}

function toResult(child: ChildResult, paths: StepPaths, secrets: readonly string[]): RunResult {
  const { lines, ...process } = child;
  const { log, commands, annotations, masks, ...told } = obey(lines, secrets);
  const [outputs, state, env] = [paths.output, paths.state, paths.env].map((file) => readCommands(file));
  const summary = readSummary(paths.summary);
  const fileErrors = [outputs, state, env].flatMap((file) => (file?.error === undefined ? [] : [file.error]));
  const errors = [...told.errors, ...fileErrors];
  return {
    ...process,
    succeeded: child.exitCode === 0 && errors.length === 0,
    log,
    commands,
    annotations,
    masks,
    errors: [...errors, ...summary.errors],
    outputs: { ...told.outputs, ...outputs?.values },
    state: { ...told.state, ...state?.values },
    env: env?.values ?? {},
    summary: summary.text,
    secretsInLog: (wanted) => {
      const printed = lines.filter((line) => obey([line]).commands[0]?.name !== 'add-mask').join('\n');
      return wanted.filter((secret) => secret !== '' && printed.includes(secret));
    },
  };
}

/** A file that the process removed says nothing, as on the runner. */
function readCommands(file: string): ReturnType<typeof parseFileCommands> {
  return parseFileCommands(readIfThere(file));
}

/** A summary over the limit is dropped with an error that does not fail the step. */
function readSummary(file: string): { text: string; errors: string[] } {
  const text = readIfThere(file);
  if (text === '' || statSync(file).size <= SUMMARY_LIMIT_BYTES) return { text, errors: [] };
  return {
    text: '',
    errors: ['$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k'],
  };
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
