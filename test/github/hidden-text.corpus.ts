/**
 * What people write, and what attackers do: a row is a case. `remains` is all that must be left of `body`;
 * `removed` whether it counts as hidden text. In a payload every hidden word is EVIL.
 */
export type Row = {
  readonly name: string;
  readonly body: string;
  readonly remains: string;
  readonly removed: boolean;
};

const tags = (text: string) =>
  [...text].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
/** Bytes smuggled as variation selectors, U+FE00 and on, then U+E0100 and on. */
const selectors = (text: string) =>
  [...text].map((letter) => String.fromCodePoint(0xe0100 + letter.charCodeAt(0) - 16)).join('');

const hidden = (name: string, body: string, remains: string): Row => ({ name, body, remains, removed: true });
const kept = (name: string, body: string, remains = body): Row => ({ name, body, remains, removed: false });

export const PAYLOADS: readonly Row[] = [
  hidden('comment in a line', 'A counter<!-- EVIL --> app', 'A counter app'),
  hidden('comment over lines', 'A counter\n<!--\nEVIL\n\nEVIL\n-->\napp', 'A counter\n\napp'),
  hidden('comment without an end', 'A counter\n<!-- EVIL\n\nEVIL', 'A counter\n'),
  hidden('comment without an end in a quote', '> A counter\n> <!-- EVIL\n\nEVIL', '> A counter\n> '),
  hidden('comment that ends with a bang', 'A counter <!-- EVIL --!> app', 'A counter  app'),
  hidden('comment forged by the filter', '<!<!-- x -->-- EVIL -->app', 'app'),
  hidden('comment forged twice', '<!<!<!-- x -->-- EVIL -->-- EVIL -->app', 'app'),
  hidden('comment that looks short', 'a <!--> EVIL --> b', 'a  b'),
  hidden('comment in a list item', '- one\n- <!-- EVIL -->\n- two', '- one\n- \n- two'),
  hidden('comment in a table cell', '| a |\n|---|\n| b <!-- EVIL --> |', '| a |\n|---|\n| b  |'),
  hidden('comment in a heading', '# A <!-- EVIL --> counter', '# A  counter'),
  hidden(
    'comment in what looks like a fence in HTML',
    '<div>\n```\n<!-- EVIL -->\n```\n</div>',
    '<div>\n```\n\n```\n</div>',
  ),
  hidden('comment after a fence that ended with its quote', '> ```\n<!-- EVIL -->\n\nb', '> ```\n\n\nb'),
  hidden('comment after a fence that ended with its item', '- ```\n<!-- EVIL -->\nb', '- ```\n\nb'),
  hidden('comment after what is no fence', '``` a`b\n<!-- EVIL -->\n```', '``` a`b\n\n```'),
  hidden('comment between backticks of two paragraphs', '`a\n\nb <!-- EVIL --> c`', '`a\n\nb  c`'),
  hidden('comment between backticks of two items', '- `a\n- b <!-- EVIL --> c`', '- `a\n- b  c`'),
  hidden('comment between backticks of two cells', '| `a | b <!-- EVIL -->` |\n|-|-|', '| `a | b ` |\n|-|-|'),
  hidden('comment between backticks of two rows', 'a\n:-\n`b\nc <!-- EVIL -->`', 'a\n:-\n`b\nc `'),
  hidden('comment in HTML that ends a table', 'a\n|-|\n</b>\n`<!-- EVIL -->`', 'a\n|-|\n</b>\n``'),
  hidden(
    'tag after a backslash that an address takes',
    'www.a.example/\\<b title="do EVIL">',
    'www.a.example/\\<b>',
  ),
  hidden('tag after a backslash and something invisible', '\\\u200B<b title="do EVIL">', '\\<b>'),
  hidden('image after code that a table ends', 'a\n:-\n``| b ``\n![do EVIL](x)``', 'a\n:-\n``|\n``'),
  hidden('comment after an escaped backtick', '\\`a <!-- EVIL --> b`', '\\`a  b`'),
  hidden(
    'comment after an address that takes the backtick',
    'www.a.example/`<!-- EVIL -->`',
    'www.a.example/``',
  ),
  hidden('comment in HTML between backticks', '<p>\n`<!-- EVIL -->`\n</p>', '<p>\n``\n</p>'),
  hidden('comment in an indented line of a paragraph', 'a\n    b <!-- EVIL --> c', 'a\n    b  c'),
  hidden('processing instruction', 'a <?EVIL?> b', 'a  b'),
  hidden('declaration', 'a <!EVIL x> b', 'a  b'),
  hidden('CDATA', 'a <![CDATA[EVIL]]> b', 'a  b'),
  hidden('bogus comment in HTML', '<div>\n</ EVIL>\n</div>', '<div>\n\n</div>'),
  hidden('tag that never ends in HTML', 'a\n\n<div title="\n\nEVIL', 'a\n\n'),
  hidden('attribute value', '<b title="do EVIL now">a</b>', '<b>a</b>'),
  hidden('attribute in a quoted block over lines', '> <div\n> hidden>EVIL</div>\n> a', '> \n> a'),
  hidden('unknown element', 'a <EVIL> b', 'a  b'),
  hidden('hidden element', 'a <span hidden>EVIL</span> b', 'a  b'),
  hidden('hidden element over blocks', '<div hidden>\n\nEVIL\n\n```\nEVIL\n```\n\n</div>\nb', '\nb'),
  hidden('hidden element with another one inside', '<div hidden><div></div>EVIL</div> b', ' b'),
  hidden('hidden element that seems to end in code', '<div hidden>\n\n`a|</div>` EVIL\n\n</div>\nb', '\nb'),
  hidden('hidden element without an end', 'a\n\n<p hidden>EVIL\n\nEVIL', 'a\n'),
  hidden('hidden by style', '<span style="display: none">EVIL</span>a', 'a'),
  hidden('ruby parenthesis', '<ruby>a<rp>EVIL</rp></ruby>', '<ruby>a</ruby>'),
  hidden(
    'picture',
    '<picture><source srcset="x" media="do EVIL"><img src="y" alt="do EVIL"></picture>a',
    'a',
  ),
  hidden('description of an image', 'a ![do EVIL](x.png) b', 'a  b'),
  hidden('description of an image by reference', 'a ![do EVIL][x] b\n\n[x]: x.png', 'a  b\n\n'),
  hidden('description of an image tag', 'a <img src="x" alt="do EVIL"> b', 'a  b'),
  hidden('title of an image', 'a ![x](x.png "EVIL") b', 'a  b'),
  hidden('title of a link', 'a [b](https://c.example "EVIL") d', 'a [b](https://c.example) d'),
  hidden('destination with spaces', 'a [b](<do EVIL>) c', 'a [b] c'),
  hidden('link without text', 'a [](https://c.example/EVIL) b', 'a  b'),
  hidden('definition as a comment', 'a\n\n[//]: # (EVIL)\n\nb', 'a\n\n\n\nb'),
  hidden('definition with a title on the next line', 'a\n\n[x]: #\n"EVIL"\nb', 'a\n\nb'),
  hidden('definition whose label is the payload', 'a\n\n[do EVIL]: https://c.example\nb', 'a\n\nb'),
  hidden('definition in a quote', '> [x]: #\n> (EVIL)\n> b', '> b'),
  hidden(
    'label of a link',
    'a [b][do EVIL] c\n\n[do EVIL]: https://c.example',
    'a [b](https://c.example) c\n\n',
  ),
  hidden('footnote that nobody refers to', 'a\n\n[^x]: EVIL\n    EVIL\n\nb', 'a\n\nb'),
  hidden('words after the language of a fence', '```js do EVIL\na\n```', '```js\na\n```'),
  hidden('a sentence as the language', '```do-EVIL-and-do-more-EVIL\na\n```', '```\na\n```'),
  hidden(
    'comment in a diagram',
    '```mermaid\ngraph TD\n%% EVIL\nA-->B\n```',
    '```mermaid\ngraph TD\nA-->B\n```',
  ),
  hidden(
    'cells beyond the width of a table',
    '| a | b |\n|---|---|\n| c | d | EVIL |',
    '| a | b |\n|---|---|\n| c | d |',
  ),
  hidden('details without a summary', '<details>\n\nEVIL\n\n</details>\nb', '\nb'),
  hidden('details with an empty summary', '<details><summary> </summary>\n\nEVIL\n\n</details>\nb', '\nb'),
  hidden('details with an empty summary and no end', 'a\n\n<details><summary></summary>\n\nEVIL', 'a\n'),
  hidden('tag characters', `a${tags('EVIL')}b`, 'ab'),
  hidden('tag characters after a flag', `\u{1F3F4}${tags('EVIL')}\u{E007F}b`, '\u{1F3F4}b'),
  hidden('variation selectors', `a\u{1F600}${selectors('EVIL')}b`, 'a\u{1F600}b'),
  hidden('many selectors after an emoji', '❤\uFE0F\uFE0F\uFE0E\uFE0Fb', '❤\uFE0Fb'),
  hidden('bidirectional controls', 'a\u202Eb\u2066c\u2069\u200E\u200F\u061Cd', 'abcd'),
  hidden('zero-width characters', 'E\u200BV\u2060I\uFEFFL\u00AD', 'EVIL'.replace('', '')),
  hidden('invisible operators', 'a\u2061\u2062\u2063\u2064b', 'ab'),
  hidden('fillers and blanks', 'a\u115F\u1160\u3164\uFFA0\u2800\u034F\u17B4b', 'ab'),
  hidden('separators of lines', 'a\u2028b\u2029c', 'a b c'),
  hidden('control characters', 'a\u0000\u001B[31m\u0007\u009Bb', 'a[31mb'),
  hidden('private and unassigned characters', 'a\uE000\u{F0000}\u{10FFFF}\uFFFEb', 'ab'),
  hidden('lone surrogates', 'a\uD800b\uDC00', 'ab'),
  hidden('joiners where nothing is joined', 'a\u200Db\u200Cc', 'abc'),
  hidden('invisible characters as entities', 'a&#8203;b&#xE0041;c&ZeroWidthSpace;d', 'abcd'),
  hidden('invisible characters in code', '```\na\u202Eb\n```', '```\nab\n```'),
];

export const BENIGN: readonly Row[] = [
  kept('plain text', 'A counter with two buttons.\n\n- plus\n- minus\n\nNo build step.'),
  kept('family emoji', 'For 👨‍👩‍👧‍👦 and 👩🏽‍🚀, ❤️ and 1️⃣'),
  kept('flags of Scotland, Wales and Japan', '🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🇯🇵'),
  kept('Persian with its non-joiners', 'می‌خواهم یک برنامهٔ ساده'),
  kept('Hindi and Sinhala with their joiners', 'क्‍ष ශ්‍රී'),
  kept('Japanese, Korean, Thai', '「カウンター」を作って　한국어 ตัวนับ'),
  kept('comment in a fence', '```html\n<!-- a comment -->\n<div hidden title="x">y</div>\n```'),
  kept('comment in a fence of tildes', '~~~\n<!-- a -->\n```\n<!-- b -->\n~~~'),
  kept('comment in a fence in a list', '1. Write:\n\n   ```html\n   <!-- a -->\n   ```\n2. Done'),
  kept('comment in a fence in a quote', '> ```\n> <!-- a -->\n> ```'),
  kept('comment in a fence without an end', 'a\n```\n<!-- b -->'),
  kept('comment in code', 'Begin with `<!-- a -->` and ``<b title="x y">`` please'),
  kept('comment in code over two lines', 'Begin with `a\n<-- b` please'),
  kept('comment in indented code', 'Like this:\n\n    <!-- a -->\n    <div class="x y">\n\nDone'),
  kept('comment that is escaped', 'Begin with \\<!-- and end with -->'),
  kept('comment that is only begun', 'Comments begin with <!-- in HTML.'),
  kept('comment in entities', '&lt;!-- a --&gt;'),
  kept('elements by name', 'Use a <canvas> and a <dialog>, no <table>. Also <script src="x.js"></script>.'),
  kept('less and greater', 'if a < b and b > c, 1 <2, a<=b, <3 and ->'),
  kept('keys', 'Press <kbd>Ctrl</kbd>+<kbd>K</kbd><br/>twice'),
  kept('links', 'See [the API](https://a.example/x?y=1#z), <https://b.example>, https://c.example and [x].'),
  kept('links in a list of tasks', '- [ ] one [a](https://a.example)\n- [x] two'),
  kept('nested brackets', 'An array a[b[0]][1] and [[wiki]] and f(x)[0](y)'),
  kept('table', '| a | b |\n|---|:-:|\n| `c` | d \\| e |\n| f |'),
  kept('details with a summary', '<details>\n<summary>More</summary>\n\nText\n\n</details>'),
  kept('footnote', 'A[^1] b\n\n[^1]: Note\n'),
  kept('entities', 'a &amp; b &copy; &#65; &nbsp;c'),
  kept('ruby', '<ruby>漢<rt>kan</rt></ruby>'),
  kept('mathematics', 'Solve $a_1 < b$ and $$x^2$$'),
  kept('Windows line ends', 'a\r\n\r\n- b\r\n', 'a\n\n- b\n'),
  kept(
    'references become links',
    'See [the API][1] and [docs].\n\n[1]: https://a.example\n[docs]: https://b.example',
    'See [the API](https://a.example) and [docs](https://b.example).\n\n',
  ),
  kept(
    'image with the name GitHub gives it',
    'Like this:\n![image](https://a.example/x.png)',
    'Like this:\n',
  ),
  kept(
    'image tag that GitHub writes',
    '<img width="10" height="20" alt="image" src="https://a.example/x" />',
    '',
  ),
  kept('layout', '<p align="center">Hello</p>', '<p>Hello</p>'),
  kept('link tag', '<a href="https://a.example" target="_blank">b</a>', '<a href="https://a.example">b</a>'),
];
