import type { Fault } from './faults.js';
import type { Attachment } from './images.js';

/** What a person may do, in the names of GitHub's roles. `none` forces that answer of the permission look-up. */
export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

/** Permissions of the token under test; an absent name is no permission. */
export type Permissions = Partial<
  Record<'contents' | 'issues' | 'pull_requests' | 'metadata', 'read' | 'write'>
>;

export interface GitHubOptions {
  /** `owner/name`; default `octo/app`. */
  repository?: string;
  defaultBranch?: string;
  /** Path → content of the default branch's one commit. */
  files?: Record<string, string>;
  /** A repository without any commit. */
  empty?: boolean;
  private?: boolean;
  archived?: boolean;
  hasIssues?: boolean;
  collaborators?: Record<string, Role>;
  /** People who exist and are no collaborators. */
  users?: readonly string[];
  permissions?: Permissions;
  labels?: readonly string[];
  faults?: readonly Fault[];
  /** Where the pages of this GitHub are, when someone serves them; default where its API is. */
  serverUrl?: string;
  /** What people attached, by the UUID of `https://github.com/user-attachments/assets/UUID`. */
  images?: Readonly<Record<string, Attachment>>;
}

/** The options with every default filled in. */
export interface Settings {
  readonly owner: string;
  readonly repo: string;
  readonly repository: string;
  readonly defaultBranch: string;
  readonly files: Readonly<Record<string, string>>;
  readonly empty: boolean;
  readonly private: boolean;
  readonly archived: boolean;
  readonly hasIssues: boolean;
  readonly collaborators: Readonly<Record<string, Role>>;
  readonly users: readonly string[];
  readonly permissions: Permissions;
  readonly labels: readonly string[];
  readonly serverUrl: string | undefined;
  readonly images: Readonly<Record<string, Attachment>>;
}

/** Fills in the defaults of the README's table. */
export function settingsOf(options: GitHubOptions): Settings {
  const repository = options.repository ?? 'octo/app';
  const [owner = '', repo = ''] = repository.split('/');
  if (owner === '' || repo === '') throw new Error(`repository must be owner/name, not ${repository}`);
  return {
    owner,
    repo,
    repository,
    defaultBranch: options.defaultBranch ?? 'main',
    files: options.files ?? { 'README.md': '# app\n' },
    empty: options.empty ?? false,
    private: options.private ?? false,
    archived: options.archived ?? false,
    hasIssues: options.hasIssues ?? true,
    collaborators: options.collaborators ?? {},
    users: options.users ?? ['stranger'],
    permissions: options.permissions ?? {
      contents: 'write',
      issues: 'write',
      pull_requests: 'write',
      metadata: 'read',
    },
    labels: options.labels ?? [],
    serverUrl: options.serverUrl,
    images: options.images ?? {},
  };
}

/** Everyone who has an account: the owner first, then collaborators, then the others. */
export const peopleOf = (settings: Settings): string[] => [
  ...new Set([settings.owner, ...Object.keys(settings.collaborators), ...settings.users]),
];

/** May this person push? */
export function mayWrite(settings: Settings, login: string): boolean {
  if (login === settings.owner) return true;
  const role = settings.collaborators[login];
  return role === 'admin' || role === 'maintain' || role === 'write';
}

/** Does this person have any role here? */
export function isCollaborator(settings: Settings, login: string): boolean {
  if (login === settings.owner) return true;
  const role = settings.collaborators[login];
  return role !== undefined && role !== 'none';
}
