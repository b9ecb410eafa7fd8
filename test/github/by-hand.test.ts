import { describe, expect, test } from 'vitest';
import { isByHand } from '../../src/github/repository/by-hand.js';

describe('what people write', () => {
  test.each([
    'README.md',
    'src/index.ts',
    'app/[id]/(shop)/page.tsx',
    'Makefile',
    'go.mod',
    'src/cache/lru.ts',
    'src/blocks.js',
    'docs/map.md',
    'lib/minify.js',
    'src/lockout.ts',
    'icons/logo.svg',
    '.github/workflows/ci.yml',
    'tests/__init__.py',
    'src/Designer.cs',
  ])('%s', (path) => {
    expect(isByHand(path)).toBe(true);
  });

  test.each([
    'node_modules/x/index.js',
    'packages/a/node_modules/x/index.js',
    'vendor/github.com/x/y.go',
    'Third_Party/x.c',
    'dist/index.js',
    'build/app.js',
    'target/debug/x.d',
    '.venv/bin/activate',
    'venv/lib/x.py',
    'app/__pycache__/x.py',
    '.next/server/x.js',
    'package-lock.json',
    'bun.lock',
    'Cargo.lock',
    'go.sum',
    'public/app.min.js',
    'public/app.js.map',
    'test/__snapshots__/a.ts',
    'test/a.test.ts.snap',
    'api/x.pb.go',
    'api/x_pb2.py',
    'api/x_pb2_grpc.pyi',
    'lib/model.g.dart',
    'Form1.Designer.cs',
    'gradlew',
    'mvnw.cmd',
    'public/jquery-3.7.1.js',
    'logo.png',
    'sound.mp3',
    'font.woff2',
    'data/people.csv',
    'debug.log',
    'a\u202eb.ts',
  ])('not %s', (path) => {
    expect(isByHand(path)).toBe(false);
  });
});
