import { type Contract, loadContract } from './contract.js';
import { type RunningEmulator, startEmulator } from './emulator.js';
import { createEvents, type Events } from './events.js';
import { createFaults, type Fault } from './faults.js';
import { listen } from './front.js';
import type { ImageRequest } from './images.js';
import { createJournal, type JournalEntry } from './journal.js';
import { materialise } from './materialise.js';
import { type GitHubOptions, settingsOf } from './options.js';
import { createPerson, type Person, seed } from './person.js';
import { createState, type State } from './state.js';
import { createWorld } from './world.js';

export type { Events, Payload, Sender } from './events.js';
export * from './faults.js';
export type { Attachment, ImageRequest } from './images.js';
export type { JournalEntry } from './journal.js';
export type { GitHubOptions, Permissions, Role } from './options.js';
export type { NewCommit, NewForkPullRequest, NewPullRequest, NewReview, NewReviewComment } from './person.js';
export type { Comment, Commit, Issue, PullRequest, Reaction, Review, ReviewComment } from './shapes.js';

/** GitHub on loopback, with a repository and a token to test with; see the README. */
export interface GitHub extends Person, State, Events {
  /** API base, without a slash at the end; `${url}/api/v3` works as well. */
  readonly url: string;
  /** What `html_url` begins with. */
  readonly serverUrl: string;
  readonly owner: string;
  readonly repo: string;
  readonly repository: string;
  readonly defaultBranch: string;
  /** Installation token of the program under test. */
  readonly token: string;
  readonly ownerToken: string;
  tokenOf(login: string): string;
  /** A real bare repository of all branches, written into an empty or missing directory. */
  materialise(dir: string): Promise<void>;
  /** Requests of the program under test (every token that is no person's), in order. */
  requests(): JournalEntry[];
  clearRequests(): void;
  /** What its requests broke of GitHub's OpenAPI description. */
  violations(): string[];
  /** Who asked for attached images; they are in no journal, since they are not the API's. */
  imageRequests(): ImageRequest[];
  fault(fault: Fault): void;
  close(): Promise<void>;
}

let contract: Contract | undefined;

/**
 * Starts the emulator and its front, and seeds the repository.
 *
 * @example
 * const github = await startGitHub({ collaborators: { ann: 'write', tri: 'triage' } });
 */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHub> {
  const settings = settingsOf(options);
  const [front, emulator] = await Promise.all([listen(), startEmulator(settings)]);
  const world = createWorld(settings, emulator, front.url);
  const journal = createJournal();
  const faults = createFaults(options.faults);
  contract ??= loadContract();
  await seed(world);
  front.serve(world, { contract, faults, journal });
  const { owner, repo, repository, defaultBranch } = settings;
  return {
    ...createPerson(world),
    ...createState(world),
    ...createEvents(world),
    ...{ url: front.url, serverUrl: world.serverUrl, owner, repo, repository, defaultBranch },
    ...tokens(emulator, owner),
    materialise: (dir) => materialise(world, dir),
    requests: () => [...journal.entries],
    clearRequests: () => journal.clear(),
    violations: () => [...journal.violations],
    imageRequests: () => [...world.images.requests],
    fault: (fault) => faults.add(fault),
    close: async () => void (await Promise.all([front.close(), emulator.close()])),
  };
}

const tokens = (emulator: RunningEmulator, owner: string) => ({
  token: emulator.token,
  ownerToken: emulator.tokenOf(owner),
  tokenOf: (login: string) => emulator.tokenOf(login),
});
