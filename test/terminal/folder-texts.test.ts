import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFolderTexts } from '../../src/terminal/folder-texts.js';
import { temporaryFolder } from './world.js';

async function folderWith(files: Record<string, string | Uint8Array>): Promise<string> {
  const root = await temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return root;
}

async function read(root: string) {
  const texts = await readFolderTexts(root, new AbortController().signal);
  if (texts === null) throw new Error('there is no folder');
  return { ...texts, files: [...texts.files.keys()], others: [...texts.others].sort() };
}

describe('the texts of a folder', () => {
  test('are read at any depth, in one order', async () => {
    const root = await folderWith({ 'b.js': 'b', 'a/deep/c.js': 'c', 'a/b.js': '\ufeffx' });
    expect(await read(root)).toMatchObject({ files: ['b.js', 'a/b.js', 'a/deep/c.js'], others: [] });
    const texts = await readFolderTexts(root, new AbortController().signal);
    expect(texts?.files.get('a/deep/c.js')).toBe('c');
  });

  test('leave out binary files and large ones, which are there all the same', async () => {
    const root = await folderWith({
      'logo.png': new Uint8Array([0x89, 0x50, 0, 1]),
      'latin.txt': new Uint8Array([0xe4]),
      'large.js': ' '.repeat(1_000_001),
      'a.js': '',
    });
    expect(await read(root)).toMatchObject({
      files: ['a.js'],
      others: ['large.js', 'latin.txt', 'logo.png'],
    });
  });

  test('leave out the folders of tools and of an environment of Python', async () => {
    const root = await folderWith({
      '.git/config': '',
      'node_modules/a/index.js': '',
      'packages/a/node_modules/b/index.js': '',
      '.smol/run.json': '{}',
      'env/pyvenv.cfg': '',
      'env/lib/a.py': '',
      'a.js': '',
    });
    expect(await read(root)).toMatchObject({ files: ['a.js'], others: [] });
  });

  test('leave out what .gitignore names, here, below and above', async () => {
    const repository = await folderWith({
      '.git/HEAD': '',
      '.gitignore': '*.tmp.js\n/packages/app/made\n',
      'packages/app/.gitignore': 'dist/\nsecret.js\n',
      'packages/app/a.js': '',
      'packages/app/b.tmp.js': '',
      'packages/app/secret.js': '',
      'packages/app/dist/a.js': '',
      'packages/app/made/a.js': '',
      'packages/app/web/.gitignore': '!secret.js\n',
      'packages/app/web/secret.js': '',
    });
    expect(await read(join(repository, 'packages/app'))).toMatchObject({
      files: ['.gitignore', 'a.js', 'web/.gitignore', 'web/secret.js'],
      others: ['b.tmp.js', 'secret.js'],
    });
  });

  test('are not followed over a link', async () => {
    const outside = await folderWith({ 'secret.js': 'secret' });
    const root = await folderWith({ 'a.js': '' });
    await symlink(outside, join(root, 'out'));
    await symlink(join(outside, 'secret.js'), join(root, 'secret.js'));
    await symlink(root, join(root, 'loop'));
    await symlink('nowhere', join(root, 'gone'));
    expect(await read(root)).toMatchObject({
      files: ['a.js'],
      others: ['gone', 'loop', 'out', 'secret.js'],
      links: ['gone', 'loop', 'out'],
    });
  });

  test('are none where there is no folder', async () => {
    const root = await folderWith({ 'a.js': '' });
    const signal = new AbortController().signal;
    expect(await readFolderTexts(join(root, 'nowhere'), signal)).toBeNull();
    expect(await readFolderTexts(join(root, 'a.js'), signal)).toBeNull();
  });

  test('are no longer read once the person interrupts', async () => {
    const root = await folderWith({ 'a.js': '' });
    await expect(readFolderTexts(root, AbortSignal.abort(new Error('Interrupted.')))).rejects.toThrow(
      'Interrupted.',
    );
  });
});
