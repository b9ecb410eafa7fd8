/** Whether a module comes with Python, by the first part of its name. */
export declare function isStandard(name: string): boolean;
/** Whether it does, or may: the inner parts of those modules have names that begin so. */
export declare function mayBeStandard(name: string): boolean;
