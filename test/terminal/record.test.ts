import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Folder, openFolder } from '../../src/terminal/folder.js';
import {
  finishedFiles,
  isFree,
  place,
  placePlan,
  type RunRecord,
  readRecord,
  startRecord,
} from '../../src/terminal/record.js';
import { temporaryFolder } from './world.js';

const NEW = startRecord(null, 'request', '# Plan\n');

async function app(): Promise<{ root: string; folder: Folder }> {
  const root = await temporaryFolder();
  const folder = await openFolder(root);
  if (folder === null) throw new Error('the folder does not open');
  return { root, folder };
}

const file = (path: string, content: string) => ({ path, content, setAside: null });

async function textOf(root: string, path: string): Promise<string> {
  return readFile(join(root, path), 'utf8');
}

describe('a finished file', () => {
  test('goes to its path, and the record says so', async () => {
    const { root, folder } = await app();
    const { placement, record } = await place(folder, NEW, file('src/a.js', 'one\n'));
    expect(placement).toEqual({ kind: 'written', path: 'src/a.js', at: 'src/a.js' });
    expect(await textOf(root, 'src/a.js')).toBe('one\n');
    expect(await readRecord(folder)).toEqual(record);
    expect(await finishedFiles(folder, record)).toEqual(new Map([['src/a.js', 'one\n']]));
  });

  test('replaces what smol wrote and nobody changed', async () => {
    const { root, folder } = await app();
    const first = await place(folder, NEW, file('a.js', 'one'));
    const other = startRecord(first.record, 'another request', '# Plan');
    const second = await place(folder, other, file('a.js', 'two'));
    expect(second.placement.kind).toBe('written');
    expect(await textOf(root, 'a.js')).toBe('two');
  });

  test('goes beside a file that smol did not write', async () => {
    const { root, folder } = await app();
    await writeFile(join(root, 'README.md'), 'mine');
    const { placement } = await place(folder, NEW, file('README.md', 'ours'));
    expect(placement).toEqual({ kind: 'kept', path: 'README.md', at: 'README.md.smol-new' });
    expect(await textOf(root, 'README.md')).toBe('mine');
    expect(await textOf(root, 'README.md.smol-new')).toBe('ours');
  });

  test('goes beside a file of ours that a person changed', async () => {
    const { root, folder } = await app();
    const { record } = await place(folder, NEW, file('a.js', 'one'));
    await writeFile(join(root, 'a.js'), 'one, mended');
    const { placement } = await place(folder, record, file('a.js', 'two'));
    expect(placement.at).toBe('a.js.smol-new');
    expect(await textOf(root, 'a.js')).toBe('one, mended');
  });

  test('goes beside both when what lies beside is not ours either', async () => {
    const { root, folder } = await app();
    await writeFile(join(root, 'a.js'), 'mine');
    await writeFile(join(root, 'a.js.smol-new'), 'mine too');
    const { placement } = await place(folder, NEW, file('a.js', 'ours'));
    expect(placement.at).toBe('a.js.smol-new-2');
    expect(await textOf(root, 'a.js.smol-new')).toBe('mine too');
  });

  test('replaces our own file beside, so that they do not pile up', async () => {
    const { root, folder } = await app();
    await writeFile(join(root, 'a.js'), 'mine');
    const first = await place(folder, NEW, file('a.js', 'one'));
    const second = await place(folder, first.record, file('a.js', 'two'));
    expect(second.placement.at).toBe('a.js.smol-new');
    expect(await textOf(root, 'a.js.smol-new')).toBe('two');
  });

  test('is at home where a person has the same content, which does not become ours', async () => {
    const { root, folder } = await app();
    await writeFile(join(root, '__init__.py'), '');
    const first = await place(folder, NEW, file('__init__.py', ''));
    expect(first.placement.kind).toBe('written');
    const second = await place(folder, first.record, file('__init__.py', 'import x'));
    expect(second.placement.kind).toBe('kept');
    expect(await textOf(root, '__init__.py')).toBe('');
  });

  test.each([
    ['a folder', (path: string) => mkdir(path)],
    ['a link', (path: string) => symlink('elsewhere', path)],
  ])('leaves %s of its name alone', async (_, make) => {
    const { root, folder } = await app();
    await make(join(root, 'a'));
    expect((await place(folder, NEW, file('a', 'ours'))).placement.at).toBe('a.smol-new');
  });

  test('is put aside, not lost, when its folder is a file or leads out', async () => {
    const { root, folder } = await app();
    const elsewhere = await temporaryFolder();
    await writeFile(join(root, 'src'), 'a file');
    await symlink(elsewhere, join(root, 'lib'));
    expect((await place(folder, NEW, file('src/a.js', 'ours'))).placement).toEqual({
      kind: 'aside',
      path: 'src/a.js',
      at: '.smol/aside/src/a.js',
      reason: 'src is no folder',
    });
    const { placement } = await place(folder, NEW, file('lib/a.js', 'ours'));
    expect(placement).toMatchObject({ kind: 'aside', reason: 'lib leads out of the folder' });
    expect(await textOf(root, '.smol/aside/lib/a.js')).toBe('ours');
  });

  test('is put aside when the plan set it aside', async () => {
    const { root, folder } = await app();
    const workflow = { path: '.github/workflows/ci.yml', content: 'on: push', setAside: 'it would run' };
    const { placement, record } = await place(folder, NEW, workflow);
    expect(placement).toMatchObject({
      kind: 'aside',
      at: '.smol/aside/.github/workflows/ci.yml',
      reason: 'it would run',
    });
    expect(await folder.look('.github')).toEqual({ kind: 'absent' });
    expect(await textOf(root, placement.at)).toBe('on: push');
    expect(await finishedFiles(folder, record)).toEqual(new Map([['.github/workflows/ci.yml', 'on: push']]));
  });

  test.each(['.smol/run.json', '.SMOL/run.json', '.smol'])(
    'cannot be the record of runs: %s',
    async (path) => {
      const { root, folder } = await app();
      await writeFile(join(root, 'mine.txt'), 'mine');
      const { record } = await place(folder, NEW, file('a.js', 'one'));
      const forged: RunRecord = { ...record, written: [{ at: 'mine.txt', sha256: 'anything' }] };
      const { placement } = await place(folder, record, file(path, JSON.stringify(forged)));
      expect(placement.kind).toBe('aside');
      expect(await readRecord(folder)).toMatchObject({
        written: expect.arrayContaining([expect.objectContaining({ at: 'a.js' })]),
      });
    },
  );

  test('goes to the same place when it is written again', async () => {
    const { folder } = await app();
    const once = await place(folder, NEW, file('a.js', 'one'));
    const twice = await place(folder, once.record, file('a.js', 'one'));
    expect(twice).toEqual(once);
  });

  test('moves to its path once the file of the person is gone', async () => {
    const { root, folder } = await app();
    await symlink('nowhere', join(root, 'a.js'));
    const { record } = await place(folder, NEW, file('a.js', 'one'));
    expect(await finishedFiles(folder, record)).toEqual(new Map([['a.js', 'one']]));
    await rm(join(root, 'a.js'));
    expect((await place(folder, record, file('a.js', 'one'))).placement.kind).toBe('written');
  });

  test('is still known as ours after a crash between the record and the write', async () => {
    const { root, folder } = await app();
    const { record } = await place(folder, NEW, file('a.js', 'one'));
    const stuck: Folder = {
      ...folder,
      write: (path, content) =>
        path === 'a.js' ? Promise.reject(new Error('crash')) : folder.write(path, content),
    };
    await expect(place(stuck, record, file('a.js', 'two'))).rejects.toThrow('crash');
    const after = await readRecord(folder);
    if (after === null || after === 'unreadable') throw new Error('the record is lost');
    expect(await isFree(folder, after, 'a.js')).toBe(true);
    expect((await place(folder, after, file('a.js', 'two'))).placement.kind).toBe('written');
    expect(await textOf(root, 'a.js')).toBe('two');
  });
});

describe('the files to go on with', () => {
  test('are those that still are as they were written', async () => {
    const { root, folder } = await app();
    let record = NEW;
    for (const name of ['a.js', 'b.js', 'c.js'])
      record = (await place(folder, record, file(name, name))).record;
    await writeFile(join(root, 'b.js'), 'changed');
    await rm(join(root, 'c.js'));
    expect(await finishedFiles(folder, record)).toEqual(new Map([['a.js', 'a.js']]));
  });
});

describe('the plan', () => {
  test('is written for people with a line feed at its end', async () => {
    const { root, folder } = await app();
    const record = await placePlan(folder, startRecord(null, 'request', '# Plan'), 'shared_deps.md');
    expect(record.planAt).toBe('shared_deps.md');
    expect(await textOf(root, 'shared_deps.md')).toBe('# Plan\n');
    expect(await textOf(root, '.smol/.gitignore')).toBe('*\n');
  });

  test('leaves the plan of smol_dev, or of a person, alone', async () => {
    const { root, folder } = await app();
    await writeFile(join(root, 'shared_deps.md'), 'an old plan');
    expect((await placePlan(folder, NEW, 'shared_deps.md')).planAt).toBe('shared_deps.md.smol-new');
    expect(await textOf(root, 'shared_deps.md')).toBe('an old plan');
  });
});

describe('the record', () => {
  test.each(['', 'null', '{}', '{"version":2}', 'not json'])(
    'that reads %j is none of ours',
    async (text) => {
      const { folder } = await app();
      await folder.write('.smol/run.json', text);
      expect(await readRecord(folder)).toBe('unreadable');
    },
  );

  test('is none in a new folder', async () => {
    const { folder } = await app();
    expect(await readRecord(folder)).toBeNull();
  });
});
