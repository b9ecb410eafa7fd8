/** Where the addresses of an element stand, and what they lead to. */
const ADDRESSES = {
    a: { href: 'page' },
    area: { href: 'page' },
    audio: { src: 'media' },
    body: { background: 'image' },
    embed: { src: 'media' },
    frame: { src: 'page' },
    iframe: { src: 'page' },
    image: { href: 'image', 'xlink:href': 'image' },
    img: { src: 'image', srcset: 'image' },
    input: { src: 'image' },
    object: { data: 'media' },
    script: { src: 'code' },
    source: { src: 'media', srcset: 'image' },
    track: { src: 'media' },
    use: { href: 'image', 'xlink:href': 'image' },
    video: { src: 'media', poster: 'image' },
};
/** What a `link` leads to, by its `rel`; others are for machines elsewhere. */
const LINKS = {
    stylesheet: 'style',
    modulepreload: 'code',
    manifest: 'data',
    icon: 'image',
    'apple-touch-icon': 'image',
    'mask-icon': 'image',
};
const PRELOADS = {
    script: 'code',
    style: 'style',
    font: 'font',
    image: 'image',
    fetch: 'data',
};
/** The addresses in a start tag. */
export function referencesOf(tag) {
    if (tag.name === 'link')
        return inLink(tag);
    const attributes = Object.hasOwn(ADDRESSES, tag.name) ? (ADDRESSES[tag.name] ?? {}) : {};
    return Object.entries(attributes).flatMap(([name, target]) => {
        const value = tag.attributes.get(name);
        if (value === undefined)
            return [];
        const line = tag.lineOf(name);
        const addresses = name === 'srcset' ? inSrcset(value) : [value.trim()];
        return addresses.map((address) => ({ target, address, line, how: name, from: 'file' }));
    });
}
function inLink({ attributes, lineOf }) {
    const address = attributes.get('href');
    const names = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
    const linked = names.find((name) => Object.hasOwn(LINKS, name));
    const preloaded = attributes.get('as')?.toLowerCase() ?? '';
    const target = linked !== undefined
        ? LINKS[linked]
        : names.includes('preload') && Object.hasOwn(PRELOADS, preloaded)
            ? PRELOADS[preloaded]
            : undefined;
    if (address === undefined || target === undefined)
        return [];
    return [{ target, address: address.trim(), line: lineOf('href'), how: 'href', from: 'file' }];
}
/** `a.png 1x, b.png 2x`; an address with a comma in it is left alone. */
function inSrcset(value) {
    if (value.includes('data:'))
        return [];
    return value
        .split(/,\s/)
        .map((candidate) => candidate.trim().split(/\s/, 1)[0] ?? '')
        .filter((address) => address !== '' && !address.includes(','));
}
/** Attributes that name ids of the same page, one or several. */
export const NAMING = new Set([
    'for',
    'list',
    'form',
    'headers',
    'popovertarget',
    'commandfor',
    'aria-activedescendant',
    'aria-controls',
    'aria-describedby',
    'aria-details',
    'aria-errormessage',
    'aria-flowto',
    'aria-labelledby',
    'aria-owns',
]);
/** Elements whose end must be written. */
export const CLOSED = new Set([
    'article',
    'aside',
    'button',
    'dialog',
    'div',
    'fieldset',
    'footer',
    'form',
    'header',
    'main',
    'nav',
    'ol',
    'section',
    'select',
    'span',
    'svg',
    'table',
    'template',
    'ul',
]);
