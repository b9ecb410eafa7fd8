/** Whether a text is filled in by another program before anybody parses it: Helm, Jinja, EJS, ERB, Mustache. */
export function isTemplate(text) {
    return text.includes('{{') || text.includes('{%') || text.includes('<%') || text.includes('<?');
}
