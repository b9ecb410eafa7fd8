import { parse } from 'smol-toml';

/** What a manifest makes happen on the machine of whoever installs or builds the app. Plain text of a model's. */
export type Manifest = {
  readonly path: string;
  /** What runs by itself on an install or a build: its name, and the command where it stands there. */
  readonly hooks: readonly { readonly name: string; readonly command: string | null }[];
  readonly dependencies: readonly Dependency[];
};

export type Dependency = {
  /** Part of the manifest: `devDependencies`. */
  readonly section: string;
  readonly name: string;
  /** As it stands there; empty when none is given. */
  readonly version: string;
  /** It is not what its name says in the registry that its language uses: a fork, a file, another package. */
  readonly isElsewhere: boolean;
};

type Reading = Omit<Manifest, 'path'>;
type Json = Readonly<Record<string, unknown>>;

/** Longest manifest that is read. */
const LIMIT = 100_000;
const NOTHING: Reading = { hooks: [], dependencies: [] };

const READERS: readonly (readonly [RegExp, (text: string) => Reading])[] = [
  [/(?:^|\/)package\.json$/, node],
  [/(?:^|\/)(?:binding\.gyp|\.pnpmfile\.[cm]?js|setup\.py|build\.rs|\.cargo\/config(?:\.toml)?)$/, runs],
  [/(?:^|\/)(?:requirements|constraints)[\w.-]*\.(?:txt|in)$/, requirements],
  [/(?:^|\/)pyproject\.toml$/, python],
  [/(?:^|\/)go\.mod$/, go],
  [/(?:^|\/)Cargo\.toml$/, cargo],
  [/(?:^|\/)Gemfile$/, ruby],
  [/(?:^|\/)composer\.json$/, php],
];

/**
 * What the manifests of an app install and run by themselves, read off its files; nothing is run. A file that
 * cannot be read as what its name says gives nothing.
 *
 * @param files path → content
 * @returns by path, without manifests that install nothing
 */
export function readManifests(files: ReadonlyMap<string, string>): readonly Manifest[] {
  return [...files]
    .flatMap(([path, content]) => {
      const read = READERS.find(([pattern]) => pattern.test(path))?.[1];
      if (read === undefined || content.length > LIMIT) return [];
      return [{ path, ...read(content) }];
    })
    .filter(({ hooks, dependencies }) => hooks.length + dependencies.length > 0)
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** A file that is a program, which an install or a build runs, or that tells a build which one to run. */
function runs(text: string): Reading {
  return text.trim() === '' ? NOTHING : { hooks: [{ name: '', command: null }], dependencies: [] };
}

/** https://docs.npmjs.com/cli/using-npm/scripts#life-cycle-scripts, and what pnpm adds. */
const NODE_HOOK =
  /^(?:(?:pre|post)?(?:install|prepare|prepublish|publish|pack|dependencies)|prepublishOnly|pnpm:devPreinstall)$/;
const NODE_SECTIONS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

function node(text: string): Reading {
  const manifest = readJson(text);
  const hooks = Object.entries(record(manifest.scripts)).flatMap(([name, command]) =>
    NODE_HOOK.test(name) && typeof command === 'string' ? [{ name, command }] : [],
  );
  const listed = NODE_SECTIONS.flatMap((section) =>
    stringsIn(section, record(manifest[section]), isNodeElsewhere),
  );
  const replaced = [
    ['overrides', manifest.overrides],
    ['resolutions', manifest.resolutions],
    ['pnpm.overrides', record(manifest.pnpm).overrides],
  ].flatMap(([section, value]) => stringsIn(String(section), leaves(value), isNodeElsewhere));
  return { hooks, dependencies: [...listed, ...replaced] };
}

/** Anything but a range of versions, a tag or a package of the same repository. */
function isNodeElsewhere(version: string): boolean {
  return !/^(?:workspace:|catalog:)|^[^:/]*$/.test(version.trim());
}

function stringsIn(section: string, found: Json, isElsewhere: (version: string) => boolean): Dependency[] {
  return Object.entries(found).flatMap(([name, version]) =>
    typeof version === 'string' ? [{ section, name, version, isElsewhere: isElsewhere(version) }] : [],
  );
}

/** The strings of nested records, each under its own key, three levels deep. */
function leaves(value: unknown, depth = 3): Json {
  const entries = Object.entries(record(value)).flatMap(([key, inner]) =>
    typeof inner === 'string' || depth === 0
      ? [[key, inner] as const]
      : Object.entries(leaves(inner, depth - 1)),
  );
  return Object.fromEntries(entries);
}

/** https://pip.pypa.io/en/stable/reference/requirements-file-format/ */
function requirements(text: string): Reading {
  const lines = text.replace(/\\\r?\n/g, '').split(/\r?\n|\r/);
  const dependencies = lines.flatMap((line) => {
    const words = line.replace(/(?:^|\s)#.*$/, '').trim();
    const option = /^(-\w|--[\w-]+)(?:[ \t=]+|(?<=^-\w))(.*)$/.exec(words);
    if (option === null) return requirement('requirements', words);
    const [, name = '', version = ''] = option;
    const isSource = /^(?:-[ief]|--(?:editable|index-url|extra-index-url|find-links))$/.test(name);
    return isSource ? [{ section: 'requirements', name, version, isElsewhere: true }] : [];
  });
  return { hooks: [], dependencies };
}

/** `name[extra] >=1 ; marker`, `name @ address`, or an address alone. */
function requirement(section: string, words: string): Dependency[] {
  const match = /^([a-z\d][\w.-]*)(?:\s*\[[^\]]*\])?\s*(.*)$/i.exec(words);
  const [, name = '', rest = ''] = match ?? [];
  if (words === '') return [];
  if (match === null || /^[:+/\\]/.test(rest))
    return [{ section, name: words, version: '', isElsewhere: true }];
  const version = rest.startsWith('@') ? rest.slice(1).trim() : rest.replace(/\s*(?:;|--).*$/, '');
  return [{ section, name, version, isElsewhere: rest.startsWith('@') }];
}

function python(text: string): Reading {
  const root = readToml(text);
  const project = table(root, 'project');
  const build = table(root, 'build-system');
  const groups = [
    ['dependencies', project.dependencies],
    ['build-system', build.requires],
    ...Object.entries(table(project, 'optional-dependencies')),
    ...Object.entries(table(root, 'dependency-groups')),
  ] as const;
  const listed = groups.flatMap(([section, value]) =>
    strings(value).flatMap((words) => requirement(section, words.trim())),
  );
  const poetry = table(root, 'tool', 'poetry');
  const tables = [
    ['dependencies', table(poetry, 'dependencies')],
    ...Object.keys(table(poetry, 'group')).map(
      (name) => [name, table(poetry, 'group', name, 'dependencies')] as const,
    ),
    ['uv.sources', table(root, 'tool', 'uv', 'sources')],
  ] as const;
  const others = tables.flatMap(([section, found]) => fromTable(section, found, section === 'uv.sources'));
  const isHooked = [
    build['backend-path'],
    table(poetry, 'build').script,
    table(root, 'tool', 'hatch', 'build', 'hooks').custom,
  ];
  const hooks = isHooked.some((hook) => hook !== undefined) ? [{ name: 'build', command: null }] : [];
  return { hooks, dependencies: [...listed, ...others.filter(({ name }) => name !== 'python')] };
}

function cargo(text: string): Reading {
  const root = readToml(text);
  const kinds = ['dependencies', 'dev-dependencies', 'build-dependencies'];
  const places = [
    root,
    table(root, 'workspace'),
    ...Object.keys(table(root, 'target')).map((name) => table(root, 'target', name)),
  ];
  const listed = places.flatMap((place) =>
    kinds.flatMap((kind) => fromTable(kind, table(place, kind), false)),
  );
  const patched = Object.keys(table(root, 'patch')).flatMap((name) =>
    fromTable('patch', table(root, 'patch', name), true),
  );
  const script = table(root, 'package').build;
  const hooks = typeof script === 'string' && script !== 'false' ? [{ name: 'build', command: script }] : [];
  return {
    hooks,
    dependencies: [...listed, ...patched, ...fromTable('replace', table(root, 'replace'), true)],
  };
}

/** `name = "1"` or `name = { version = "1", git = "…" }`. */
function fromTable(section: string, found: Json, allElsewhere: boolean): Dependency[] {
  return Object.entries(found).map(([name, value]) => {
    if (!isRecord(value))
      return { section, name, version: strings(value).join(', '), isElsewhere: allElsewhere };
    const at = [
      'git',
      'url',
      'path',
      'file',
      'registry',
      'registry-index',
      'source',
      'index',
      'package',
    ].flatMap((key) => strings(value[key]));
    return {
      section,
      name,
      version: [...strings(value.version), ...at].join(' '),
      isElsewhere: allElsewhere || at.length > 0,
    };
  });
}

function go(text: string): Reading {
  let block = '';
  const dependencies = text.split('\n').flatMap((line) => {
    const words = line.replace(/\/\/.*$/, '').trim();
    if (/^\w+ *\($/.test(words)) block = words.replace(/ *\($/, '');
    if (words === ')') block = '';
    const [, verb = '', rest = ''] = /^(?:(require|replace|tool)\s+)?(\S.*)$/.exec(words) ?? [];
    const [, name = '', version = ''] = /^"?([\w.~/-]+)"?\s+(.+)$/.exec(rest) ?? [];
    if (name === '' || rest.endsWith('(')) return [];
    const section = verb || block;
    if (section === 'replace')
      return [{ section, name, version: version.replace(/^.*=>\s*/, ''), isElsewhere: true }];
    return section === 'require' ? [{ section, name, version, isElsewhere: false }] : [];
  });
  return { hooks: [], dependencies };
}

function ruby(text: string): Reading {
  const dependencies = text.split('\n').flatMap((line) => {
    const [, verb = '', name = '', rest = ''] =
      /^\s*(gem|source|git|path)\b\s*\(?\s*["']([^"']+)["'](.*)$/.exec(line) ?? [];
    if (verb === '' || (verb === 'source' && /^https:\/\/rubygems\.org\/?$/.test(name))) return [];
    const isElsewhere =
      verb !== 'gem' || /\b(?:git|github|gist|bitbucket|gitlab|path|source)\b\s*(?::|=>)/.test(rest);
    const versions = [...rest.matchAll(/["'](\s*[\d~<>=!][^"']*)["']/g)].map((match) => match[1] ?? '');
    return [
      {
        section: verb,
        name,
        version: isElsewhere ? rest.replace(/^[\s,]+/, '') : versions.join(', '),
        isElsewhere,
      },
    ];
  });
  return { hooks: [], dependencies };
}

/** https://getcomposer.org/doc/articles/scripts.md#event-names */
function php(text: string): Reading {
  const manifest = readJson(text);
  const hooks = Object.entries(record(manifest.scripts)).flatMap(([name, command]) =>
    /^(?:pre|post)-|^(?:init|command)$/.test(name)
      ? [
          {
            name,
            command: [command]
              .flat()
              .filter((each) => typeof each === 'string')
              .join(' && '),
          },
        ]
      : [],
  );
  const listed = ['require', 'require-dev'].flatMap((section) =>
    stringsIn(section, record(manifest[section]), () => false),
  );
  const sources = Object.values(record(manifest.repositories)).flatMap((source) => {
    const { url } = record(source);
    return typeof url === 'string'
      ? [{ section: 'repositories', name: url, version: '', isElsewhere: true }]
      : [];
  });
  const dependencies = [...listed, ...sources].filter(({ name }) => !/^(?:php|ext-.*)$/.test(name));
  return { hooks, dependencies };
}

function table(root: Json, ...keys: readonly string[]): Json {
  let inner: unknown = root;
  for (const key of keys) inner = isRecord(inner) ? inner[key] : undefined;
  return isRecord(inner) ? inner : {};
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Nobody nests a manifest deeper. */
const MOST_NESTED = 30;

function readToml(text: string): Json {
  try {
    return parse(text.replace(/^\uFEFF/, ''), { maxDepth: MOST_NESTED, unsafeKeyBehaviour: 'drop' });
  } catch {
    return {};
  }
}

function readJson(text: string): Json {
  try {
    return record(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
