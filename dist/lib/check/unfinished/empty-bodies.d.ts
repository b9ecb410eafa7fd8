import type { Language } from '../language.js';
import type { Scanned } from './comments.js';
/** A function that has a name and does nothing. */
export type EmptyBody = {
    readonly offset: number;
    readonly name: string;
};
/** Those of the functions of these names whose body is empty, but for comments and words of explanation. */
export declare function emptyBodies(language: Language, { code }: Scanned, names: Iterable<string>): EmptyBody[];
