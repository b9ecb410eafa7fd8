import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Manifest, readManifests } from '../../src/report/manifests.js';
import { pullRequestBody } from '../../src/report/pull-request.js';
import { renderSummary } from '../../src/report/summary.js';
import { cpuTime } from '../support/cpu-time.js';
import { activeReferences, hostileMarkdown, parse } from './reading.js';
import { file, view } from './views.js';

/** `section: name version`, with an `!` where it comes from elsewhere. */
function listed(path: string, content: string): readonly string[] {
  const [manifest] = readManifests(new Map([[path, content]]));
  return (manifest?.dependencies ?? []).map(
    ({ section, name, version, isElsewhere }) => `${section}: ${name} ${version}${isElsewhere ? ' !' : ''}`,
  );
}

function hooks(path: string, content: string): Manifest['hooks'] {
  return readManifests(new Map([[path, content]]))[0]?.hooks ?? [];
}

const json = (value: unknown) => JSON.stringify(value);

describe('dependencies', () => {
  test('S37 of package.json are read, and what a version hides', () => {
    const manifest = {
      dependencies: {
        react: '^19.0.0',
        latest: 'latest',
        own: 'workspace:*',
        either: '1 || 2 - 3',
        a: 'npm:evil@1.0.0',
        b: 'git+ssh://git@a.example/b.git',
        c: 'github:o/c',
        d: 'o/d',
        e: 'file:../e',
        f: 'https://a.example/f.tgz',
        g: './g',
        h: 1,
      },
      devDependencies: { vitest: '~5.1' },
      overrides: { react: { 'loose-envify': 'npm:evil@2' } },
      pnpm: { overrides: { x: '1' } },
    };
    expect(listed('web/package.json', `\uFEFF${json(manifest)}`)).toEqual([
      'dependencies: react ^19.0.0',
      'dependencies: latest latest',
      'dependencies: own workspace:*',
      'dependencies: either 1 || 2 - 3',
      'dependencies: a npm:evil@1.0.0 !',
      'dependencies: b git+ssh://git@a.example/b.git !',
      'dependencies: c github:o/c !',
      'dependencies: d o/d !',
      'dependencies: e file:../e !',
      'dependencies: f https://a.example/f.tgz !',
      'dependencies: g ./g !',
      'devDependencies: vitest ~5.1',
      'overrides: loose-envify npm:evil@2 !',
      'pnpm.overrides: x 1',
    ]);
  });

  test('S37 of Python are read, from a list and from a project', () => {
    const list = [
      '# a comment',
      'flask>=3,<4 ; python_version > "3.8"  # why',
      'uvicorn[standard] \\',
      '  == 0.30 --hash=sha256:0',
      'pkg @ https://a.example/p.whl',
      'git+https://a.example/r.git#egg=r',
      '-e ./local',
      '--extra-index-url https://a.example/simple',
      '-ihttps://b.example',
      '-r base.txt',
    ];
    expect(listed('requirements-dev.txt', list.join('\r\n'))).toEqual([
      'requirements: flask >=3,<4',
      'requirements: uvicorn == 0.30',
      'requirements: pkg https://a.example/p.whl !',
      'requirements: git+https://a.example/r.git#egg=r  !',
      'requirements: -e ./local !',
      'requirements: --extra-index-url https://a.example/simple !',
      'requirements: -i https://b.example !',
    ]);
    const project = `
[project]
description = """
[tool.poetry.dependencies]
fake = "1"
"""
dependencies = [
  "httpx>=0.27", # "no"
  'rich',
]
optional-dependencies.dev = ["pytest"]
[build-system]
requires = ["hatchling"]
[tool.poetry]
dependencies = { python = "^3.12", "odd.name" = { git = "https://a.example/o.git", version = "1" } }
[tool.poetry.group.test.dependencies]
mypy = "*"
[tool.uv.sources]
httpx = { git = "https://a.example/h.git" }
`;
    expect(listed('pyproject.toml', project)).toEqual([
      'dependencies: httpx >=0.27',
      'dependencies: rich ',
      'build-system: hatchling ',
      'dev: pytest ',
      'dependencies: odd.name 1 https://a.example/o.git !',
      'test: mypy *',
      'uv.sources: httpx https://a.example/h.git !',
    ]);
  });

  test.each([
    [
      'go.mod',
      'module a\n\ngo 1.24\n\nrequire a.example/x v1.2.3 // indirect\nrequire (\n\tb.example/y v0.1.0\n)\nreplace b.example/y => ../y\nexclude (\n\tc.example v1\n)\n',
      ['require: a.example/x v1.2.3', 'require: b.example/y v0.1.0', 'replace: b.example/y ../y !'],
    ],
    [
      'Cargo.toml',
      '[dependencies]\nserde = { version = "1", features = ["derive"] }\nrand = "0.9"\nx = { path = "../x" }\ny = { package = "z", version = "1" }\n[target."cfg(unix)".dev-dependencies.libc]\nversion = "0.2"\n[patch.crates-io]\nserde = { git = "https://a.example/s" }\n',
      [
        'dependencies: serde 1',
        'dependencies: rand 0.9',
        'dependencies: x ../x !',
        'dependencies: y 1 z !',
        'dev-dependencies: libc 0.2',
        'patch: serde https://a.example/s !',
      ],
    ],
    [
      'Gemfile',
      "source 'https://rubygems.org'\nsource 'https://a.example'\ngem 'rails', '~> 8.0', '>= 8.0.1'\n  gem(\"pg\")\ngem 'x', github: 'o/x'\n",
      ['source: https://a.example  !', 'gem: rails ~> 8.0, >= 8.0.1', 'gem: pg ', "gem: x github: 'o/x' !"],
    ],
    [
      'composer.json',
      json({
        require: { php: '>=8.3', 'ext-json': '*', 'a/b': '^1' },
        repositories: [{ url: 'https://a.example' }],
      }),
      ['require: a/b ^1', 'repositories: https://a.example  !'],
    ],
  ])('S37 of %s are read', (path, content, expected) => {
    expect(listed(`app/${path}`, content)).toEqual(expected);
  });
});

describe('commands that run by themselves', () => {
  test('S37 are read from package.json: those of an install, of packing and of publishing', () => {
    const scripts = {
      start: 'x',
      build: 'z',
      preinstall: 'a',
      install: 'b',
      postinstall: 'c',
      prepare: 'd',
      prepublishOnly: 'e',
      prestart: 'f',
      'pnpm:devPreinstall': 'g',
      postprepare: 1,
    };
    expect(hooks('package.json', json({ scripts }))).toEqual([
      { name: 'preinstall', command: 'a' },
      { name: 'install', command: 'b' },
      { name: 'postinstall', command: 'c' },
      { name: 'prepare', command: 'd' },
      { name: 'prepublishOnly', command: 'e' },
      { name: 'pnpm:devPreinstall', command: 'g' },
    ]);
  });

  test.each(['binding.gyp', 'a/.pnpmfile.cjs', 'setup.py', 'b/build.rs', '.cargo/config.toml'])(
    'S37 are whole files: %s',
    (path) => {
      expect(hooks(path, 'x')).toEqual([{ name: '', command: null }]);
    },
  );

  test.each([
    ['pyproject.toml', '[build-system]\nbackend-path = ["."]', { name: 'build', command: null }],
    ['pyproject.toml', '[tool.hatch.build.hooks.custom]\npath = "x.py"', { name: 'build', command: null }],
    ['Cargo.toml', '[package]\nbuild = "tools/x.rs"', { name: 'build', command: 'tools/x.rs' }],
    [
      'composer.json',
      json({ scripts: { 'post-install-cmd': ['a', 'b'], lint: 'c' } }),
      { name: 'post-install-cmd', command: 'a && b' },
    ],
  ])('S37 are read from %s', (path, content, expected) => {
    expect(hooks(path, content)).toEqual([expected]);
  });
});

describe('manifests that cannot be read', () => {
  const PATHS = [
    'package.json',
    'requirements.txt',
    'pyproject.toml',
    'go.mod',
    'Cargo.toml',
    'Gemfile',
    'composer.json',
  ];

  test.each([
    ['package.json', '{'],
    ['package.json', 'null'],
    ['package.json', '[]'],
    ['package.json', '{"scripts":"postinstall","dependencies":1,"pnpm":1}'],
    ['package.json', '{"__proto__":{"scripts":{"install":"x"}}}'],
    ['Cargo.toml', '[dependencies]\na = "1'],
    ['Cargo.toml', `a = ${'['.repeat(50_000)}`],
    ['Cargo.toml', `${'a.'.repeat(40_000)}b = 1`],
    ['pyproject.toml', '[project]\ndependencies = [ "a" "b" ]'],
    ['composer.json', '{"scripts":[],"repositories":1}'],
    ['notes/package.json.md', '{"dependencies":{"a":"1"}}'],
  ])('S37 give nothing: %s %.30s', (path, content) => {
    expect(readManifests(new Map([[path, content]]))).toEqual([]);
  });

  test('S37 never make us throw, and take a moment at most', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PATHS), hostileMarkdown, (path, text) => {
        readManifests(new Map([[path, text]]));
        readManifests(new Map([[path, `[dependencies]\na = ${text}\n${text}`]]));
      }),
      { numRuns: 500 },
    );
    for (const piece of ['"', "'''", '[', '{', '\\', 'a=', '#', ' ', '\n', '(', '.', 'a', '"\\']) {
      const text = piece.repeat(99_000 / piece.length);
      const time = cpuTime(() => {
        for (const path of PATHS) {
          readManifests(
            new Map([
              [path, text],
              [`x/${path}`, `a = """${text}`],
            ]),
          );
        }
      });
      expect(time, piece).toBeLessThan(1500);
    }
  });
});

describe('the pull request', () => {
  const manifest = {
    scripts: { postinstall: 'node ./setup.js | sh' },
    dependencies: { react: '^19', left: 'npm:evil@1' },
    devDependencies: { vite: '^7' },
  };
  const manifests = readManifests(new Map([['package.json', json(manifest)]]));
  const files = [file('package.json'), file('app.js')];

  test('S37 S51 warns of commands that run by themselves, and lists the dependencies', () => {
    const body = pullRequestBody(view({ files, manifests }));
    expect(body).toContain(
      [
        '| `package.json` | 40 | does its part |\n',
        '> [!WARNING]',
        '> **Runs by itself when the app is installed, built or published.** Read it first:',
        '>',
        '> - `package.json`, `postinstall`: `node ./setup.js | sh`',
        '>',
        '> **Comes from elsewhere than its name says:**',
        '>',
        '> - `package.json`: `left npm:evil@1`\n',
        '**New dependencies: 3**\n',
        '- `package.json`: `react ^19`, `left npm:evil@1`',
        '- `package.json`, `devDependencies`: `vite ^7`',
      ].join('\n'),
    );
    expect(renderSummary(view({ files, manifests }))).toContain('**New dependencies: 3**');
  });

  test('S37 does not call new what a replaced manifest may have had', () => {
    const replaced = [file('package.json', { replaces: true }), file('app.js')];
    expect(pullRequestBody(view({ files: replaced, manifests }))).toContain('**Dependencies: 3**');
  });

  test('S37 says nothing of manifests that are not in it, or that install nothing', () => {
    const aside = { setAside: { reason: 'r', content: '' } };
    for (const changes of [{ kept: true }, aside, { state: 'failed' } as const]) {
      const there = [file('package.json', changes), file('app.js')];
      expect(pullRequestBody(view({ files: there, manifests }))).not.toMatch(/dependencies|WARNING/i);
    }
    expect(pullRequestBody(view())).not.toMatch(/dependencies:/i);
  });

  test('S37 folds many and stays in bounds', () => {
    const many = Array.from({ length: 500 }, (_, index) => [`p${index}${'&'.repeat(100)}`, 'git:&']);
    const names = ['preinstall', 'install', 'postinstall'];
    const scripts = Object.fromEntries(names.map((name) => [name, '😀'.repeat(1000)]));
    const content = json({ scripts, dependencies: Object.fromEntries(many) });
    const huge = readManifests(new Map([['package.json', content]]));
    const body = pullRequestBody(view({ files, manifests: huge, planText: 'A word. '.repeat(20_000) }));
    expect(body.length).toBeLessThanOrEqual(60_000);
    expect(body).toContain('<summary>New dependencies: 500</summary>');
    expect(body).toMatch(/3f9a2c1b`<\/sub>\n<!-- \/smol -->\n$/);
  });

  test('S37 S51 lets nothing act that a manifest says', () => {
    fc.assert(
      fc.property(hostileMarkdown, (text) => {
        const said = readManifests(
          new Map([['package.json', json({ scripts: { prepare: text }, dependencies: { [text]: text } })]]),
        );
        const body = pullRequestBody(view({ files, manifests: said }));
        expect(activeReferences(parse(body))).toEqual(['#12', 'Closes #12']);
        expect(body).toMatch(/3f9a2c1b`<\/sub>\n<!-- \/smol -->\n$/);
      }),
      { numRuns: 150 },
    );
  });
});
