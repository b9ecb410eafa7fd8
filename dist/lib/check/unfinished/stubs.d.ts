import type { Scanned } from './comments.js';
/** A body that does nothing but say that it is not written. */
export type Stub = {
    readonly offset: number;
    /** What stands there, as it is. */
    readonly says: string;
    /** The class whose method it is; null for a function of its own. */
    readonly owner: string | null;
};
/** Bodies in braces that only throw that they are not written. */
export declare function thrownStubs(text: string, scanned: Scanned): Stub[];
/** Functions of Python that only raise that they are not written. */
export declare function raisedStubs(text: string, scanned: Scanned): Stub[];
/** `pass` with a comment that says that it stands for something. */
export declare function passedStubs(text: string, scanned: Scanned): Stub[];
