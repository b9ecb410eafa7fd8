import { type Break, type BreakKind, spliced, type Texts, withText } from './break.js';
import { otherNames, placeOf, SCRIPT, type Spot, spotsOf } from './spots.js';

/** Two sides that have to have the same name, and how each writes it. */
type Pair = {
  readonly kind: BreakKind;
  readonly uses: RegExp;
  readonly makes: RegExp;
  readonly files?: RegExp;
};

const PAIRS: readonly Pair[] = [
  {
    kind: 'key changed',
    uses: /localStorage\.getItem\(\s*['"]([\w:.-]+)['"]/g,
    makes: /localStorage\.setItem\(\s*['"]([\w:.-]+)['"]/g,
  },
  {
    kind: 'key changed',
    uses: /sessionStorage\.getItem\(\s*['"]([\w:.-]+)['"]/g,
    makes: /sessionStorage\.setItem\(\s*['"]([\w:.-]+)['"]/g,
  },
  {
    kind: 'key changed',
    uses: /storage\.local\.get\(\s*\[?\s*['"]([\w:.-]+)['"]/g,
    makes: /storage\.local\.set\(\s*\{\s*['"]?([\w:.-]+)['"]?\s*:/g,
  },
  {
    kind: 'key changed',
    uses: /storage\.sync\.get\(\s*\[?\s*['"]([\w:.-]+)['"]/g,
    makes: /storage\.sync\.set\(\s*\{\s*['"]?([\w:.-]+)['"]?\s*:/g,
  },
  {
    kind: 'event changed',
    uses: /\.addEventListener\(\s*['"]([\w:.-]+)['"]/g,
    makes: /new (?:Custom)?Event\(\s*['"]([\w:.-]+)['"]/g,
  },
  {
    kind: 'event changed',
    uses: /\.(?:on|once)\(\s*['"]([\w:.-]+)['"]\s*,/g,
    makes: /\.emit\(\s*['"]([\w:.-]+)['"]/g,
  },
  {
    kind: 'message changed',
    uses: /\.(?:type|action|cmd|command|kind)\s*===?\s*['"]([\w:.-]+)['"]|case\s+['"]([\w:.-]+)['"]\s*:/g,
    makes:
      /(?:sendMessage|postMessage)\(\s*\{\s*['"]?(?:type|action|cmd|command|kind)['"]?\s*:\s*['"]([\w:.-]+)['"]/g,
  },
  {
    kind: 'message changed',
    uses: /ipcMain\.(?:on|once|handle|handleOnce)\(\s*['"]([\w:.-]+)['"]/g,
    makes: /ipcRenderer\.(?:send|sendSync|invoke)\(\s*['"]([\w:.-]+)['"]/g,
  },
];

/**
 * Names under which something is stored, sent or set, changed on one side.
 *
 * Only where the changed spot is the only one of its side, and the name stands nowhere else in code, so that the two
 * sides do not meet any more. Both are right places to say so.
 */
export function breaksOfKeys(files: Texts): Break[] {
  const pairs = PAIRS.flatMap(({ kind, uses, makes }) =>
    broken(files, kind, spotsOf(files, SCRIPT, uses), spotsOf(files, SCRIPT, makes)),
  );
  return [...pairs, ...variables(files)];
}

function broken(files: Texts, kind: BreakKind, uses: readonly Spot[], makes: readonly Spot[]): Break[] {
  const names = new Set(
    uses.map(({ name }) => name).filter((name) => makes.some((make) => make.name === name)),
  );
  return [...names].flatMap((name): Break[] => {
    const isNamed = (spot: Spot) => spot.name === name;
    const [read, made] = [uses.filter(isNamed), makes.filter(isNamed)];
    if (kind === 'event changed' && !isOwn(name)) return [];
    if (countOf(files, name) !== read.length + made.length) return [];
    return [read, made].flatMap((side) => {
      const [only, ...more] = side;
      return only === undefined || more.length > 0 ? [] : changed(files, kind, only, [...read, ...made]);
    });
  });
}

/** An event of one word may be sent by anybody: a browser, a stream, a library. */
function isOwn(event: string): boolean {
  return /[:._-]|[a-z][A-Z]/.test(event);
}

/** How often a name stands in code, in quotes or as the key of an object. */
function countOf(files: Texts, name: string): number {
  const plain = name.replaceAll('.', '\\.');
  const word = new RegExp(`(['"\`])${plain}\\1|(?<![\\w$.-])${plain}\\s*:|\\.${plain}(?![\\w$])`, 'g');
  let count = 0;
  for (const [path, text] of files) {
    if (/\.(?:[cm]?[jt]sx?|html?|vue|svelte|json)$/.test(path)) count += [...text.matchAll(word)].length;
  }
  return count;
}

/** Variables of the environment that a list names and code reads. */
function variables(files: Texts): Break[] {
  const read = spotsOf(
    files,
    /\.(?:[cm]?[jt]sx?|py)$/,
    /process\.env\.([A-Z][A-Z\d_]+)\b|os\.(?:environ\[|getenv\(|environ\.get\()\s*['"]([A-Z][A-Z\d_]+)['"]/g,
  );
  const listed = spotsOf(files, /(?:^|\/)\.env\.(?:example|sample|template)$/, /^([A-Z][A-Z\d_]+)=/gm);
  return listed.flatMap((spot): Break[] => {
    const users = read.filter(({ name }) => name === spot.name);
    const isTold = listed.filter(({ name }) => name === spot.name).length === 1;
    if (users.length !== 1 || !isTold || isSetByHosts(spot.name)) return [];
    return [...users, spot].flatMap((side) => changed(files, 'variable changed', side, [...users, spot]));
  });
}

/** Set by what runs the program, whatever a list says. */
function isSetByHosts(name: string): boolean {
  return /^(?:NODE_ENV|PORT|HOST|HOME|PATH|DEBUG|CI)$/.test(name);
}

function changed(files: Texts, kind: BreakKind, spot: Spot, sides: readonly Spot[]): Break[] {
  return otherNames(spot.name).map((by): Break => {
    const text = files.get(spot.path) ?? '';
    const before = text.slice(0, spot.at);
    // A key without quotes takes no hyphen.
    const quoted = /['"]$/.test(before) || /^[\w$]+$/.test(by) || spot.path.includes('.env') ? by : `'${by}'`;
    return {
      kind,
      what: `${spot.name} → ${by} in ${spot.path}`,
      files: withText(files, spot.path, spliced(text, spot.at, spot.at + spot.name.length, quoted)),
      places: sides.map((side) => placeOf(files, side)),
    };
  });
}
