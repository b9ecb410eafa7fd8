/** Every file parses: the first place of each where it does not. */
export function checkSyntax({ facts }) {
    const read = [...facts.values()].filter(({ language }) => language !== 'other');
    const findings = read.flatMap(({ path, language, broken: [first] }) => first === undefined
        ? []
        : [
            {
                rule: 'syntax',
                severity: 'error',
                path,
                line: first.line,
                message: `This is no ${NAMES[language]} that can be read: ${first.message}.`,
                offers: null,
            },
        ]);
    return { looked: read.length, findings };
}
const NAMES = {
    script: 'code',
    html: 'HTML',
    css: 'CSS',
    scss: 'SCSS',
    json: 'JSON',
    jsonc: 'JSON',
    yaml: 'YAML',
    toml: 'TOML',
    markdown: 'Markdown',
    python: 'Python',
    go: 'Go',
    rust: 'Rust',
    java: 'Java',
    php: 'PHP',
    dockerfile: 'Dockerfile',
    other: 'text',
};
