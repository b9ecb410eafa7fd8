import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

type JsonObject = Record<string, unknown>;

/** The folders and files a step gets. */
export type StepPaths = {
  home: string;
  temp: string;
  toolCache: string;
  workspace: string;
  event: string;
  output: string;
  summary: string;
  env: string;
  path: string;
  state: string;
};

/** What decides the environment of a step. */
export type StepFacts = {
  event: string;
  payload: JsonObject;
  apiUrl: string;
  token: string;
  paths: StepPaths;
};

/** The paths inside a fresh folder; nothing is created. */
export function stepPaths(root: string, repository: string): StepPaths {
  const name = repository.split('/')[1] ?? 'repository';
  const commands = join(root, 'work', '_temp', '_runner_file_commands');
  return {
    home: join(root, 'home'),
    temp: join(root, 'work', '_temp'),
    toolCache: join(root, 'toolcache'),
    workspace: join(root, 'work', name, name),
    event: join(root, 'work', '_temp', '_github_workflow', 'event.json'),
    output: join(commands, 'set_output'),
    summary: join(commands, 'step_summary'),
    env: join(commands, 'set_env'),
    path: join(commands, 'add_path'),
    state: join(commands, 'save_state'),
  };
}

/** `owner/name` of the repository an event belongs to, `octo/app` when its payload does not say. */
export function repositoryOf(payload: JsonObject): string {
  return textAt(payload, 'repository', 'full_name') ?? 'octo/app';
}

/** The variables a hosted Linux runner sets for a JavaScript action, inputs not among them. */
export function stepEnvironment(facts: StepFacts): Record<string, string> {
  const { paths } = facts;
  return {
    ...github(facts),
    CI: 'true',
    HOME: paths.home,
    LANG: 'C.UTF-8',
    PATH: process.env.PATH ?? '',
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: paths.temp,
    RUNNER_TOOL_CACHE: paths.toolCache,
    RUNNER_TRACKING_ID: 'github_00000000-0000-0000-0000-000000000000',
    RUNNER_WORKSPACE: join(paths.workspace, '..'),
    AGENT_TOOLSDIRECTORY: paths.toolCache,
    ImageOS: 'ubuntu24',
    ImageVersion: '20261101.1.0',
  };
}

function github({ event, payload, apiUrl, paths }: StepFacts): Record<string, string> {
  const repository = repositoryOf(payload);
  const branch = textAt(payload, 'repository', 'default_branch') ?? 'main';
  const actor = textAt(payload, 'sender', 'login') ?? 'octocat';
  // These two events run on the merge ref of the pull request, all others of ours on the default branch.
  const pull = event.startsWith('pull_request') ? textAt(payload, 'pull_request', 'number') : undefined;
  const ref = pull === undefined ? `refs/heads/${branch}` : `refs/pull/${pull}/merge`;
  const sha = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';
  return {
    GITHUB_ACTION: '__octo_smol',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION_REF: 'v1',
    GITHUB_ACTION_REPOSITORY: 'octo/smol',
    GITHUB_ACTOR: actor,
    GITHUB_ACTOR_ID: textAt(payload, 'sender', 'id') ?? '583231',
    GITHUB_API_URL: apiUrl,
    GITHUB_BASE_REF: pull === undefined ? '' : (textAt(payload, 'pull_request', 'base', 'ref') ?? branch),
    GITHUB_ENV: paths.env,
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: paths.event,
    // On GitHub Enterprise Server the one is /api/v3, the other /api/graphql.
    GITHUB_GRAPHQL_URL: `${apiUrl.replace(/\/v3$/, '')}/graphql`,
    GITHUB_HEAD_REF: pull === undefined ? '' : (textAt(payload, 'pull_request', 'head', 'ref') ?? ''),
    GITHUB_JOB: 'smol',
    GITHUB_OUTPUT: paths.output,
    GITHUB_PATH: paths.path,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|pull)\//, ''),
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_ID: textAt(payload, 'repository', 'id') ?? '1296269',
    GITHUB_REPOSITORY_OWNER: repository.split('/')[0] ?? '',
    GITHUB_REPOSITORY_OWNER_ID: textAt(payload, 'repository', 'owner', 'id') ?? '583231',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1658821493',
    GITHUB_RUN_NUMBER: '3',
    GITHUB_SERVER_URL: new URL(apiUrl).origin,
    GITHUB_SHA: sha,
    GITHUB_STATE: paths.state,
    GITHUB_STEP_SUMMARY: paths.summary,
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_WORKFLOW: 'smol',
    GITHUB_WORKFLOW_REF: `${repository}/.github/workflows/smol.yml@${ref}`,
    GITHUB_WORKFLOW_SHA: sha,
    GITHUB_WORKSPACE: paths.workspace,
  };
}

/**
 * The `INPUT_*` variables: every input of `action.yml` with its default or an empty string, then what the workflow gave.
 * Names are upper-cased and spaces become underscores; hyphens stay. `${{ github.x }}` in a default is the value of the
 * variable `GITHUB_X`, or the token.
 *
 * @throws Error for an input that `action.yml` does not name, and for any other expression
 */
export function inputEnvironment(
  actionFile: string,
  inputs: Readonly<Record<string, string>>,
  github: Readonly<Record<string, string>>,
  token: string,
): Record<string, string> {
  const declared = declaredInputs(actionFile);
  const unknown = Object.keys(inputs).find((name) => !(name in declared));
  if (unknown !== undefined) {
    throw new Error(`Unexpected input '${unknown}', valid inputs are ${Object.keys(declared).join(', ')}`);
  }
  const values = Object.entries({ ...declared, ...inputs }).map(([name, value]): [string, string] => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    name in inputs ? value : evaluate(value, github, token),
  ]);
  return Object.fromEntries(values);
}

function declaredInputs(actionFile: string): Record<string, string> {
  const action: unknown = parse(readFileSync(actionFile, 'utf8'));
  const inputs = isObject(action) && isObject(action.inputs) ? action.inputs : {};
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [
      name,
      String((isObject(input) ? input.default : undefined) ?? ''),
    ]),
  );
}

function evaluate(text: string, github: Readonly<Record<string, string>>, token: string): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const name = /^github\.(\w+)$/.exec(expression)?.[1];
    const value =
      name === 'token' ? token : name === undefined ? undefined : github[`GITHUB_${name.toUpperCase()}`];
    if (value === undefined) throw new Error(`This runner cannot evaluate \${{ ${expression} }}`);
    return value;
  });
}

function textAt(value: unknown, ...path: string[]): string | undefined {
  const found = path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
