/**
 * What no branch name may hold: control characters, space, `~ ^ : ? * [ \`, `..`, `//`, `@{`.
 * https://git-scm.com/docs/git-check-ref-format
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: git forbids them, so they are looked for
const FORBIDDEN = /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|\/\/|@\{/;

/** GitHub takes refs up to this many bytes, `refs/heads/` included. */
const MOST_BYTES = 255 - 'refs/heads/'.length;

/**
 * Whether git and GitHub take a text as the name of a branch, without `refs/heads/` in front.
 * Stricter than git in names that are valid but never meant: `@`, `HEAD`, `refs/…`, and names that
 * look like a commit, which GitHub refuses.
 *
 * @example isBranchName('release/1.x') // true
 */
export function isBranchName(name: string): boolean {
  if (name === '' || name === '@' || name === 'HEAD') return false;
  if (FORBIDDEN.test(name) || !name.isWellFormed()) return false;
  if (name.startsWith('-') || name.startsWith('/') || name.startsWith('refs/')) return false;
  if (name.endsWith('/') || name.endsWith('.')) return false;
  if (/^[0-9a-f]{40}$/i.test(name)) return false;
  const segments = name.split('/');
  if (segments.some((segment) => segment.startsWith('.') || segment.endsWith('.lock'))) return false;
  return Buffer.byteLength(name) <= MOST_BYTES;
}
