import { stripTypeScriptTypes } from 'node:module';
import { type ParserOptions, type ParserPlugin, parse } from '@babel/parser';
import type { Broken } from '../facts.js';

export type Tree = ReturnType<typeof parse>;

/** A tree, or where there is none. */
export type Parsed =
  | { readonly tree: Tree; readonly broken: readonly [] }
  | { readonly tree: null; readonly broken: readonly Broken[] };

/**
 * Parses code. What the parser does not take, but the runtime does, is no finding: the syntax may be newer than the
 * parser.
 */
export function parseScript(path: string, text: string): Parsed {
  const extension = /\.([^.]+)$/.exec(path)?.[1]?.toLowerCase() ?? 'js';
  const isTyped = extension.endsWith('ts') || extension === 'tsx';
  const plugins: ParserPlugin[] = isTyped
    ? ['typescript', 'decorators-legacy', ...(extension === 'tsx' ? (['jsx'] as const) : [])]
    : ['jsx', 'decorators'];
  const options: ParserOptions = {
    sourceType: 'unambiguous',
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    allowUndeclaredExports: true,
    errorRecovery: false,
    plugins,
  };
  try {
    return { tree: parse(text, options), broken: [] };
  } catch (error) {
    const broken = [brokenBy(error)];
    return isReadByRuntime(text, isTyped) ? { tree: parse('', options), broken: [] } : { tree: null, broken };
  }
}

function brokenBy(error: unknown): Broken {
  const { loc, message = '' } = error as { loc?: { line: number }; message?: string };
  return { line: loc?.line ?? 1, message: message.replace(/\s*\(\d+:\d+\)$/, '').replace(/[.\s]+$/, '') };
}

function isReadByRuntime(text: string, isTyped: boolean): boolean {
  try {
    stripTypeScriptTypes(text, { mode: isTyped ? 'transform' : 'strip' });
    return true;
  } catch {
    return false;
  }
}
