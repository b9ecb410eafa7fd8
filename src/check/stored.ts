import type { App } from './app.js';
import { type Exchange, exchangesOf } from './exchanges.js';
import type { Finding, Severity } from './finding.js';
import { mayBeSame } from './matched.js';
import { NearNames } from './near.js';
import { ANYTHING } from './page/texts.js';
import { wordsOf } from './page/words.js';
import { code, codes } from './words.js';

/** What is read under a name is stored under it. */
export function storedFindings(app: App): readonly Finding[] {
  const exchanges = exchangesOf(app);
  const [read, written] = [exchanges.of('key-read'), exchanges.of('key-written')];
  if (read.length === 0) return [];
  const stores = new Set(read.map(({ of }) => of ?? ''));
  const dropped = exchanges.of('key-dropped');
  return [...stores].flatMap((store) => {
    const inStore = ({ of }: Exchange) => of === store;
    return inOne(app, store, {
      read: read.filter(inStore),
      written: written.filter(inStore),
      dropped: dropped.filter(inStore),
      elsewhere: written.filter(({ of }) => of !== store),
    });
  });
}

type Keys = Readonly<Record<'read' | 'written' | 'dropped' | 'elsewhere', readonly Exchange[]>>;

function inOne(app: App, store: string, { read, written, dropped, elsewhere }: Keys): Finding[] {
  // Whatever is stored besides: its name is made of a text that stands somewhere.
  const storesAny = written.some(({ name }) => name === ANYTHING);
  const names = new Set(written.map(({ name }) => name));
  const patterns = [...names].filter((name) => name.includes('*'));
  const readNames = new Set(read.map(({ name }) => name));
  const lonely = new NearNames([...names].filter((name) => !readNames.has(name)));
  const isDropped = new Set(dropped.map(({ name }) => name));
  const isAllRead = readNames.has(ANYTHING);
  const [words, { said }] = [wordsOf(app), exchangesOf(app)];
  const told = new Set<string>();
  return read.flatMap((use): Finding[] => {
    const { name, path, line } = use;
    if (name.startsWith(ANYTHING) || names.has(name) || isDropped.has(name) || told.has(name)) return [];
    if (patterns.some((pattern) => mayBeSame(pattern, name))) return [];
    if (name.includes('*') && [...names].some((each) => mayBeSame(name, each))) return [];
    told.add(name);
    const isSaid = (use.via === null && words.has(name)) || said.has(name) || words.mayBeMade(name);
    const near = isAllRead ? null : lonely.nearest(name);
    if (near !== null && !isSaid) return [slip(app, use, near, written, storesAny ? 'warning' : 'error')];
    if (storesAny) return [];
    const other = elsewhere.find((each) => each.name === name);
    const isPlain = !isSaid && !name.includes('*');
    const message =
      other !== undefined
        ? `${code(path)} reads ${code(name)} from ${code(store)}, and it is stored in ${code(other.of ?? '')}.`
        : `${code(path)} reads ${code(name)} from ${code(store)}, and nothing stores it.`;
    if (other === undefined && (!isPlain || names.size === 0)) return [];
    const offers = names.size === 0 ? null : `Stored there: ${codes(names)}.`;
    return [{ rule: 'messages', severity: 'warning', path, line, message, offers }];
  });
}

/** Read under one name, stored under nearly the same, which nobody reads. */
function slip(
  app: App,
  { name, path, line, of }: Exchange,
  near: string,
  written: readonly Exchange[],
  severity: Severity,
): Finding {
  const other = written.find((each) => each.name === near);
  const plan = app.plan?.text ?? '';
  const isWritersFault = other !== undefined && plan.includes(name) && !plan.includes(near);
  const common = { rule: 'messages', severity } as const;
  if (isWritersFault) {
    const message = `${code(other.path)} stores ${code(near)} in ${code(of ?? '')}; ${code(path)} reads ${code(name)}, as the plan says.`;
    const offers = `${code(path)} reads ${code(name)}.`;
    return { ...common, path: other.path, line: other.line, message, offers };
  }
  const message = `${code(path)} reads ${code(name)} from ${code(of ?? '')}; what ${code(other?.path ?? '')} stores there is ${code(near)}.`;
  return { ...common, path, line, message, offers: `${code(other?.path ?? '')} stores ${code(near)}.` };
}
