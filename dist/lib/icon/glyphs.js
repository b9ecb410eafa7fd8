/** Letters as a pen writes them: `M`ove, `L`ine, `C`urve, each with points as in SVG. */
const LETTERS = {
    A: 'M0 10 L3.9 0 L7.8 10 M1.4 6.5 L6.4 6.5',
    B: 'M0 4.8 L3.4 4.8 C6.6 4.8 6.6 0 3.4 0 L0 0 L0 10 L3.8 10 C7.3 10 7.3 4.8 3.8 4.8 L3.4 4.8',
    C: 'M8.3 1.6 C7.4 .6 6.3 0 5 0 C2.24 0 0 2.24 0 5 C0 7.76 2.24 10 5 10 C6.3 10 7.4 9.4 8.3 8.4',
    D: 'M0 0 L0 10 L3 10 C5.76 10 8 7.76 8 5 C8 2.24 5.76 0 3 0 L0 0',
    E: 'M6 0 L0 0 L0 10 L6 10 M0 5 L5.2 5',
    F: 'M6 0 L0 0 L0 10 M0 5 L5 5',
    G: 'M8.5 1.6 C7.6 .6 6.4 0 5 0 C2.24 0 0 2.24 0 5 C0 7.76 2.24 10 5 10 C7.5 10 9.1 8.2 9.1 5.4 L5.6 5.4',
    H: 'M0 0 L0 10 M7 0 L7 10 M0 5 L7 5',
    I: 'M0 0 L4 0 M2 0 L2 10 M0 10 L4 10',
    J: 'M5 0 L5 6.8 C5 8.8 4 10 2.4 10 C1.2 10 .3 9.3 0 8.1',
    K: 'M0 0 L0 10 M6.5 0 L0 6 M2.5 3.7 L6.9 10',
    L: 'M0 0 L0 10 L5.8 10',
    M: 'M0 10 L0 0 L4.25 6.4 L8.5 0 L8.5 10',
    N: 'M0 10 L0 0 L7.2 10 L7.2 0',
    O: 'M5 0 C7.76 0 10 2.24 10 5 C10 7.76 7.76 10 5 10 C2.24 10 0 7.76 0 5 C0 2.24 2.24 0 5 0',
    P: 'M0 10 L0 0 L3.7 0 C7.4 0 7.4 5.6 3.7 5.6 L0 5.6',
    Q: 'M5 0 C7.76 0 10 2.24 10 5 C10 7.76 7.76 10 5 10 C2.24 10 0 7.76 0 5 C0 2.24 2.24 0 5 0 M6.2 6.6 L9.4 10',
    R: 'M0 10 L0 0 L3.7 0 C7.4 0 7.4 5.6 3.7 5.6 L0 5.6 M3.7 5.6 L6.7 10',
    S: 'M6.5 1.7 C5.7 .6 4.7 0 3.5 0 C1.6 0 .3 1 .3 2.6 C.3 6 7 3.9 7 7.4 C7 9 5.5 10 3.6 10 C2 10 .8 9.4 0 8.2',
    T: 'M0 0 L7.4 0 M3.7 0 L3.7 10',
    U: 'M0 0 L0 6.3 C0 8.6 1.5 10 3.6 10 C5.7 10 7.2 8.6 7.2 6.3 L7.2 0',
    V: 'M0 0 L3.9 10 L7.8 0',
    W: 'M0 0 L2.7 10 L5.4 1.6 L8.1 10 L10.8 0',
    X: 'M0 0 L7 10 M7 0 L0 10',
    Y: 'M0 0 L3.7 5.2 L7.4 0 M3.7 5.2 L3.7 10',
    Z: 'M0 0 L6.8 0 L0 10 L6.8 10',
    0: 'M3.2 0 C5.3 0 6.4 2 6.4 5 C6.4 8 5.3 10 3.2 10 C1.1 10 0 8 0 5 C0 2 1.1 0 3.2 0',
    1: 'M0 2 L2.7 0 L2.7 10',
    2: 'M.1 2.4 C.5 .9 1.6 0 3.2 0 C5 0 6.2 1.1 6.2 2.8 C6.2 5 3.5 6.4 0 10 L6.4 10',
    3: 'M.3 1.5 C.9 .6 1.9 0 3.1 0 C4.8 0 6 1 6 2.5 C6 4 4.8 4.8 3 4.8 C5 4.8 6.4 5.8 6.4 7.4 C6.4 9 5 10 3.1 10 C1.7 10 .6 9.4 0 8.3',
    4: 'M4.8 10 L4.8 0 L0 7 L6.6 7',
    5: 'M5.8 0 L1 0 L.6 4.5 C1.3 3.9 2.2 3.6 3.1 3.6 C5 3.6 6.3 4.9 6.3 6.8 C6.3 8.7 4.9 10 3 10 C1.6 10 .5 9.4 0 8.3',
    6: 'M5.2 .2 C2.4 .6 0 3 0 6.7 C0 8.7 1.4 10 3.2 10 C5 10 6.4 8.7 6.4 6.8 C6.4 5 5.1 3.7 3.3 3.7 C1.5 3.7 0 5 0 6.7',
    7: 'M0 0 L6.2 0 L2.2 10',
    8: 'M3.2 4.7 C1.5 4.7 .5 3.7 .5 2.4 C.5 1 1.6 0 3.2 0 C4.8 0 5.9 1 5.9 2.4 C5.9 3.7 4.9 4.7 3.2 4.7 C1.3 4.7 0 5.8 0 7.3 C0 8.9 1.3 10 3.2 10 C5.1 10 6.4 8.9 6.4 7.3 C6.4 5.8 5.1 4.7 3.2 4.7',
    9: 'M1.2 9.8 C4 9.4 6.4 7 6.4 3.3 C6.4 1.3 5 0 3.2 0 C1.4 0 0 1.3 0 3.2 C0 5 1.3 6.3 3.1 6.3 C4.9 6.3 6.4 5 6.4 3.3',
};
/** For names without such a letter. */
const MARKS = [
    // A ring with a point in it.
    'M5 0 C7.76 0 10 2.24 10 5 C10 7.76 7.76 10 5 10 C2.24 10 0 7.76 0 5 C0 2.24 2.24 0 5 0 M5 5 L5 5',
    // A square on its corner.
    'M5 -.6 L10.6 5 L5 10.6 L-.6 5 L5 -.6 M5 5 L5 5',
    // A hexagon.
    'M5 -.4 L9.7 2.3 L9.7 7.7 L5 10.4 L.3 7.7 L.3 2.3 L5 -.4 M5 5 L5 5',
    // Two hills.
    'M0 9.2 L3.6 2.6 L6 7 M4.9 5 L6.8 1.8 L10.6 9.2 L0 9.2',
];
/** How many straight lines stand for a curve. */
const STEPS = 14;
/** A letter from A to Z or a digit; null for every other character. */
export function letter(character) {
    const path = Object.hasOwn(LETTERS, character) ? LETTERS[character] : undefined;
    return path === undefined ? null : drawingOf(path);
}
/** One of a few geometric marks, by a number. */
export function mark(number) {
    return drawingOf(MARKS[number % MARKS.length] ?? '');
}
function drawingOf(path) {
    const segments = [];
    let [x, y] = [0, 0];
    for (const [, command = '', points = ''] of path.matchAll(/([MLC])([^MLC]*)/g)) {
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = points.trim().split(/\s+/).map(Number);
        if (command === 'C') {
            segments.push(...curve([x, y, x1, y1, x2, y2, x3, y3]));
            [x, y] = [x3, y3];
            continue;
        }
        if (command === 'L')
            segments.push({ x1: x, y1: y, x2: x1, y2: y1 });
        [x, y] = [x1, y1];
    }
    return { width: Math.max(...segments.flatMap(({ x1, x2 }) => [x1, x2])), segments };
}
/** Nothing but sums and products, which come out the same everywhere. */
function curve([x0, y0, x1, y1, x2, y2, x3, y3]) {
    const at = (t, a, b, c, d) => {
        const s = 1 - t;
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    };
    return Array.from({ length: STEPS }, (_, index) => {
        const [from, to] = [index / STEPS, (index + 1) / STEPS];
        return {
            x1: at(from, x0, x1, x2, x3),
            y1: at(from, y0, y1, y2, y3),
            x2: at(to, x0, x1, x2, x3),
            y2: at(to, y0, y1, y2, y3),
        };
    });
}
