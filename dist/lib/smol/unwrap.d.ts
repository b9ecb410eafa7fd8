/**
 * Takes the fence and the chatter off a reply that should be the content of one file and nothing else. Only
 * an outermost fence goes; fences inside the content stay, and so does every other character.
 *
 * - A Markdown file (or one of its relatives) is taken out of a fence only if one fence encloses all of it,
 *   closed or not, since its own text may begin and end with code blocks.
 * - Any other file cannot begin with a fence: the first block is the file, and what follows it is chatter.
 * - Before that block may stand up to three lines that read like a sentence to a person, or name the file.
 *
 * @param reply What the model answered.
 * @param path The file it was asked for; only its name is looked at.
 * @returns The content. A reply without a fence at the beginning of a line comes back as it is.
 * @example unwrap('```c++\nint main() {}\n```', 'main.cpp') // 'int main() {}'
 */
export declare function unwrap(reply: string, path: string): string;
