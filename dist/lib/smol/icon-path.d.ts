import type { PlannedFile } from './events.js';
/**
 * Whether a path is that of an icon which is drawn, since no model can write one: a `.png` or `.ico` that is called
 * like one.
 */
export declare function isIcon(path: string): boolean;
/** Whether a file of a plan is drawn: an icon that is there already only stays, moves or goes. */
export declare function isDrawn({ path, action }: Pick<PlannedFile, 'path' | 'action'>): boolean;
/** The size that an icon's name says: `icon-128.png`, `android-chrome-192x192.png`, `icon-16@2x.png`. Pixels. */
export declare function sizeInName(path: string): number | null;
/** The size of an icon of which neither its name nor a manifest says one. Pixels. */
export declare function usualSize(path: string): number;
