import type { Readable, Writable } from 'node:stream';
import type { Model } from '../model/port.js';
import type { DevelopEvent, DevelopRequest } from '../smol/events.js';

/** A stream that may be a terminal, with its size in characters. */
export type Output = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
};

/** The endpoint and how to talk to it. What is undefined is left to the model room. */
export type Endpoint = {
  readonly apiKey: string | null;
  readonly baseUrl?: string | undefined;
  readonly model?: string | undefined;
  readonly planModel?: string | undefined;
  readonly effort?: string | undefined;
  readonly temperature?: number | undefined;
  readonly maxOutputTokens?: number | undefined;
  readonly idleTimeoutMs?: number | undefined;
  readonly concurrency?: number | undefined;
};

/** All that the command line has to do with besides the disk. */
export type World = {
  /** Absolute; relative paths start here. */
  readonly cwd: string;
  /** Read: OPENAI_API_KEY, OPENAI_BASE_URL, NO_COLOR, TERM. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  /** Results: the plan and the summary. */
  readonly stdout: Output;
  /** What happens meanwhile, questions, errors. */
  readonly stderr: Output;
  /** Whether a person sits there who can be asked. */
  readonly isTerminal: boolean;
  /** Milliseconds; only differences matter. */
  readonly now: () => number;
  readonly version: () => string;
  readonly createModel: (endpoint: Endpoint) => Promise<Model>;
  readonly develop: (request: DevelopRequest, model: Model) => AsyncGenerator<DevelopEvent, void, void>;
  /** Aborted when the person interrupts. */
  readonly signal: AbortSignal;
};
