import type { PlannedFile } from './events.js';
/**
 * Draws the icons of a plan, each in the size that its name or a manifest says, when it is asked for: a large one takes
 * a fifth of a second. What is drawn depends on nothing else.
 *
 * @param files path → text of the app.
 * @param title what the app is called where no manifest gives it a name.
 * @returns paths with bytes, in the plan's order.
 */
export declare function drawIcons(planned: readonly PlannedFile[], files: ReadonlyMap<string, string>, title: string): Generator<[path: string, bytes: Uint8Array], void, void>;
