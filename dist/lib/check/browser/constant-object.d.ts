import { type Node } from '../script/walk.js';
/**
 * The options of a request, by the name of the constant they stand in: `const options = { method, headers }`.
 *
 * @returns null where it is none, or where its method may be another one when it is used
 */
export declare function constantObject(name: string, ancestors: readonly Node[]): Node | null;
/** The own file that a name, or what is called, is imported from: `./notes.js` of `import { notes } from '../page/notes.js'`. */
export declare function importedFrom(node: Node | undefined, ancestors: readonly Node[]): string | null;
