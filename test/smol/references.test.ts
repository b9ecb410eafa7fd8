import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { referencesOf, usersOf } from '../../src/smol/references.js';
import { cpuTime } from '../support/cpu-time.js';

const WEB = new Set([
  'index.html',
  'style.css',
  'public/icon.svg',
  'package.json',
  'src/app.tsx',
  'src/model.ts',
  'src/model.types.ts',
  'src/pages/index.ts',
  'src/pages/[id].tsx',
  'src/(shop)/cart.ts',
  'src/worker.js',
  'src/data.json',
  'src/styles/_vars.scss',
  'src/styles/main.scss',
  'src/Board.vue',
  'tests/model.test.ts',
  'react.ts',
]);

const used = (path: string, content: string, paths: ReadonlySet<string> = WEB) =>
  referencesOf(path, content, paths);

describe('what a file uses', () => {
  test.each([
    ["import { a } from './model.js';", 'src/model.ts'],
    ["import './model';", 'src/model.ts'],
    ["import type { A } from './model.types';", 'src/model.types.ts'],
    ["export * from './model.ts';", 'src/model.ts'],
    ["const a = await import('./model.js');", 'src/model.ts'],
    ['const a = await import(`./model.js`);', 'src/model.ts'],
    ["const a = require('./model')", 'src/model.ts'],
    ["import {\n  a,\n  b,\n} from './model.js';", 'src/model.ts'],
    ["import a from'./model.js'", 'src/model.ts'],
    ["import pages from './pages';", 'src/pages/index.ts'],
    ["import pages from './pages/';", 'src/pages/index.ts'],
    ["import page from './pages/[id]';", 'src/pages/[id].tsx'],
    ["import cart from './(shop)/cart';", 'src/(shop)/cart.ts'],
    ["import { App } from './app.js';", 'src/app.tsx'],
    ["import Board from './Board.vue';", 'src/Board.vue'],
    ["import css from './styles/main.scss?inline';", 'src/styles/main.scss'],
    ["new Worker(new URL('./worker.js', import.meta.url))", 'src/worker.js'],
    ["fetch('data.json')", 'src/data.json'],
    ["import { a } from '@/model';", 'src/model.ts'],
    ["import { a } from '~/model';", 'src/model.ts'],
    ["import { a } from 'src/model';", 'src/model.ts'],
    ["vi.mock('../src/model.js')", 'src/model.ts'],
    ["<img src='/icon.svg'>", 'public/icon.svg'],
    ["import '/src/model.ts'", 'src/model.ts'],
  ])('of scripts: %s', (content, path) => {
    expect(used('src/main.ts', content)).toEqual([path]);
  });

  test.each([
    "import React from 'react';",
    "import { b } from './none.js';",
    "import a from '../../../model.js';",
    "import me from './main.js';",
    '0.5 / 2 + a.b.c',
  ])('is nothing in %s', (content) => {
    expect(used('src/main.ts', content, new Set([...WEB, 'src/main.ts']))).toEqual([]);
  });

  test.each([
    ['index.html', '<script type="module" src="src/app.tsx"></script>', ['src/app.tsx']],
    [
      'index.html',
      '<link rel=stylesheet href=style.css><script src=./src/worker.js?v=2></script>',
      ['style.css', 'src/worker.js'],
    ],
    [
      'style.css',
      '@import "src/styles/main.scss"; a { background: url(public/icon.svg#x) }',
      ['src/styles/main.scss', 'public/icon.svg'],
    ],
    ['src/styles/main.scss', "@use 'vars';", ['src/styles/_vars.scss']],
    ['src/Board.vue', '<script>\nimport { a } from "./model.js"\n</script>', ['src/model.ts']],
    ['package.json', '{ "main": "src/worker.js" }', ['src/worker.js']],
  ])('of pages, styles and manifests: %s %s', (path, content, expected) => {
    expect(used(path, content)).toEqual(expected);
  });

  const PYTHON = new Set([
    'src/shop/__init__.py',
    'src/shop/cart.py',
    'src/shop/tax/__init__.py',
    'src/shop/tax/rates.py',
    'tests/test_cart.py',
    'tests/helpers.py',
    'main.py',
  ]);
  test.each([
    ['main.py', 'from shop.cart import Cart', ['src/shop/cart.py']],
    ['main.py', 'import shop.cart as c, os', ['src/shop/cart.py']],
    ['main.py', 'from shop import cart', ['src/shop/__init__.py', 'src/shop/cart.py']],
    [
      'main.py',
      'from shop.tax import (\n    rates,  # all\n    other as o,\n)',
      ['src/shop/tax/__init__.py', 'src/shop/tax/rates.py'],
    ],
    ['src/shop/cart.py', 'from .tax.rates import VAT', ['src/shop/tax/rates.py']],
    ['src/shop/cart.py', 'from . import tax', ['src/shop/__init__.py', 'src/shop/tax/__init__.py']],
    ['src/shop/tax/rates.py', 'from ..cart import Cart', ['src/shop/cart.py']],
    [
      'src/shop/tax/rates.py',
      'def f():\n    from .. import cart',
      ['src/shop/__init__.py', 'src/shop/cart.py'],
    ],
    ['tests/test_cart.py', 'import helpers\nimport main', ['tests/helpers.py', 'main.py']],
    ['tests/test_cart.py', 'import json\nfrom collections import abc', []],
  ])('of Python in %s: %j', (path, content, expected) => {
    expect(used(path, content, PYTHON)).toEqual(expected);
  });

  test.each([
    [
      'cmd/main.go',
      'import "example.com/app/internal/store"',
      ['internal/store/db.go'],
      ['internal/store/db.go', 'internal/store/db_test.go'],
    ],
    [
      'internal/store/db_test.go',
      'package store',
      ['internal/store/db.go'],
      ['internal/store/db.go', 'internal/store/db_test.go'],
    ],
    [
      'src/main.rs',
      'mod model;\nuse crate::shop::cart::Cart;',
      ['src/model.rs', 'src/shop/cart.rs'],
      ['src/model.rs', 'src/shop/mod.rs', 'src/shop/cart.rs'],
    ],
    [
      'src/shop/cart.rs',
      'use super::tax;\nuse crate::{model, shop::tax::Rate};',
      ['src/shop/tax.rs', 'src/model.rs'],
      ['src/model.rs', 'src/shop/tax.rs'],
    ],
    ['tests/cart.rs', 'use app::shop::cart::Cart;', ['src/shop/cart.rs'], ['src/shop/cart.rs']],
    [
      'lib/app.rb',
      "require_relative 'app/cart'\nrequire 'json'",
      ['lib/app/cart.rb'],
      ['lib/app/cart.rb', 'lib/json2.rb'],
    ],
    ['test/cart_test.rb', 'require "app/cart"', ['lib/app/cart.rb'], ['lib/app/cart.rb']],
    [
      'index.php',
      "require __DIR__ . '/lib/cart.php';\nuse App\\Models\\User;",
      ['lib/cart.php', 'src/Models/User.php'],
      ['lib/cart.php', 'src/Models/User.php'],
    ],
    [
      'src/main.c',
      '#include "cart.h"\n#include <tax/rate.h>\n#include <stdio.h>',
      ['src/cart.h', 'include/tax/rate.h'],
      ['src/cart.h', 'include/tax/rate.h'],
    ],
    [
      'src/a/Main.java',
      'import com.acme.b.Cart;\nclass Main { Tax tax; }',
      ['src/a/Tax.java', 'src/com/acme/b/Cart.java'],
      ['src/a/Tax.java', 'src/com/acme/b/Cart.java', 'src/a/Other.java'],
    ],
  ])('of other languages in %s: %j', (path, content, expected, paths) => {
    expect(used(path, content, new Set([path, ...paths])).sort()).toEqual([...expected].sort());
  });

  test('S44 takes time that grows with the length, and never throws', () => {
    const endings = ['ts', 'py', 'scss', 'rs', 'rb', 'go', 'java', 'php', 'c', 'html'];
    const paths = new Set(endings.flatMap((ending) => [`a.${ending}`, `src/a/b.${ending}`]));
    const piece = fc.constantFrom(
      'from ',
      'import ',
      '(',
      ')',
      '::',
      '{',
      '"',
      "'",
      '../',
      './a',
      '.',
      '/',
      '\n',
      'mod a;',
      'a',
      '#',
      '@/',
      '?',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 100 }), fc.constantFrom(...endings), (pieces, ending) => {
        for (const path of referencesOf(`a.${ending}`, pieces.join(''), paths)) expect(paths).toContain(path);
      }),
    );
    const hostile = [
      'from a import (',
      'a::',
      'use a::{',
      '../',
      "require '",
      'a.b',
      'a/b.c ',
      '#include "',
      'from ....',
      '"a/',
    ];
    const time = cpuTime(() => {
      for (const text of hostile) {
        for (const ending of endings) {
          const many = text.repeat(Math.floor(100_000 / text.length));
          referencesOf(`a.${ending}`, many, paths);
          referencesOf(`a.${ending}`, many.replaceAll('a', '\na'), paths);
        }
      }
    });
    expect(time).toBeLessThan(6_000);
  });
});

describe('who uses what changes', () => {
  const contents = new Map([
    ['src/app.tsx', "import { a } from './model.js';"],
    ['src/other.ts', "import { x } from './worker.js';"],
    ['package.json', '{ "files": ["src/model.ts", "src/worker.js"] }'],
    ['tests/model.test.ts', "import { a } from '../src/model.js';"],
  ]);
  const uses = new Map([
    ['index.html', ['src/model.ts']],
    ['src/app.tsx', ['src/worker.js']],
    ['src/none.ts', ['src/model.ts']],
  ]);

  test('is found in the code and in the plan', () => {
    const moved = { changed: new Set(['src/model.ts']), gone: new Set<string>() };
    expect([...usersOf(moved, contents, uses, WEB)]).toEqual([
      ['src/app.tsx', 'src/model.ts'],
      ['tests/model.test.ts', 'src/model.ts'],
      ['index.html', 'src/model.ts'],
    ]);
  });

  test('a manifest uses only what is there no more', () => {
    const moved = { changed: new Set<string>(), gone: new Set(['src/worker.js']) };
    expect([...usersOf(moved, contents, new Map(), WEB).keys()]).toEqual(['src/other.ts', 'package.json']);
  });
});
