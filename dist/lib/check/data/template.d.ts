/** Whether a text is filled in by another program before anybody parses it: Helm, Jinja, EJS, ERB, Mustache. */
export declare function isTemplate(text: string): boolean;
