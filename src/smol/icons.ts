import { type Colour, readColour } from '../icon/colours.js';
import { drawIcon } from '../icon/draw.js';
import type { PlannedFile } from './events.js';
import { isDrawn, sizeInName, usualSize } from './icon-path.js';

/** How deep manifests are looked into. */
const DEEPEST = 6;
/** Longer ones are none that a person wrote. Characters. */
const LONGEST_MANIFEST = 200_000;

/**
 * Draws the icons of a plan, each in the size that its name or a manifest says, when it is asked for: a large one takes
 * a fifth of a second. What is drawn depends on nothing else.
 *
 * @param files path → text of the app.
 * @param title what the app is called where no manifest gives it a name.
 * @returns paths with bytes, in the plan's order.
 */
export function* drawIcons(
  planned: readonly PlannedFile[],
  files: ReadonlyMap<string, string>,
  title: string,
): Generator<[path: string, bytes: Uint8Array], void, void> {
  const icons = planned.filter(isDrawn);
  const manifests = readManifests(files);
  const sizes = new Map(manifests.flatMap(({ sizes }) => [...sizes]));
  const whole = new Set(manifests.flatMap(({ whole }) => [...whole]));
  const colour = manifests.find(({ colour }) => colour !== null)?.colour ?? null;
  const name = manifests.find(({ name }) => name !== null)?.name ?? plainTitle(title);
  for (const { path } of icons) {
    const size = sizeInName(path) ?? sizes.get(path) ?? usualSize(path);
    const isWhole = whole.has(path) || /apple-touch|maskable/i.test(path);
    yield [path, drawIcon({ path, name, size, colour, isWhole })];
  }
}

/** `Lunch Poll: a page for teams` → `Lunch Poll`. */
function plainTitle(title: string): string {
  const [name = ''] = title.replace(/[`*_]/g, '').split(/:| [-–—|] |[(|]/, 1);
  return name.trim();
}

type Manifest = {
  readonly name: string | null;
  readonly colour: Colour | null;
  /** Path of an icon → pixels. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Paths of icons that a system cuts into a shape of its own. */
  readonly whole: ReadonlySet<string>;
};

/** What manifests of web apps and of browser extensions say. Their icons' addresses are taken for every place that they may mean. */
function readManifests(files: ReadonlyMap<string, string>): Manifest[] {
  return [...files].flatMap(([path, text]) => {
    const isManifest = /(?:^|\/)(?:[\w-]*manifest[\w-]*\.json|[\w-]+\.webmanifest)$/i.test(path);
    if (!isManifest || text.length > LONGEST_MANIFEST) return [];
    const manifest = parse(text);
    if (!isObject(manifest)) return [];
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const icons = [...addressed(manifest, 0)].flatMap(({ address, ...said }) =>
      placesOf(address, folder, files).map((place) => ({ place, ...said })),
    );
    const { theme_color: theme } = manifest;
    return [
      {
        name: nameIn(manifest),
        colour: typeof theme === 'string' ? readColour(theme) : null,
        sizes: new Map(icons.flatMap(({ place, size }) => (size === null ? [] : [[place, size]]))),
        whole: new Set(icons.filter(({ isMaskable }) => isMaskable).map(({ place }) => place)),
      },
    ];
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name that stands there, not one that is looked up in a language's messages. */
function nameIn({ name, short_name }: Readonly<Record<string, unknown>>): string | null {
  const names = [name, short_name].filter((one) => typeof one === 'string');
  return names.find((one) => one.trim() !== '' && !one.startsWith('__MSG_'))?.trim() ?? null;
}

type Addressed = { readonly address: string; readonly size: number | null; readonly isMaskable: boolean };

/** `{ "src": "icon.png", "sizes": "192x192" }` and `{ "128": "icon.png" }`, wherever they stand. */
function* addressed(value: unknown, depth: number): Generator<Addressed> {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return;
  if (isObject(value) && typeof value.src === 'string') {
    const { src: address, sizes, purpose } = value;
    const [, size] = typeof sizes === 'string' ? (/(\d{1,4})x\1(?!\d)/i.exec(sizes) ?? []) : [];
    const isMaskable = typeof purpose === 'string' && /\bmaskable\b/i.test(purpose);
    yield { address, size: size === undefined ? null : Number(size), isMaskable };
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const isSized = !Array.isArray(value) && /^\d{1,4}$/.test(key) && typeof inner === 'string';
    if (isSized && Number(key) > 0) yield { address: inner, size: Number(key), isMaskable: false };
    else yield* addressed(inner, depth + 1);
  }
}

/** Beside the manifest, or in the folder that a server has its files in. */
function placesOf(address: string, folder: string, files: ReadonlyMap<string, string>): string[] {
  const path = address.replace(/[?#].*$/, '').replace(/^\.?\/+/, '');
  const roots = ['', 'public/', 'static/', 'src/'].filter(
    (root) => root === '' || [...files.keys()].some((file) => file.startsWith(root)),
  );
  return [...new Set([folder + path, ...roots.map((root) => root + path)])];
}
