import { expect, test } from 'vitest';
import { toldIn } from './apps.js';

test('links and images that lead nowhere', async () => {
  const page =
    '# Über uns\n\n![a](docs/a.png) and [b](./b.md "B") [c](#uber)\n<img src="d.svg">\n\n[e]: e.txt\n';
  expect(await toldIn({ 'README.md': page })).toEqual([
    'warning README.md:3 `README.md` shows `docs/a.png`, and there is no such file.',
    'warning README.md:3 `README.md` links to `./b.md`, and there is no such file.',
    'warning README.md:3 `README.md` links to `#uber`, and none of its headings is called so.',
    'warning README.md:4 `README.md` shows `d.svg`, and there is no such file.',
    'warning README.md:6 `README.md` links to `e.txt`, and there is no such file.',
  ]);
});

test.each([
  '[a](b.md#c) [d](<e f.png>) [g](e%20f.png) [h](docs/)',
  '```md\n[a](x.md)\n```\n~~~\n[a](x.md)\n~~~',
  '    [a](x.md)',
  '`[a](x.md)` and `` `[a](x.md) ``',
  '<!-- [a](x.md)\n[b](y.md) -->',
  '[a](https://a.example/x.md) [b](mailto:a@b.md) [c](//a/x.md) [d](/x.md)',
  '[a](../../issues/x.md) [b]({{ x }}.md)',
  '# One `two`_three_ & four!\n# Same\n# Same\nSet\n---\n<a id="here"></a>\n[a](#one-two_three_--four) [b](#same-1) [c](#set) [d](#here) [e](#)',
  '# f.Options< [Server][one], `B`>\n<h3 class="a">Our Sponsors</h3>\n<a id=plain></a>\n[a](#foptions-server-b) [b](#our-sponsors) [c](#plain)',
  '[^1]: note.md',
])('silent: %j', async (page) => {
  expect(await toldIn({ 'README.md': page, 'b.md': '', 'e f.png': '' })).toEqual([]);
});
