/** What a file is written in, as far as a check cares; `other` is not parsed. */
export type Language = 'script' | 'html' | 'css' | 'scss' | 'json' | 'jsonc' | 'yaml' | 'toml' | 'markdown' | 'python' | 'go' | 'rust' | 'java' | 'php' | 'dockerfile' | 'other';
/** What a file is written in, by its path. */
export declare function languageOf(path: string): Language;
