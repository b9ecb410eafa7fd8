/**
 * The lowest major version that a range takes; null where that cannot be said, or where it asks for what is not
 * released yet.
 *
 * @example lowestMajor('^4.18.0 || >=5') === 4
 */
export function lowestMajor(range) {
    if (range.length > 200 || /\d-[a-z\d]/i.test(range))
        return null;
    const majors = range.split('||').map(lowestOfOne);
    return majors.includes(null) ? null : Math.min(...majors.map((major) => major ?? 0));
}
/** All parts of it hold at the same time. */
function lowestOfOne(range) {
    const parts = range
        .trim()
        .replace(/([<>=^~]) +/g, '$1')
        .split(/ - .*| +/);
    let lowest = 0;
    for (const part of parts) {
        const match = /^(\^|~>?|>=?|=|<=?)?v?(\d{1,9}|[xX*])?(?:\.(?:\d{1,9}|[xX*])){0,2}$/.exec(part);
        if (match === null)
            return null;
        const [, sign = '', major = '0'] = match;
        if (!sign.startsWith('<') && /\d/.test(major))
            lowest = Math.max(lowest, Number(major));
    }
    return lowest;
}
