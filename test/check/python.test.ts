import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.js';
import { readPython } from '../../src/check/python/read.js';
import { cpuTime } from '../support/cpu-time.js';
import { text, toldIn } from './apps.js';
import { planOf, said } from './plans.js';

const brokenLine = (code: string) => readPython('a.py', code).broken?.[0]?.line ?? null;

describe('what is no Python', () => {
  test.each([
    ['a bracket that is never closed', 'x = (1,\n', 1],
    ['a bracket that a statement follows', 'x = [\n    1,\n\ndef f():\n    pass\n', 1],
    ['a bracket that nothing opened', 'x = 1\ny = 2)\n', 2],
    ['a bracket of another kind', 'x = {\n  1: (2]\n}\n', 2],
    ['a text in quotes that is never closed', "a = 1\nb = 'it\n", 2],
    ['a text in three quotes that is never closed', 'def f():\n    """It\n    is\n', 3],
    ['an f-string whose braces are not closed', 'a = f"{x"\n', 1],
    ['a block of nothing', 'def f():\n', 1],
    ['a block of nothing before more', 'if x:\ny = 1\n', 1],
    ['a line that is indented without a reason', 'x = 1\n  y = 2\n', 2],
    ['a line that is indented like nothing', 'if x:\n    y = 1\n  z = 2\n', 3],
    ['a head without a colon', 'for x in y\n    pass\n', 1],
    ['a try that nothing follows', 'try:\n    x = 1\n', 2],
    ['a try that something else follows', 'try:\n    x = 1\ny = 2\n', 3],
    ['an else of nothing', 'x = 1\nelse:\n    y = 1\n', 2],
    ['a decorator of nothing', '@cached\nx = 1\n', 2],
    ['a decorator at the end', 'x = 1\n@cached\n', 2],
    ['an assignment that is cut off', 'x =\n', 1],
    ['a condition that is cut off', 'x = a and\n', 1],
    ['an import that is cut off', 'from a import\n', 1],
    ['a from that is cut off', 'from a.b\n', 1],
    ['a function that is cut off', 'def lo', 1],
    ['prose', 'Here are files you asked for\n', 1],
  ])('%s', (_name, code, line) => {
    expect(brokenLine(code)).toBe(line);
  });
});

describe('what is Python', () => {
  test.each([
    'match command:\n    case [x, *rest] if rest:\n        pass\n    case _:\n        pass\n',
    'match = 1\nmatch[0] = 2\ncase: int = 3\ntype = 4\n',
    'type Pair[T] = tuple[T, T]\ndef first[T](pair: Pair[T]) -> T:\n    return pair[0]\nclass Box[T]: ...\n',
    "x = f'{a['b']} {c:>{width}} {d!r} {{e}} {f\"{g}\"}'\n",
    'x = f"{\n    a  # why\n}"\n',
    'x = rf"\\{a}" rb"\\"" \'\\N{DASH}\'\ny = f"\\N{EM DASH}{a}"\n',
    'try:\n    pass\nexcept* ValueError as group:\n    pass\nelse:\n    pass\nfinally:\n    pass\n',
    'if (n := len(a)) > 1: print(n); x = 2\nelse: pass\n',
    'async def f():\n    async with a as b, c:\n        return [x async for x in b]\n',
    'x = lambda a, *b: a\nif lambda: x: pass\n',
    'def f(\n    a, /, b=1, *, c: int = 2, **d\n) -> None: ...\n',
    'x = 0.\ny = 1_000j\nz = 0xFFl\n',
    'x = 1 \\\n    + 2\n',
    'if x:\n\ty = 1\n        # a comment anywhere\n\tz = 2\n',
    '\f\nclass A:\n    pass\n',
    '\uFEFFx = 1\r\nif x:\r\n    y = """a\r\nb"""\r\n',
    'print "old"\nexec code in names\nraise E, "x"\nx = `y`\n',
    'def f():\n    yield\n    return (*a,)[0]\n',
    '# nothing\n',
    '',
    'constructor = 1\n__proto__ = 2\ntoString()\n',
  ])('%j', (code) => {
    expect(readPython('a.py', code).broken ?? []).toEqual([]);
  });
});

test('the reader throws for no text', () => {
  const words = fc.constantFrom(
    'def ',
    'f',
    '(',
    ')',
    '"""',
    "'",
    'f"{',
    '}',
    ':',
    '\n',
    '    ',
    'import ',
    'from ',
    '.',
    '@',
    '\\',
    '#',
    'lambda ',
    '=',
    'class ',
    '__proto__',
    ' as ',
    ',',
    '*',
    '[',
    ']',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (parts) => void readPython('a.py', parts.join(''))),
  );
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (code) => void readPython('a.py', code)));
});

test.each([
  ['brackets', '['.repeat(50_000)],
  ['braces of f-strings', 'f"{'.repeat(50_000)],
  ['indentation', Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}if x:\n`).join('')],
  ['one line', `x = [${'1, '.repeat(50_000)}]\n`],
  ['backslashes', '\\\n'.repeat(5_000)],
])('many %s take no time', (_name, code) => {
  expect(cpuTime(() => readPython('a.py', code))).toBeLessThan(1_000);
});

const STORE = text(`
  from typing import TYPE_CHECKING
  LIMIT: int = 3
  first, (second, *rest) = 1, (2, 3)
  try:
      import json
  except ImportError:
      json = None
  if LIMIT:
      def load(path, limit=LIMIT, *, strict=False):
          return path
  else:
      load = None
  def save(path, notes): return path
  class Note:
      def __init__(self, title, done=False):
          self.title = title
`);

describe('imports', () => {
  test.each([
    [
      'a name that a module does not have',
      {
        'app/__init__.py': '',
        'app/store.py': STORE,
        'app/cli.py': 'import os\nfrom .store import (\n    Note,\n    loads,\n)\n',
      },
      ['error app/cli.py:4 `app/cli.py` imports `loads` from `.store`, which has no such name.'],
    ],
    [
      'a module that is not there, by dots',
      { 'app/__init__.py': '', 'app/cli.py': 'from .stores import load\n' },
      ['error app/cli.py:1 `app/cli.py` imports `.stores`, and there is no such file.'],
    ],
    [
      'a module that is not there, by its whole name, under src',
      { 'src/app/__init__.py': '', 'tests/test_a.py': 'import app.store\n' },
      ['error tests/test_a.py:1 `tests/test_a.py` imports `app.store`, and there is no such file.'],
    ],
    [
      'a name of a module beside it',
      { 'store.py': STORE, 'main.py': 'from store import Notes\n' },
      ['error main.py:1 `main.py` imports `Notes` from `store`, which has no such name.'],
    ],
    [
      'a name that is handed on by nobody',
      {
        'app/__init__.py': 'from .store import *\n',
        'app/store.py': STORE,
        'main.py': 'from app import nope\n',
      },
      ['error main.py:1 `main.py` imports `nope` from `app`, which has no such name.'],
    ],
    [
      'what is taken of a module',
      { 'app/__init__.py': '', 'app/store.py': STORE, 'main.py': 'from app import store\nstore.loads()\n' },
      ['error main.py:2 `main.py` uses `store.loads`, and `app/store.py` has no `loads`.'],
    ],
    [
      'a module that is not there, beside code that answers for names alone',
      {
        'app/__init__.py':
          'import sys\nfrom .a import x\nold = sys.modules.get("b")\ndef __getattr__(name): ...\n',
        'a.py': '',
      },
      ['error app/__init__.py:2 `app/__init__.py` imports `.a`, and there is no such file.'],
    ],
    [
      'a module that begins with a line, which may be compiled',
      { 'app/__init__.py': 'from ._config import x\n', 'b.py': '' },
      ['warning app/__init__.py:1 `app/__init__.py` imports `._config`, and there is no such file.'],
    ],
    [
      'a module of a package that others have installed, within itself',
      {
        'flask/__init__.py': '',
        'flask/app.py': 'from flask.cli import main\nfrom flask.views import View\n',
        'flask/cli.py': 'def run(): ...\n',
      },
      [
        'error flask/app.py:1 `flask/app.py` imports `main` from `flask.cli`, which has no such name.',
        'error flask/app.py:2 `flask/app.py` imports `flask.views`, and there is no such file.',
      ],
    ],
    [
      'a name of a module that runs other code',
      {
        '_app/__init__.py': '',
        '_app/cli.py': 'def shell(code, names):\n    exec(code, names)\n    return vars(names)\n',
        'main.py': 'from _app.cli import main\n',
      },
      ['error main.py:1 `main.py` imports `main` from `_app.cli`, which has no such name.'],
    ],
    [
      'what `__all__` lists',
      { 'store.py': "__all__ = [\n    'save',\n    'sav',\n]\ndef save(): ...\n" },
      ['warning store.py:3 `__all__` lists `sav`, which this file does not define.'],
    ],
  ])('%s', async (_name, files, expected) => {
    expect(await toldIn(files, { rules: ['imports'] })).toEqual(expected);
  });

  test.each([
    [
      'every kind of name',
      {
        'store.py': STORE,
        'main.py':
          'from store import LIMIT, first, second, rest, json, load, save, Note, TYPE_CHECKING, __doc__\n',
      },
    ],
    [
      'a module by the name of the file that takes it',
      { 'local/yaml.py': 'import yaml\n\ndef save(a):\n    return yaml.dump(a)\n' },
    ],
    [
      'a module of a package',
      { 'app/__init__.py': '', 'app/store.py': '', 'main.py': 'from app import store\n' },
    ],
    [
      'a folder without __init__',
      {
        'app/store.py': STORE,
        'main.py': 'from app.store import save\nimport app.store as s\ns.save(1, 2)\n',
      },
    ],
    [
      'what may fail',
      {
        'app/__init__.py': '',
        'app/a.py': 'try:\n    from . import fast\nexcept ImportError:\n    fast = None\n',
      },
    ],
    [
      'a module with names that nobody sees',
      { 'store.py': 'def __getattr__(name): ...\n', 'main.py': 'from store import x\n' },
    ],
    [
      'stars of what is not known',
      { 'store.py': 'from numpy import *\n', 'main.py': 'from store import array\n' },
    ],
    [
      'stars in a circle',
      { 'a.py': 'from b import *\nx = 1\n', 'b.py': 'from a import *\n', 'main.py': 'from b import x\n' },
    ],
    ['a module that came with Python', { 'types.py': '', 'main.py': 'from types import SimpleNamespace\n' }],
    [
      'a folder that is called like a package',
      {
        'docker/build.py': '',
        'main.py': 'from docker.errors import APIError\n',
        'requirements.txt': 'docker\n',
      },
    ],
    [
      'what expects to fail',
      { 'app/__init__.py': '', 'test_a.py': 'with raises(ImportError):\n    from app import x\n' },
    ],
    [
      'a package that puts modules elsewhere',
      {
        'app/__init__.py': 'import sys\nsys.modules[__name__ + ".a"] = object()\n',
        'app/b.py': 'from .a import x\n',
      },
    ],
    [
      'a module that runs code at its top, or makes another thing of itself',
      {
        'a.py': 'exec(open("b").read())\n',
        'b.py': 'import sys\nsys.modules[__name__] = object()\n',
        'c.py': 'from a import x\nfrom b import y\n',
      },
    ],
    ['a private module of Python', { 'main.py': 'import _thread\nfrom _collections_abc import Set\n' }],
    ['what a build makes', { 'app/__init__.py': 'from ._version import version\nfrom .a_pb2 import A\n' }],
    [
      'a name that a parameter has, too',
      { 'store.py': STORE, 'main.py': 'import store\ndef f(store):\n    return store.anything\n' },
    ],
    [
      'a compiled module',
      { 'app/__init__.py': '', 'app/fast.pyi': 'def f(): ...\n', 'main.py': 'from app.fast import g\n' },
    ],
    ['a broken module', { 'store.py': 'x = (\n', 'main.py': 'from store import y\n' }],
  ])('silent: %s', async (_name, files) => {
    expect(await toldIn(files, { rules: ['imports'] })).toEqual([]);
  });
});

describe('of two files that disagree about a name', () => {
  const planned = (contract: string) => ({
    text: `# App\n\n## Contract\n- ${contract}\n\n## Files\n- \`app/cli.py\` – a.\n- \`app/store.py\` – b.\n`,
    files: ['app/cli.py', 'app/store.py'].map((path) => ({
      ...{ path, description: 'a', uses: [], setAside: null },
    })),
  });
  const blamed = async (cli: string, contract: string) => {
    const files = new Map([
      ['app/__init__.py', ''],
      ['app/cli.py', cli],
      ['app/store.py', 'def load(path): return path\n'],
    ]);
    const { findings } = await check({ files, plan: planned(contract) });
    return new Set(findings.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  };
  test.each([
    ['from .store import load_all\n\nload_all()\n', '`app/store.py`: `load_all(path)`', 'app/store.py'],
    ['from . import store\n\nstore.load_all()\n', '`app/store.py`: `load_all(path)`', 'app/store.py'],
    ['from .store import load_all\n\nload_all()\n', '`app/store.py`: `load(path)`', 'app/cli.py'],
    ['from . import store\n\nstore.load_all()\n', 'Whatever works.', 'app/cli.py'],
  ])('%j with %s: %s has to change', async (cli, contract, path) => {
    expect(await blamed(cli, contract)).toEqual(new Set([path]));
  });
});

describe('packages', () => {
  const main = 'import os\nimport requests\nfrom yaml import safe_load\n';
  test.each([
    [
      'a package that is not listed',
      { 'requirements.txt': 'requests==2.0 # web\n', 'main.py': main },
      ['error main.py:3'],
    ],
    [
      'one that a project does not name',
      { 'pyproject.toml': '[project]\nname = "a"\ndependencies = ["PyYAML>=6"]\n', 'main.py': main },
      ['error main.py:2'],
    ],
    [
      'one of a project that needs nothing',
      { 'pyproject.toml': '[project]\nname = "a"\ndependencies = []\n', 'main.py': 'import store\n' },
      ['error main.py:1'],
    ],
    [
      'in tests it is less',
      { 'requirements.txt': 'requests\n', 'tests/test_a.py': main },
      ['warning tests/test_a.py:3'],
    ],
    [
      'one that only another one brings',
      {
        'pyproject.toml': '[project]\nname = "a"\ndependencies = ["pydis_core"]\n',
        'uv.lock': '[[package]]\nname = "discord-py"\nversion = "2.4"\n',
        'main.py': 'import discord\nimport requests\n',
      },
      ['warning main.py:1', 'error main.py:2'],
    ],
    ['no list at all', { 'main.py': 'import requests\n' }, ['warning main.py:1']],
  ])('%s', async (_name, files, expected) => {
    const all = await toldIn(files, { rules: ['packages'] });
    expect(all.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(expected);
  });

  test.each([
    [
      'names that differ',
      { 'requirements.txt': 'pyyaml\nrequests[socks]>=2\n-r other.txt\n', 'main.py': main },
    ],
    [
      'poetry and its groups',
      {
        'pyproject.toml':
          '[tool.poetry.dependencies]\nrequests = "*"\n[tool.poetry.group.a.dependencies]\nPyYAML = "*"\n',
        'main.py': main,
      },
    ],
    [
      'a project that computes',
      { 'pyproject.toml': '[project]\nname = "a"\ndynamic = ["dependencies"]\n', 'main.py': main },
    ],
    [
      'what a compiler makes, and names that differ by more',
      {
        'requirements.txt': 'protobuf\npgzero\nkafka-python3\nlangchain\n',
        'main.py':
          'import users_pb2\nimport pgzrun\nimport kafka3\nfrom langchain_community.graphs import Graph\n',
      },
    ],
    [
      'what comes with another',
      {
        'requirements.txt': 'fastapi\n',
        'main.py': 'from starlette.responses import Response\nimport pydantic\n',
      },
    ],
    [
      'what may be missing',
      {
        'requirements.txt': 'a\n',
        'main.py': 'try:\n    import ujson\nexcept ImportError:\n    ujson = None\n',
      },
    ],
    [
      'a module that is somewhere',
      { 'requirements.txt': 'a\n', 'tools/store.py': '', 'app/main.py': 'import store\n' },
    ],
  ])('silent: %s', async (_name, files) => {
    expect(await toldIn(files, { rules: ['packages'] })).toEqual([]);
  });
});

describe('calls', () => {
  test.each([
    ['save(1, 2, 3)', 'with 3 values by place, and it takes 2'],
    ['save(1)', 'without `notes`'],
    ['save(1, note=2)', 'with `note=`, which it does not take'],
    ['Note()', 'without `title`'],
    ['Note("a", True, 1)', 'with 3 values by place, and it takes 2'],
  ])('%s', async (call, reason) => {
    const files = { 'store.py': STORE, 'main.py': `from store import Note, save\n${call}\n` };
    const name = call.slice(0, call.indexOf('('));
    expect(await toldIn(files, { rules: ['calls'] })).toEqual([
      `error main.py:2 \`main.py\` calls \`${name}\` of \`store.py\` ${reason}.`,
    ]);
  });

  test('which something may catch are told as a warning', async () => {
    const call = 'try:\n    save(1)\nexcept TypeError:\n    pass\n';
    const files = { 'store.py': STORE, 'main.py': `from store import save\n${call}` };
    expect(await toldIn(files, { rules: ['calls'] })).toEqual([
      'warning main.py:3 `main.py` calls `save` of `store.py` without `notes`.',
    ]);
  });

  test('which the plan has as they are made are the fault of the function', async () => {
    const files = {
      'store.py': 'import json\n\n\ndef save(path, notes):\n    json.dump(notes, path)\n',
      'main.py': 'from store import save\nsave(1)\n',
    };
    const of = (contract: string) => said('calls', files, planOf(contract, Object.keys(files)));
    const sentence = '`main.py` calls `save` of `store.py` without `notes`.';
    expect(await of('- `store.py`: `save(path)`')).toEqual([`error store.py:4 ${sentence}`]);
    expect(await of('- `store.py`: `save(path, notes)`')).toEqual([`error main.py:2 ${sentence}`]);
  });

  test.each(
    [
      'save(1, 2)',
      'save(*a)',
      'save(1, **b)',
      'save(lambda a, b: a, 2)',
      'save(x for x, y in z)[0] if 0 else save(1, notes=2)',
      'Note("a", done=True)',
      'load()',
      'save',
    ].filter((call) => !call.includes('for x')),
  )('silent: %s', async (call) => {
    const files = { 'store.py': STORE, 'main.py': `from store import Note, load, save\n${call}\n` };
    expect(await toldIn(files, { rules: ['calls'] })).toEqual([]);
  });
});

test('a call is found in a file that names the function where a parameter begins', async () => {
  const files = {
    'store.py': STORE,
    'main.py': 'from store import save\ndef f(a=save(1, 2)): ...\nsave(1)\n',
  };
  expect(await toldIn(files, { rules: ['calls'] })).toEqual([
    'error main.py:3 `main.py` calls `save` of `store.py` without `notes`.',
  ]);
});

test('where nothing is declared, a package is told of once', async () => {
  const files = { 'a.py': 'import requests\n', 'b.py': 'import requests\nimport yaml\n' };
  expect(await toldIn(files, { rules: ['packages'] })).toEqual([
    'warning a.py:1 `a.py` imports `requests`, which is no file here and does not come with Python, and no list of requirements names it.',
    'warning b.py:2 `b.py` imports `yaml`, which is no file here and does not come with Python, and no list of requirements names it.',
  ]);
});

test('the commands of a project are there', async () => {
  const project =
    '[project]\nname = "a"\ndependencies = []\nreadme = "READ.md"\n[project.scripts]\na = "app.cli:main"\nb = "app.cli:mains"\nc = "app.nope:main"\n';
  const files = {
    'pyproject.toml': project,
    'src/app/__init__.py': '',
    'src/app/cli.py': 'def main(): ...\n',
  };
  expect(await toldIn(files)).toEqual([
    'error pyproject.toml:4 `pyproject.toml` names `READ.md` as its readme, and there is no such file.',
    'error pyproject.toml:7 The command `b` starts `mains` of `app.cli`, which has no such name.',
    'error pyproject.toml:8 The command `c` starts `app.nope`, and there is no such file.',
  ]);
});
