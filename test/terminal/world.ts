import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { type Model, NO_USAGE } from '../../src/model/port.js';
import type { DevelopEvent, DevelopRequest, Plan } from '../../src/smol/events.js';
import { run } from '../../src/terminal/run.js';
import type { Endpoint, Output, World } from '../../src/terminal/world.js';

/** A folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'smol-terminal-')));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** A stream that keeps what was written to it. */
export class Recorder extends Writable {
  readonly isTTY: boolean;
  readonly columns = 80;
  readonly rows = 24;
  text = '';
  /** When each write came, in milliseconds. */
  readonly writes: number[] = [];

  constructor(isTTY = false) {
    super({ decodeStrings: false });
    this.isTTY = isTTY;
  }

  override _write(chunk: string, _encoding: string, done: () => void): void {
    this.text += chunk;
    this.writes.push(performance.now());
    done();
  }
}

/** A model that is asked for nothing but its name and prices: a dollar for a million tokens. */
export function namedModel(name = 'test-model', usdPerToken: number | null = 1e-6): Model {
  const refuse = () => Promise.reject(new Error('This model is never called.'));
  return {
    nameOf: () => name,
    streamText: refuse,
    object: refuse,
    cost: (_, { inputTokens, outputTokens }) =>
      usdPerToken === null ? null : (inputTokens + outputTokens) * usdPerToken,
  };
}

export type ScriptedFile = {
  content: string;
  setAside?: string;
  fails?: Error;
  /** Called when the file is due; the file waits for it. */
  before?: (signal: AbortSignal | undefined) => Promise<void> | void;
};

export type Script = {
  plan?: string;
  planFails?: Error;
  files: Record<string, ScriptedFile | string>;
  refused?: Plan['refused'];
};

/** A development that goes as written, and keeps what it was asked. */
export function scripted(script: Script): World['develop'] & { requests: DevelopRequest[] } {
  const requests: DevelopRequest[] = [];
  async function* develop(request: DevelopRequest): AsyncGenerator<DevelopEvent, void, void> {
    requests.push(request);
    yield { type: 'plan.start' };
    if (script.planFails) throw script.planFails;
    const text = request.resume?.plan ?? script.plan ?? '# App\n\nA plan.\n';
    if (!request.resume) yield { type: 'plan.delta', text };
    request.signal?.throwIfAborted();
    const files = Object.entries(script.files).map(([path, file]) => ({
      path,
      file: typeof file === 'string' ? { content: file } : file,
    }));
    const plan: Plan = {
      text,
      title: 'App',
      files: files.map(({ path, file }) => ({
        path,
        lines: 10,
        description: '',
        uses: [],
        setAside: file.setAside ?? null,
        action: 'add',
        from: null,
      })),
      refused: script.refused ?? [],
      replies: [],
    };
    yield { type: 'plan.done', plan, reused: request.resume !== undefined };
    const made = new Map<string, string>();
    const failed: { path: string; error: Error }[] = [];
    for (const { path, file } of files) {
      const old = request.resume?.files.get(path);
      if (old === undefined) {
        yield { type: 'file.start', path };
        yield { type: 'file.delta', path, text: file.content };
        await file.before?.(request.signal);
      }
      const error = request.signal?.aborted ? new Error('aborted') : file.fails;
      if (error !== undefined && old === undefined) {
        failed.push({ path, error });
        yield { type: 'file.failed', path, error };
        continue;
      }
      made.set(path, old ?? file.content);
      yield { type: 'file.done', path, content: old ?? file.content, reused: old !== undefined };
    }
    const usage = { ...NO_USAGE, inputTokens: 1200, cachedTokens: 1024, outputTokens: 345, costUsd: 0.0123 };
    yield { type: 'usage', usage };
    const checks = { found: [], left: [], looked: new Map(), skipped: [], unmended: null };
    yield {
      type: 'done',
      result: { plan, files: made, drawn: new Map(), unmade: [], failed, checks, usage },
    };
  }
  return Object.assign(develop, { requests });
}

export type Ran = { code: number; stdout: string; stderr: string; endpoints: Endpoint[] };

export type Terminal = {
  cwd: string;
  develop: World['develop'];
  model?: Model;
  env?: Record<string, string>;
  /** Given: a terminal whose person types this. */
  types?: string;
  stdout?: Recorder;
  stderr?: Recorder;
  signal?: AbortSignal;
  createModel?: World['createModel'];
};

/** Runs `smol` with these arguments in a world of a test. */
export async function smol(argv: readonly string[], terminal: Terminal): Promise<Ran> {
  const isTerminal = terminal.types !== undefined;
  const stdout = terminal.stdout ?? new Recorder(isTerminal);
  const stderr = terminal.stderr ?? new Recorder(isTerminal);
  const stdin = new PassThrough();
  if (terminal.types !== undefined) whenAsked(stderr, () => stdin.write(terminal.types));
  const endpoints: Endpoint[] = [];
  const code = await run(argv, {
    cwd: terminal.cwd,
    env: { OPENAI_API_KEY: 'sk-test-key-0123456789', ...terminal.env },
    stdin,
    stdout: stdout as Output,
    stderr: stderr as Output,
    isTerminal,
    now: () => performance.now(),
    version: () => '1.2.3',
    createModel: async (endpoint) => {
      endpoints.push(endpoint);
      return terminal.createModel?.(endpoint) ?? terminal.model ?? namedModel();
    },
    develop: terminal.develop,
    signal: terminal.signal ?? new AbortController().signal,
  });
  return { code, stdout: stdout.text, stderr: stderr.text, endpoints };
}

/** Answers once the question stands there: what is typed before is lost. */
function whenAsked(stderr: Recorder, answer: () => void): void {
  const timer = setInterval(() => {
    if (!stderr.text.includes('Yes')) return;
    clearInterval(timer);
    answer();
  }, 10);
  onTestFinished(() => clearInterval(timer));
}

/** A small app, and its development. */
export const APP: Script = {
  plan: '# Tic Tac Toe\n\n## Files\n\n- `index.html`\n- `src/game.js`\n',
  files: {
    'index.html': '<!doctype html>\n',
    'src/game.js': 'export const size = 3;\nexport const empty = 0;\n',
  },
};

/** A folder in which `run` develops one script each time. */
export async function folderOf(script: Script = APP) {
  const cwd = await temporaryFolder();
  const develop = scripted(script);
  const run = (argv: readonly string[] = ['a game'], terminal: Partial<Terminal> = {}): Promise<Ran> =>
    smol(argv, { cwd, develop, ...terminal });
  return { cwd, develop, run };
}
