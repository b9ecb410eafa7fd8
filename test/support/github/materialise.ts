import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { deflateSync } from 'node:zlib';
import { all } from './call.js';
import { list, member, text } from './wire.js';
import { ownerJson, type World } from './world.js';

type Kind = 'commit' | 'tree' | 'blob';

/** Writes every branch with its history as a bare repository, object by object; the hashes must agree. */
export async function materialise(world: World, dir: string): Promise<void> {
  await promisify(execFile)('git', [
    'init',
    '--bare',
    '--quiet',
    `--initial-branch=${world.settings.defaultBranch}`,
    dir,
  ]);
  const refs = world.overlay.empty ? [] : await all(world, '/branches');
  const seen = new Set<string>();
  for (const ref of refs) {
    const sha = text(member(ref, 'commit', 'sha'));
    await writeCommits(world, dir, sha, seen);
    const file = join(dir, 'refs', 'heads', text(member(ref, 'name')));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${sha}\n`);
  }
}

async function store(dir: string, kind: Kind, sha: string, content: Buffer): Promise<void> {
  const bytes = Buffer.concat([Buffer.from(`${kind} ${content.length}\0`), content]);
  const hash = createHash('sha1').update(bytes).digest('hex');
  if (hash !== sha) throw new Error(`${kind} ${sha} hashes to ${hash}`);
  const file = join(dir, 'objects', sha.slice(0, 2), sha.slice(2));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, deflateSync(bytes));
}

const person = (identity: unknown): string => {
  const seconds = Math.floor(Date.parse(text(member(identity, 'date'))) / 1000);
  return `${text(member(identity, 'name'))} <${text(member(identity, 'email'))}> ${seconds} +0000`;
};

async function writeCommits(world: World, dir: string, head: string, seen: Set<string>): Promise<void> {
  const open = [head];
  for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
    if (seen.has(sha)) continue;
    seen.add(sha);
    const commit = await ownerJson(world, 'GET', `/git/commits/${sha}`);
    const parents = list(member(commit, 'parents')).map((parent) => text(member(parent, 'sha')));
    const tree = text(member(commit, 'tree', 'sha'));
    const message = text(member(commit, 'message'));
    const lines = [
      `tree ${tree}`,
      ...parents.map((parent) => `parent ${parent}`),
      `author ${person(member(commit, 'author'))}`,
      `committer ${person(member(commit, 'committer'))}`,
    ];
    const content = `${lines.join('\n')}\n\n${message.endsWith('\n') ? message : `${message}\n`}`;
    await store(dir, 'commit', sha, Buffer.from(content));
    await writeTree(world, dir, tree, seen);
    open.push(...parents);
  }
}

async function writeTree(world: World, dir: string, sha: string, seen: Set<string>): Promise<void> {
  if (seen.has(sha)) return;
  seen.add(sha);
  const entries = list(member(await ownerJson(world, 'GET', `/git/trees/${sha}`), 'tree')).map((entry) => ({
    path: text(member(entry, 'path')),
    mode: text(member(entry, 'mode')),
    sha: text(member(entry, 'sha')),
    isTree: member(entry, 'type') === 'tree',
  }));
  const key = (entry: { path: string; isTree: boolean }) =>
    Buffer.from(entry.isTree ? `${entry.path}/` : entry.path);
  entries.sort((a, b) => Buffer.compare(key(a), key(b)));
  const parts = entries.flatMap((entry) => [
    Buffer.from(`${entry.mode.replace(/^0+/, '')} ${entry.path}\0`),
    Buffer.from(entry.sha, 'hex'),
  ]);
  await store(dir, 'tree', sha, Buffer.concat(parts));
  for (const entry of entries) {
    if (entry.isTree) await writeTree(world, dir, entry.sha, seen);
    else await writeBlob(world, dir, entry.sha, seen);
  }
}

async function writeBlob(world: World, dir: string, sha: string, seen: Set<string>): Promise<void> {
  if (seen.has(sha)) return;
  seen.add(sha);
  const blob = await ownerJson(world, 'GET', `/git/blobs/${sha}`);
  await store(dir, 'blob', sha, Buffer.from(text(member(blob, 'content')), 'base64'));
}
