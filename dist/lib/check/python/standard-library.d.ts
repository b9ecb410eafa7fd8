/** Whether a module comes with Python, by the first part of its name. */
export declare function isStandard(name: string): boolean;
