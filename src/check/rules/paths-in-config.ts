import type { App } from '../app.js';
import { filesRunBy } from '../config/commands.js';
import { composePaths, contextsOf, dockerPaths } from '../config/docker.js';
import { packagePaths } from '../config/package-json.js';
import { isMade, Places } from '../config/places.js';
import { tsconfigPaths } from '../config/tsconfig.js';
import { workflowPaths } from '../config/workflows.js';
import type { Facts } from '../facts.js';
import type { Finding } from '../finding.js';
import { code } from '../words.js';
import type { Checked } from './rule.js';

type Look = (path: string, text: string | undefined, data: unknown, places: Places) => readonly Finding[];

const COMPOSE = /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/;

/** Files of configuration, by their names, with what is looked for in them. */
const KINDS: readonly (readonly [RegExp, Look])[] = [
  [/(?:^|\/)package\.json$/, packagePaths],
  [/(?:^|\/)[tj]sconfig(?:\.[\w.-]+)?\.json$/, tsconfigPaths],
  [COMPOSE, composePaths],
  [/^\.github\/workflows\/[^/]+\.ya?ml$/, workflowPaths],
];

/** Copies of other people's packages, and what is filled in before it is used. */
const ASIDE =
  /(?:^|\/)(?:node_modules|fixtures?|__fixtures__|test_?data|templates?|tests?|vendor|third_party)\//;

/** Files and folders that configuration names are there. */
export function checkConfigPaths(app: App): Checked {
  const places = new Places(app);
  const contexts = [...app.facts.values()].flatMap(({ path, data }) =>
    COMPOSE.test(path) ? contextsOf(path, data) : [],
  );
  let looked = 0;
  const findings: Finding[] = [];
  const add = (found: readonly Finding[]): void => {
    looked += 1;
    findings.push(...found);
  };
  for (const facts of app.facts.values()) {
    if (ASIDE.test(facts.path)) continue;
    const look = lookFor(facts);
    if (look !== undefined) add(look(facts.path, app.files.get(facts.path), facts.data, places));
    if (facts.docker.length > 0) add(dockerPaths(facts.path, facts.docker, contexts, places));
    if (facts.path === 'Procfile') add(procfilePaths(facts.path, app.files.get(facts.path) ?? '', places));
  }
  return { looked, findings };
}

function lookFor({ path, data }: Facts): Look | undefined {
  return data === undefined ? undefined : KINDS.find(([name]) => name.test(path))?.[1];
}

function procfilePaths(path: string, text: string, places: Places): readonly Finding[] {
  return text.split('\n').flatMap((line, index): Finding[] =>
    filesRunBy(line.replace(/^[\w-]+:\s*/, '')).flatMap((file): Finding[] => {
      if (places.has(path, file) !== false || isMade(file)) return [];
      const message = `${code(path)} runs ${code(file)}, which is not there.`;
      return [{ rule: 'references', severity: 'error', path, line: index + 1, message, offers: null }];
    }),
  );
}
