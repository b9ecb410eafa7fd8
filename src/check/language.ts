/** What a file is written in, as far as a check cares; `other` is not parsed. */
export type Language =
  | 'script'
  | 'html'
  | 'css'
  | 'scss'
  | 'json'
  | 'jsonc'
  | 'yaml'
  | 'toml'
  | 'markdown'
  | 'python'
  | 'go'
  | 'rust'
  | 'java'
  | 'php'
  | 'dockerfile'
  | 'other';

const BY_EXTENSION: Readonly<Record<string, Language>> = {
  ...Object.fromEntries(['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx'].map((end) => [end, 'script'])),
  html: 'html',
  htm: 'html',
  css: 'css',
  scss: 'scss',
  json: 'json',
  webmanifest: 'json',
  jsonc: 'jsonc',
  'code-snippets': 'jsonc',
  json5: 'other',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  md: 'markdown',
  markdown: 'markdown',
  py: 'python',
  pyi: 'python',
  go: 'go',
  rs: 'rust',
  java: 'java',
  php: 'php',
};

/** JSON files that their readers allow comments and commas at the end in. */
const WITH_COMMENTS =
  /(?:^|\/)(?:(?:ts|js)config(?:\.[^/]*)?\.json|\.eslintrc(?:\.json)?|\.swcrc|\.babelrc|api-extractor\.json|devcontainer\.json|language-configuration\.json|[^/]*-theme\.json|biome\.json|deno\.json|renovate\.json|turbo\.json)$|(?:^|\/)\.vscode\/[^/]+\.json$/;

/** What a file is written in, by its path. */
export function languageOf(path: string): Language {
  if (WITH_COMMENTS.test(path)) return 'jsonc';
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^(?:Dockerfile|Containerfile)(?:\..+)?$|\.dockerfile$/i.test(name)) return 'dockerfile';
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(BY_EXTENSION, extension) ? (BY_EXTENSION[extension] ?? 'other') : 'other';
}
