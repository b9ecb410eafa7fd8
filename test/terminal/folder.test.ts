import { mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Folder, OutsideError, openFolder, sha256 } from '../../src/terminal/folder.js';
import { temporaryFolder } from './world.js';

async function openApp(): Promise<{ base: string; root: string; folder: Folder }> {
  const base = await temporaryFolder();
  const root = join(base, 'app');
  const folder = await openFolder(root);
  if (folder === null) throw new Error('the folder does not open');
  return { base, root, folder };
}

describe('a folder', () => {
  test('is made by the first write, with the folders on the way', async () => {
    const { root, folder } = await openApp();
    expect(await folder.look('src/a.js')).toEqual({ kind: 'absent' });
    await folder.write('src/deep/a.js', 'one\n');
    expect(await readFile(join(root, 'src/deep/a.js'), 'utf8')).toBe('one\n');
    expect(await folder.look('src/deep/a.js')).toEqual({ kind: 'file', sha256: sha256('one\n') });
    expect(await folder.read('src/deep/a.js')).toBe('one\n');
  });

  test('replaces a file as a whole and leaves nothing else behind', async () => {
    const { root, folder } = await openApp();
    await folder.write('a.js', 'one');
    await folder.write('a.js', 'two');
    expect(await readFile(join(root, 'a.js'), 'utf8')).toBe('two');
    expect(await readdir(root)).toEqual(['a.js']);
  });

  test('leaves nothing behind when a write fails', async () => {
    const { root, folder } = await openApp();
    await mkdir(join(root, 'a.js'), { recursive: true });
    await expect(folder.write('a.js', 'text')).rejects.toThrow();
    expect(await readdir(root)).toEqual(['a.js']);
  });

  test('is not opened where a file stands', async () => {
    const base = await temporaryFolder();
    await writeFile(join(base, 'app'), '');
    expect(await openFolder(join(base, 'app'))).toBeNull();
    expect(await openFolder(join(base, 'app', 'deeper'))).not.toBeNull();
  });

  test.each(['../a.js', 'src/../../a.js', '/etc/passwd', '..', '.', '', 'src/../a.js'])(
    'refuses %j',
    async (path) => {
      const { base, folder } = await openApp();
      await expect(folder.write(path, 'text')).rejects.toThrow(OutsideError);
      await expect(folder.look(path)).rejects.toThrow(OutsideError);
      expect(await readdir(base)).toEqual([]);
    },
  );

  test('does not follow a link out of it, at any depth', async () => {
    const { base, root, folder } = await openApp();
    await mkdir(join(base, 'elsewhere'));
    await mkdir(root);
    await symlink(join(base, 'elsewhere'), join(root, 'src'));
    for (const path of ['src/a.js', 'src/deep/er/a.js']) {
      expect(await folder.look(path)).toEqual({ kind: 'blocked', reason: 'src leads out of the folder' });
      expect(await folder.read(path)).toBeNull();
      await expect(folder.write(path, 'text')).rejects.toThrow(OutsideError);
    }
    expect(await readdir(join(base, 'elsewhere'))).toEqual([]);
  });

  test('does not take a neighbour for a part of it', async () => {
    const { base, root, folder } = await openApp();
    await mkdir(join(base, 'app-secrets'));
    await mkdir(root);
    await symlink('../app-secrets', join(root, 'src'));
    await expect(folder.write('src/a.js', 'text')).rejects.toThrow(OutsideError);
  });

  test('follows a link that stays inside', async () => {
    const { root, folder } = await openApp();
    await mkdir(join(root, 'lib'), { recursive: true });
    await symlink('lib', join(root, 'src'));
    await folder.write('src/a.js', 'text');
    expect(await readFile(join(root, 'lib/a.js'), 'utf8')).toBe('text');
  });

  test('takes a link at the path itself for something that is not touched', async () => {
    const { base, root, folder } = await openApp();
    await mkdir(root);
    await writeFile(join(base, 'theirs'), 'theirs');
    await symlink('../theirs', join(root, 'a.js'));
    await symlink('nowhere', join(root, 'b.js'));
    expect(await folder.look('a.js')).toEqual({ kind: 'other' });
    expect(await folder.look('b.js')).toEqual({ kind: 'other' });
    expect(await readlink(join(root, 'a.js'))).toBe('../theirs');
  });

  test('says that a file or a dead link is in the way', async () => {
    const { root, folder } = await openApp();
    await folder.write('src', 'a file');
    await symlink('nowhere', join(root, 'dead'));
    await symlink('loop', join(root, 'loop'));
    expect(await folder.look('src/a.js')).toEqual({ kind: 'blocked', reason: 'src is no folder' });
    expect(await folder.look('dead/a.js')).toEqual({ kind: 'blocked', reason: 'dead is no folder' });
    expect(await folder.look('loop/a.js')).toEqual({ kind: 'blocked', reason: 'loop is no folder' });
  });

  test('may itself be named by a link', async () => {
    const base = await temporaryFolder();
    await mkdir(join(base, 'real'));
    await symlink('real', join(base, 'app'));
    const folder = await openFolder(join(base, 'app'));
    await folder?.write('src/a.js', 'text');
    expect(await readFile(join(base, 'real/src/a.js'), 'utf8')).toBe('text');
  });

  test('may lie behind a link and not exist yet', async () => {
    const base = await temporaryFolder();
    await mkdir(join(base, 'real'));
    await symlink('real', join(base, 'link'));
    const folder = await openFolder(join(base, 'link/app'));
    await folder?.write('src/a.js', 'text');
    expect((await stat(join(base, 'real/app/src/a.js'))).isFile()).toBe(true);
  });
});
