import { codeSpan } from './markdown.js';

/** One kind of app: the steps that start it, from what its manifest says; none when it is not of this kind. */
type Recipe = (files: Folder) => readonly string[];

/** Files of one folder: path inside it → content. */
type Folder = ReadonlyMap<string, string>;

/** Most folders of a repository with several apps that are described. */
const MOST_FOLDERS = 4;

/**
 * How to start an app, read off its files; nothing is run.
 *
 * @param files path → content, relative to the app's folder
 * @returns short lines of safe markdown in the order of doing; empty when it cannot be told
 * @example howToRun(new Map([['index.html', '…']])) // ['Open `index.html` in a browser.']
 */
export function howToRun(files: ReadonlyMap<string, string>): string[] {
  const here = [...container(files), ...ways(files)];
  if (here.length > 0) return here;
  const folders = new Set([...files.keys()].flatMap((path) => /^([^/]+)\//.exec(path)?.[1] ?? []));
  const lines = [...folders].flatMap((name) => {
    const [first, ...others] = ways(within(files, name));
    return first === undefined ? [] : [[`In ${codeSpan(name)}: ${lowerFirst(first)}`, ...others]];
  });
  return lines.slice(0, MOST_FOLDERS).flat();
}

function lowerFirst(line: string): string {
  return line.charAt(0).toLowerCase() + line.slice(1);
}

function within(files: Folder, name: string): Folder {
  const inside = [...files].filter(([path]) => path.startsWith(`${name}/`));
  return new Map(inside.map(([path, content]) => [path.slice(name.length + 1), content]));
}

function ways(files: Folder): readonly string[] {
  const recipes: readonly Recipe[] = [node, python, go, rust, make, page];
  for (const recipe of recipes) {
    const steps = recipe(files);
    if (steps.length > 0) return steps;
  }
  return [];
}

function container(files: Folder): readonly string[] {
  const compose = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
  if (compose.some((name) => files.has(name))) return [run('docker compose up --build')];
  const others = ways(files);
  if (others.length > 0 || !files.has('Dockerfile')) return [];
  const port = /^EXPOSE\s+(\d{1,5})\b/m.exec(files.get('Dockerfile') ?? '')?.[1];
  return [
    run('docker build -t app .'),
    run(port === undefined ? 'docker run --rm app' : `docker run --rm -p ${port}:${port} app`),
  ];
}

function node(files: Folder): readonly string[] {
  const text = files.get('package.json');
  if (text === undefined) return [];
  const manifest = readJson(text);
  const scripts = Object.keys(record(manifest.scripts));
  const packages = ['dependencies', 'devDependencies'].flatMap((field) =>
    Object.keys(record(manifest[field])),
  );
  const manager = packageManager(manifest);
  const start = ['dev', 'start', 'serve'].find((name) => scripts.includes(name));
  const steps = [
    packages.length === 0 ? null : run(`${manager} install`),
    start === undefined ? null : run(start === 'start' ? `${manager} start` : `${manager} run ${start}`),
    start === undefined ? (page(files)[0] ?? null) : null,
    scripts.includes('test') ? `${run(`${manager} test`)} runs the tests.` : null,
  ];
  return steps.filter((step) => step !== null);
}

function packageManager(manifest: Readonly<Record<string, unknown>>): string {
  const named = /^(pnpm|yarn|bun)@/.exec(String(manifest.packageManager ?? ''))?.[1];
  return named ?? 'npm';
}

function python(files: Folder): readonly string[] {
  const project = files.get('pyproject.toml');
  const requirements = files.has('requirements.txt');
  const entry = pythonEntry(files, project ?? '');
  if (project === undefined && !requirements && entry === null) return [];
  const installable = project !== undefined && /^\[project\]/m.test(project);
  const tests = [...files.keys()].some((path) => /(?:^|\/)test_[^/]*\.py$/.test(path));
  const pytest =
    /\bpytest\b/.test(`${project ?? ''}${files.get('requirements.txt') ?? ''}`) || !usesUnittest(files);
  const steps = [
    requirements ? run('pip install -r requirements.txt') : installable ? run('pip install -e .') : null,
    entry === null ? null : run(entry),
    tests ? `${run(pytest ? 'python -m pytest' : 'python -m unittest')} runs the tests.` : null,
  ];
  return steps.filter((step) => step !== null);
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

function go(files: Folder): readonly string[] {
  if (!files.has('go.mod')) return [];
  const command = [...files.keys()]
    .map((path) => /^(cmd\/[\w-]+)\/main\.go$/.exec(path)?.[1])
    .find((path) => path !== undefined);
  const tests = [...files.keys()].some((path) => path.endsWith('_test.go'));
  return [
    run(command === undefined ? 'go run .' : `go run ./${command}`),
    ...(tests ? [`${run('go test ./...')} runs the tests.`] : []),
  ];
}

function rust(files: Folder): readonly string[] {
  if (!files.has('Cargo.toml')) return [];
  const library = files.has('src/lib.rs') && !files.has('src/main.rs');
  const tests = [...files.values()].some((content) => content.includes('#[test]'));
  const steps = [
    library ? run('cargo build') : run('cargo run'),
    tests ? `${run('cargo test')} runs the tests.` : null,
  ];
  return steps.filter((step) => step !== null);
}

function make(files: Folder): readonly string[] {
  const text = files.get('Makefile');
  if (text === undefined) return [];
  const targets = [...text.matchAll(/^([a-z][\w-]*)\s*:(?!=)/gm)].map((match) => match[1] ?? '');
  const start = ['run', 'dev', 'start', 'serve'].find((name) => targets.includes(name));
  return [
    run(start === undefined ? 'make' : `make ${start}`),
    ...(targets.includes('test') ? [`${run('make test')} runs the tests.`] : []),
  ];
}

/** A page without a build. A browser loads modules and data from a server only, not from the disk. */
function page(files: Folder): readonly string[] {
  if (
    files.has('manifest.json') &&
    record(readJson(files.get('manifest.json') ?? '')).manifest_version !== undefined
  ) {
    return [
      'Open `chrome://extensions`, switch on developer mode and load the folder as an unpacked extension.',
    ];
  }
  const path = ['index.html', 'public/index.html', 'src/index.html'].find((name) => files.has(name));
  if (path === undefined) return [];
  const scripts = [...files].filter(([name]) => /\.(?:html|m?js)$/.test(name)).map(([, content]) => content);
  const served = scripts.some(
    (text) => /<script[^>]+type=["']?module\b/i.test(text) || /\bfetch\(\s*["'`](?!https?:)/.test(text),
  );
  if (!served) return [`Open ${codeSpan(path)} in a browser.`];
  const folder = path.includes('/') ? ` -d ${path.replace('/index.html', '')}` : '';
  return [
    `Serve the folder with ${run(`python3 -m http.server${folder}`)} and open \`http://localhost:8000\`.`,
  ];
}

function run(command: string): string {
  return codeSpan(command);
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
