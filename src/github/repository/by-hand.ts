import { checkPath } from '../../smol/paths.js';

// By these rules GitHub leaves files out of diffs and of a repository's languages, as far as a path tells
// (github-linguist: lib/linguist/vendor.yml and generated.rb); and what today's build tools make.

/** Folders that hold what others wrote, or what a program made. */
const FOLDERS = new Set(
  (
    'node_modules bower_components vendor vendors third_party third-party thirdparty external externals extern godeps pods carthage ' +
    'dist build out target obj coverage htmlcov storybook-static _site ' +
    '.next .nuxt .svelte-kit .output .vercel .netlify .turbo .parcel-cache .cache .angular .expo .gradle ' +
    'venv .tox .nox .eggs .mypy_cache .pytest_cache .ruff_cache .ipynb_checkpoints .bundle ' +
    '.yarn .pnpm-store .terraform .serverless .dart_tool deriveddata cmakefiles ' +
    '__snapshots__ __image_snapshots__ __recordings__ cassettes __generated__ generated'
  ).split(' '),
);

/** Names of files that a program made, or that come with one. */
const NAMES = [
  /[.-](?:min|bundle|chunk)\.\w+$/,
  /\.(?:map|snap|log|tsbuildinfo|orig|rej)$/,
  /\.(?:generated|gen|g|pb|pbobjc|designer|freezed|mocks)\.\w+$/,
  /\.pb\.\w+\.\w+$/,
  /_pb2?(?:_grpc)?\.(?:pyi?|js|ts|rb)$/,
  /^(?:gradlew|mvnw)(?:\.\w+)?$/,
  /^(?:jquery|bootstrap|modernizr|react|angular|vue|d3|three|lodash|moment|normalize|font-awesome)[\d.-]*\.(?:js|css)$/,
  /[.-]lock(?:\.\w+)?$|^lock\.\w+$|\.lockb?$/,
  /\.(?:csv|tsv|jsonl|ndjson|geojson|ipynb|po|mo)$/,
];

/**
 * Whether a file is one that people write and read, as far as its path tells: not fetched, not generated, no lock
 * file, no picture. Paths that smol itself may not write do not count either.
 *
 * @param path relative to the app's folder.
 */
export function isByHand(path: string): boolean {
  const { kind } = checkPath(path);
  return !isMade(path) && kind !== 'refused' && kind !== 'draw';
}

/** Whether a path is one of those that others wrote or a program made: the quick half of `isByHand`. */
export function isMade(path: string): boolean {
  const segments = path.toLowerCase().split('/');
  const name = segments.at(-1) ?? '';
  const folders = segments.slice(0, -1);
  return folders.some((folder) => FOLDERS.has(folder)) || NAMES.some((pattern) => pattern.test(name));
}
