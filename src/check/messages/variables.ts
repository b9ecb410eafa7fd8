import type { App } from '../app.js';
import type { Finding } from '../finding.js';
import { NearNames } from '../near.js';
import { nameOf } from '../page/paths.js';
import { purposeOf } from '../purpose.js';
import { code, codes } from '../words.js';
import { containedIn } from './contained.js';
import { exchangesOf } from './exchanges.js';

/** Variables that systems, shells, hosts and tools set. */
const SET =
  /^(?:NODE_\w*|PATH|HOME|USER|USERNAME|LANG|LC_\w+|PWD|OLDPWD|TMPDIR|TMP|TEMP|CI|DEBUG|TZ|SHELL|TERM\w*|COLUMNS|LINES|EDITOR|VISUAL|PAGER|BROWSER|DISPLAY|NO_COLOR|FORCE_COLOR|COLORTERM|APPDATA|LOCALAPPDATA|HOMEDRIVE|HOMEPATH|USERPROFILE|PROGRAMFILES\w*|COMSPEC|WINDIR|SYSTEMROOT|HOSTNAME|LOGNAME|OS|XDG_\w+|npm_\w+|GITHUB_\w+|RUNNER_\w+|VERCEL\w*|NETLIFY|JEST_\w+|VITEST\w*|MODE|DEV|PROD|SSR|BASE_URL|https?_proxy|no_proxy|HTTPS?_PROXY|NO_PROXY|PYTHON\w*|VIRTUAL_ENV|SSH_\w+|WSL_\w+|PORT|HOST|__\w+)$/i;

/** Longer texts are data. */
const LONGEST = 200_000;

/** Files that list what has to be set. */
const LISTS =
  /^(?:\.env(?:\.[\w-]+)*|[\w-]*\.env(?:\.(?:example|sample|template|dist))?|env\.(?:example|sample|template))$/;
const CODE =
  /\.(?:[cm]?[jt]sx?|vue|svelte|py|pyi|html?|css|scss|lock|map|snap)$|(?:^|\/)package-lock\.json$/i;

type Read = {
  readonly name: string;
  readonly path: string;
  readonly line: number;
  readonly isOptional: boolean;
};

/** Variables of the environment that code reads are named where people look for them. */
export function variableFindings(app: App): readonly Finding[] {
  const read = readIn(app);
  if (read.length === 0) return [];
  const { elsewhere, listed, list } = writtenIn(app);
  const written = new Set([...elsewhere, ...listed]);
  const wanted = new Set(read.map(({ name }) => name));
  const isToldOf = [...wanted].some((name) => written.has(name));
  if (!isToldOf && list === null && !app.files.has('README.md')) return [];
  const unread = [...listed].filter((name) => !wanted.has(name));
  const unlisted = [...wanted].filter((name) => !listed.has(name) && !SET.test(name));
  const [near, longer] = [new NearNames(unread), containedIn(unread, unlisted)];
  const nearAny = (name: string) => near.nearest(name) ?? longer.get(name) ?? null;
  // What nothing but the list has is a slip in it, even of a name that people are told of elsewhere.
  const slips = new NearNames(unread.filter((name) => !elsewhere.has(name)));
  const nearSlip = (name: string) => {
    const slip = slips.nearest(name);
    return slip === null || isInCode(app, slip) ? null : slip;
  };
  const scripts = [...app.facts.values()].flatMap((facts) => facts.scripts);
  const isMentioned = (name: string) => scripts.some(({ browser }) => browser.mentions.has(name));
  const told = new Set<string>();
  const untold = new Map<string, Read[]>();
  const findings: Finding[] = [];
  for (const one of read) {
    const { name, path, line, isOptional } = one;
    if (listed.has(name) || told.has(name)) continue;
    const isKnown = SET.test(name) || written.has(name) || isMentioned(name);
    const other = list === null ? null : (isKnown ? nearSlip : nearAny)(name);
    if (other === null && (isKnown || (isOptional && !isToldOf))) continue;
    told.add(name);
    if (other === null || list === null) {
      untold.set(path, [...(untold.get(path) ?? []), one]);
      continue;
    }
    const message = `${code(path)} reads ${code(name)} from the environment; in ${code(list)} it is ${code(other)}.`;
    const offers = `${code(list)} has ${codes(listed)}.`;
    findings.push({ rule: 'messages', severity: 'warning', path, line, message, offers });
  }
  return [...findings, ...[...untold].map(([path, all]) => untoldFinding(path, all))];
}

/** Whether code has a name in whatever way: as a setting of a class, in a list of what is wanted. */
function isInCode({ files }: App, name: string): boolean {
  const all = [name, name.toLowerCase()];
  return [...files].some(([path, text]) => CODE.test(path) && all.some((each) => text.includes(each)));
}

/** One note a file: a person reads on where the first is. */
function untoldFinding(path: string, all: readonly Read[]): Finding {
  const names = codes(
    all.map(({ name }) => name),
    5,
  );
  const message = `${code(path)} reads ${names} from the environment, and nothing tells people to set ${all.length === 1 ? 'it' : 'them'}.`;
  return { rule: 'messages', severity: 'note', path, line: all[0]?.line ?? null, message, offers: null };
}

function readIn(app: App): readonly Read[] {
  const inScripts = exchangesOf(app)
    .of('variable-read')
    .map(({ name, path, line, of }) => ({ name, path, line, isOptional: of === 'optional' }));
  const inPython = [...app.facts.values()].flatMap(({ path, python }): Read[] =>
    purposeOf(path) === 'source' ? (python?.variables ?? []).map((variable) => ({ ...variable, path })) : [],
  );
  return [...inScripts, ...inPython];
}

type Written = {
  /** Names in capitals in whatever is neither code nor the list. */
  readonly elsewhere: ReadonlySet<string>;
  /** Those of a file that lists them. */
  readonly listed: ReadonlySet<string>;
  readonly list: string | null;
};

function writtenIn(app: App): Written {
  const elsewhere = new Set<string>();
  const listed = new Set<string>();
  let list: string | null = null;
  for (const [path, text] of app.files) {
    if (CODE.test(path) || text.length > LONGEST) continue;
    const isList = LISTS.test(nameOf(path));
    if (isList) list ??= path;
    for (const name of text.match(/\b(?:[A-Z]\w{1,100}|(?=[a-z]\w{0,99}_)[a-z]\w{1,100})\b/g) ?? []) {
      if (!isList) elsewhere.add(name);
      else if (/^[A-Z][A-Z0-9_]+$/.test(name)) listed.add(name);
    }
  }
  return { elsewhere, listed, list };
}
