import type { Message } from '../model/port.js';
export type Brief = {
    /** What to build, in a person's words. */
    readonly prompt: string;
    /** Standing instructions of the people who ask; trusted, unlike the prompt. */
    readonly instructions?: string | undefined;
};
/** Messages that ask for the plan. */
export declare function planMessages(brief: Brief): Message[];
/** Messages that ask for the list of files in a plan which could not be read. */
export declare function listMessages(brief: Brief, plan: string): Message[];
/** Messages that ask for one file. They differ from those of another file only after the plan. */
export declare function fileMessages(brief: Brief, plan: string, path: string): Message[];
/** Messages that ask to go on with a reply which was cut at the token limit. */
export declare function continuationMessages(asked: readonly Message[], soFar: string): Message[];
