/** What is wrong with a file: `error`, it cannot work; `warning`, probably wrong; `note`, a person should know. */
export type Severity = 'error' | 'warning' | 'note';
/** A kind of check. */
export type RuleName = 'syntax' | 'imports' | 'references' | 'packages' | 'ids' | 'calls' | 'messages' | 'plan' | 'unfinished';
/** Rules in the order in which people read of them, with what each looks at. */
export declare const RULES: Readonly<Record<RuleName, string>>;
/** What a check found. */
export type Finding = {
    readonly rule: RuleName;
    readonly severity: Severity;
    /** The file that has to change: where two disagree, the one that departs from the plan; else the one that uses. */
    readonly path: string;
    /** From 1; null where it is about the file as a whole. */
    readonly line: number | null;
    /** One sentence for people; names stand in backticks. */
    readonly message: string;
    /** For whoever mends it: what the other side offers, in one sentence; null where there is no other side. */
    readonly offers: string | null;
};
/** Whether two findings say the same of a file, wherever the lines moved. */
export declare function sameFinding(left: Finding, right: Finding): boolean;
/** Orders findings as people read them: by file, then by line; the worse first. */
export declare function byPlace(left: Finding, right: Finding): number;
