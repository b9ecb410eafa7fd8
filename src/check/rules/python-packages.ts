import type { App } from '../app.js';
import type { Finding } from '../finding.js';
import type { PythonImport } from '../python/facts.js';
import { Modules } from '../python/modules.js';
import { isAmong, isDeclared, type Requirements, requirementsOf } from '../python/requirements.js';
import { mayBeStandard } from '../python/standard-library.js';
import { code, codes } from '../words.js';
import type { Checked } from './rule.js';

/** Files that are not run with the app: what they need may be installed by whoever runs them. */
const BESIDE =
  /(?:^|\/)(?:tests?|testing|docs?|examples?|samples?|demos?|benchmarks?|bench|scripts|tools|ci|\.[^/]+|notebooks?|plugins?|contrib|integrations?|fixtures?|vendor|_vendor(?:ed)?|third_party)\/|(?:^|\/)(?:setup|conftest|noxfile|tasks|fabfile|conf|dodo|wscript|[^/]*test|test_[^/]*)\.py$/i;

/** Made of a `.proto` file before it is needed. */
const IS_COMPILED = /_pb2(?:_grpc)?$/;

/** What Python imports comes with it, is in the set, or is declared. */
export function checkPythonPackages(app: App): Checked {
  const files = [...app.facts.values()].filter(({ python }) => python !== null);
  if (files.length === 0) return { looked: 0, findings: [] };
  const modules = new Modules(app);
  const findings: Finding[] = [];
  // Where nothing is declared at all, that is told of each package once.
  const toldOnce = new Set<string>();
  for (const { path, python } of files) {
    const requirements = requirementsOf(app, path);
    const told = requirements === null ? toldOnce : new Set<string>();
    for (const each of python?.imports ?? []) {
      const top = each.module.split('.')[0] ?? '';
      if (told.has(top) || !isFromElsewhere(each, top, modules)) continue;
      const finding = undeclared(path, each, top, requirements);
      if (finding !== null) findings.push(finding);
      if (finding !== null || requirements !== null) told.add(top);
    }
  }
  return { looked: files.length, findings };
}

function isFromElsewhere({ level, runs }: PythonImport, top: string, modules: Modules): boolean {
  return level === 0 && runs === 'always' && top !== '' && !mayBeStandard(top) && !modules.names.has(top);
}

function undeclared(
  path: string,
  { line, isLate }: PythonImport,
  top: string,
  requirements: Requirements | null,
): Finding | null {
  if (path.endsWith('.pyi') || (isLate && BESIDE.test(path)) || IS_COMPILED.test(top)) return null;
  const uses = `${code(path)} imports ${code(top)}, which is no file here and does not come with Python`;
  if (requirements === null) {
    const message = `${uses}, and no list of requirements names it.`;
    return { rule: 'packages', severity: 'warning', path, line, message, offers: null };
  }
  if (!requirements.isWhole || isDeclared(top, requirements.names)) return null;
  const isThere = isAmong(top, requirements.locked);
  const severity = isThere || isLate || BESIDE.test(path) ? 'warning' : 'error';
  const hint = isThere ? ' It is there only as long as another package needs it.' : '';
  const message = `${uses}, and ${codes(requirements.sources)} ${requirements.sources.length === 1 ? 'does' : 'do'} not name it.${hint}`;
  const names = [...requirements.names].filter((name) => name !== '');
  const offers = names.length === 0 ? null : `Declared ${names.length === 1 ? 'is' : 'are'} ${codes(names)}.`;
  return { rule: 'packages', severity, path, line, message, offers };
}
