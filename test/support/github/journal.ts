import { decodePath, type FrontRequest } from './wire.js';

/** One request of the program under test. */
export interface JournalEntry {
  readonly method: string;
  /** Decoded, without `/api/v3` and query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** What was answered; 0 while it is open and when the connection was cut. */
  status: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The requests and contract violations of the program under test, in the order they came. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
  readonly violations: readonly string[];
  /** Requests since the start, cleared ones too. */
  readonly total: number;
  open(request: FrontRequest, violations: readonly string[]): { close(status: number): void };
  clear(): void;
}

/** An empty journal. */
export function createJournal(): Journal {
  let entries: JournalEntry[] = [];
  const violations: string[] = [];
  let total = 0;
  return {
    get entries() {
      return entries;
    },
    get total() {
      return total;
    },
    violations,
    open(request, found) {
      const { method, path, query, body } = request;
      const at = Date.now();
      const entry = { method, path: decodePath(path), query: Object.fromEntries(query), body, status: 0, at };
      entries.push(entry);
      violations.push(...found);
      total += 1;
      return {
        close: (status) => {
          entry.status = status;
        },
      };
    },
    clear: () => {
      entries = [];
    },
  };
}
