import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import listed from './packages.json' with { type: 'json' };

const packageSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  /** Which client brings it. */
  from: z.enum(['npm', 'debian']),
  kind: z.enum(['browser', 'python', 'script']),
  /** As npm writes it: the name of a hash, and the hash. */
  integrity: z.string().regex(/^sha512-[\w+/]+=*$/),
  /** The folder in it that is looked at as an app; the whole package unless given. */
  folder: z.string().optional(),
});

/** A package that other people wrote, in one version for ever. */
export type Package = z.infer<typeof packageSchema>;

/** What the packages are, in the order of the table. */
export const KINDS = { browser: 'browser apps', python: 'Python', script: 'JavaScript, TypeScript' } as const;

/** All packages that the checks are tried on. */
export const PACKAGES: readonly Package[] = z.array(packageSchema).parse(listed);

/** Where the packages lie unless a folder is named. */
export const CACHE = join(tmpdir(), 'smol-bench-check');

/** The name of the file that a package is kept in. */
export function archiveName({ name, version, from }: Package): string {
  const safe = `${name}-${version}`.replace(/[^\w.+~-]+/g, '-').replace(/^-/, '');
  return `${safe}.${from === 'npm' ? 'tgz' : 'deb'}`;
}
