/** How an app is started. Everything in it is plain text, safe to hand to a shell or to print. */
export type HowToRun = {
  /** Lines of a shell that install and start it, in the order of doing. */
  readonly commands: readonly string[];
  /** The command that runs its tests; null when there are none. */
  readonly test: string | null;
  /** What else a person does: one sentence; null when there is nothing. */
  readonly note: string | null;
};

/** One kind of app: how it is started, from what its manifest says; nothing when it is not of this kind. */
type Recipe = (files: Folder) => HowToRun;

/** Files of one folder: path inside it → content. */
type Folder = ReadonlyMap<string, string>;

/** Most folders of a repository with several apps that are described. */
const MOST_FOLDERS = 4;
/** A path in a folder whose name means nothing to a shell. */
const FOLDER = /^(\w[\w.-]*)\//;

const NOTHING: HowToRun = { commands: [], test: null, note: null };

/**
 * How to start an app, read off its files; nothing is run.
 *
 * @param files path → content, relative to the app's folder
 * @returns no commands and no note when it cannot be told
 * @example howToRun(new Map([['index.html', '…']])).note // 'Open index.html in a browser.'
 */
export function howToRun(files: ReadonlyMap<string, string>): HowToRun {
  const here = container(files);
  return isKnown(here) ? here : inFolders(files);
}

function isKnown({ commands, test, note }: HowToRun): boolean {
  return commands.length > 0 || test !== null || note !== null;
}

/** One app in a folder, or several, each of them started from the top in a shell of its own. */
function inFolders(files: Folder): HowToRun {
  const names = new Set([...files.keys()].flatMap((path) => FOLDER.exec(path)?.[1] ?? []));
  const apps = [...names]
    .map((name) => ({ name, ...way(within(files, name)) }))
    .filter(isKnown)
    .slice(0, MOST_FOLDERS);
  const [only] = apps;
  if (only === undefined) return NOTHING;
  const notes = apps.flatMap(({ name, note }) => (note === null ? [] : [`In ${name}: ${lowerFirst(note)}`]));
  const note = notes.length === 0 ? null : notes.join(' ');
  if (apps.length === 1) {
    const enter = only.commands.length === 0 && only.test === null ? [] : [`cd ${only.name}`];
    return { commands: [...enter, ...only.commands], test: only.test, note };
  }
  const inside = (name: string, commands: readonly string[]) =>
    commands.length === 0 ? [] : [`(${[`cd ${name}`, ...commands].join(' && ')})`];
  const tests = apps.flatMap(({ name, test }) => inside(name, test === null ? [] : [test]));
  return {
    commands: apps.flatMap(({ name, commands }) => inside(name, commands)),
    test: tests.length === 0 ? null : tests.join(' && '),
    note,
  };
}

function lowerFirst(line: string): string {
  return line.charAt(0).toLowerCase() + line.slice(1);
}

function within(files: Folder, name: string): Folder {
  const inside = [...files].filter(([path]) => path.startsWith(`${name}/`));
  return new Map(inside.map(([path, content]) => [path.slice(name.length + 1), content]));
}

function way(files: Folder): HowToRun {
  const recipes: readonly Recipe[] = [node, python, go, rust, make, page];
  return recipes.map((recipe) => recipe(files)).find(isKnown) ?? NOTHING;
}

/** Containers, where the app has them for itself: a Dockerfile beside a manifest is for deploying. */
function container(files: Folder): HowToRun {
  const app = way(files);
  const compose = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
  if (compose.some((name) => files.has(name))) {
    return { ...app, commands: ['docker compose up --build'], note: null };
  }
  if (isKnown(app) || !files.has('Dockerfile')) return app;
  const port = /^EXPOSE\s+(\d{1,5})\b/m.exec(files.get('Dockerfile') ?? '')?.[1];
  const published = port === undefined ? '' : ` -p ${port}:${port}`;
  return { ...NOTHING, commands: ['docker build -t app .', `docker run --rm${published} app`] };
}

function node(files: Folder): HowToRun {
  const text = files.get('package.json');
  if (text === undefined) return NOTHING;
  const manifest = readJson(text);
  const scripts = Object.keys(record(manifest.scripts));
  const packages = ['dependencies', 'devDependencies'].flatMap((field) =>
    Object.keys(record(manifest[field])),
  );
  const manager = packageManager(manifest);
  const start = ['dev', 'start', 'serve'].find((name) => scripts.includes(name));
  const open = start === undefined ? page(files) : NOTHING;
  return {
    commands: [
      ...(packages.length === 0 ? [] : [`${manager} install`]),
      ...(start === undefined ? open.commands : [`${manager} ${start === 'start' ? '' : 'run '}${start}`]),
    ],
    test: scripts.includes('test') ? `${manager} test` : null,
    note: open.note,
  };
}

function packageManager(manifest: Readonly<Record<string, unknown>>): string {
  const named = /^(pnpm|yarn|bun)@/.exec(String(manifest.packageManager ?? ''))?.[1];
  return named ?? 'npm';
}

function python(files: Folder): HowToRun {
  const project = files.get('pyproject.toml');
  const requirements = files.has('requirements.txt');
  const entry = pythonEntry(files, project ?? '');
  if (project === undefined && !requirements && entry === null) return NOTHING;
  const installable = project !== undefined && /^\[project\]/m.test(project);
  const tests = [...files.keys()].some((path) => /(?:^|\/)test_[^/]*\.py$/.test(path));
  const pytest =
    /\bpytest\b/.test(`${project ?? ''}${files.get('requirements.txt') ?? ''}`) || !usesUnittest(files);
  const install = requirements ? 'pip install -r requirements.txt' : installable ? 'pip install -e .' : null;
  return {
    commands: [install, entry].filter((command) => command !== null),
    test: tests ? `python -m ${pytest ? 'pytest' : 'unittest'}` : null,
    note: null,
  };
}

/** The command of a package, its `__main__.py`, or a script of a usual name. */
function pythonEntry(files: Folder, project: string): string | null {
  const command = /^\[project\.scripts\]\s*\n(?:\s*#.*\n)*\s*["']?([\w.-]+)["']?\s*=/m.exec(project)?.[1];
  if (command !== undefined) return command;
  const main = [...files.keys()].find((path) => /^(?:src\/)?[\w-]+\/__main__\.py$/.test(path));
  if (main !== undefined) return `python -m ${main.replace(/^src\//, '').replace('/__main__.py', '')}`;
  if (files.has('manage.py')) return 'python manage.py runserver';
  const script = ['__main__.py', 'main.py', 'app.py', 'run.py', 'cli.py'].find((name) => files.has(name));
  return script === undefined ? null : `python ${script === '__main__.py' ? '.' : script}`;
}

function usesUnittest(files: Folder): boolean {
  return [...files].some(
    ([path, content]) => path.endsWith('.py') && /^\s*(?:import|from) unittest\b/m.test(content),
  );
}

function go(files: Folder): HowToRun {
  if (!files.has('go.mod')) return NOTHING;
  const command = [...files.keys()]
    .map((path) => /^(cmd\/[\w-]+)\/main\.go$/.exec(path)?.[1])
    .find((path) => path !== undefined);
  const tests = [...files.keys()].some((path) => path.endsWith('_test.go'));
  return {
    commands: [command === undefined ? 'go run .' : `go run ./${command}`],
    test: tests ? 'go test ./...' : null,
    note: null,
  };
}

function rust(files: Folder): HowToRun {
  if (!files.has('Cargo.toml')) return NOTHING;
  const library = files.has('src/lib.rs') && !files.has('src/main.rs');
  const tests = [...files.values()].some((content) => content.includes('#[test]'));
  return {
    commands: [library ? 'cargo build' : 'cargo run'],
    test: tests ? 'cargo test' : null,
    note: null,
  };
}

function make(files: Folder): HowToRun {
  const text = files.get('Makefile');
  if (text === undefined) return NOTHING;
  const targets = [...text.matchAll(/^([a-z][\w-]*)\s*:(?!=)/gm)].map((match) => match[1] ?? '');
  const start = ['run', 'dev', 'start', 'serve'].find((name) => targets.includes(name));
  return {
    commands: [start === undefined ? 'make' : `make ${start}`],
    test: targets.includes('test') ? 'make test' : null,
    note: null,
  };
}

/** A page without a build. A browser loads modules and data from a server only, not from the disk. */
function page(files: Folder): HowToRun {
  const manifest = record(readJson(files.get('manifest.json') ?? ''));
  if (manifest.manifest_version !== undefined) {
    const note =
      'Open chrome://extensions, switch on developer mode and load the folder as an unpacked extension.';
    return { ...NOTHING, note };
  }
  const path = ['index.html', 'public/index.html', 'src/index.html'].find((name) => files.has(name));
  if (path === undefined) return NOTHING;
  const scripts = [...files].filter(([name]) => /\.(?:html|m?js)$/.test(name)).map(([, content]) => content);
  const served = scripts.some(
    (text) => /<script[^>]+type=["']?module\b/i.test(text) || /\bfetch\(\s*["'`](?!https?:)/.test(text),
  );
  if (!served) return { ...NOTHING, note: `Open ${path} in a browser.` };
  const folder = path.includes('/') ? ` -d ${path.replace('/index.html', '')}` : '';
  return {
    commands: [`python3 -m http.server${folder}`],
    test: null,
    note: 'Open http://localhost:8000 in a browser.',
  };
}

function readJson(text: string): Readonly<Record<string, unknown>> {
  try {
    return record(JSON.parse(text));
  } catch {
    return {};
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
