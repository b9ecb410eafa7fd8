/** Whether text is written for a template engine, so that braces in it are no text. */
export function isTemplated(text) {
    return /\{\{|\{%|<%|<\?(?:php|=)|<#|\[%/.test(text);
}
