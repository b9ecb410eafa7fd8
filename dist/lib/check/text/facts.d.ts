/** What the rules know of a page in Markdown. */
export type MarkdownFacts = {
    /** Links and images, those in HTML included; not what stands in code. */
    readonly links: readonly {
        readonly url: string;
        readonly line: number;
    }[];
    /** What links within the page may lead to. */
    readonly anchors: ReadonlySet<string>;
};
/** One instruction of a Dockerfile. */
export type Instruction = {
    /** In capitals. */
    readonly name: string;
    readonly words: readonly string[];
    readonly line: number;
};
