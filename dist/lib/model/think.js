const OPEN = '<think>';
const CLOSE = '</think>';
/** White space that may stand before a block. After more of it there is none. */
const MAX_MARGIN = 1_000;
/**
 * Local and open models write their reasoning before the reply. Only a block at the very start is taken
 * for one: a file may speak of `<think>` too. White space around the block goes with it.
 *
 * @example filter.push('<thi') === ''; filter.push('nk>hm</think>\n\nHi') === 'Hi'
 */
export function createThinkFilter() {
    let state = 'start';
    let held = '';
    let hidden = 0;
    return {
        push(piece) {
            if (state === 'reply')
                return piece;
            held += piece;
            if (state === 'start') {
                const begun = held.trimStart();
                if (begun.startsWith(OPEN)) {
                    state = 'inside';
                    held = begun.slice(OPEN.length);
                }
                else if (!OPEN.startsWith(begun) || held.length > MAX_MARGIN) {
                    return release();
                }
            }
            if (state === 'inside') {
                const close = held.indexOf(CLOSE);
                // Of an unclosed block only what may be the beginning of its end is kept.
                const gone = close < 0 ? Math.max(0, held.length - CLOSE.length + 1) : close;
                hidden += gone;
                held = held.slice(close < 0 ? gone : close + CLOSE.length);
                if (close >= 0)
                    state = 'after';
            }
            if (state !== 'after')
                return '';
            held = held.trimStart();
            return held === '' ? '' : release();
        },
        end() {
            if (state !== 'inside')
                return state === 'start' ? release() : '';
            hidden += held.length;
            held = '';
            return '';
        },
        get hidden() {
            return hidden;
        },
    };
    function release() {
        const text = held;
        state = 'reply';
        held = '';
        return text;
    }
}
