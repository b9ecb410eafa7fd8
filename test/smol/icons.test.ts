import { describe, expect, test } from 'vitest';
import { drawIcon } from '../../src/icon/draw.js';
import { isIcon, sizeInName } from '../../src/smol/icon-path.js';
import { drawIcons } from '../../src/smol/icons.js';
import { checkPath } from '../../src/smol/paths.js';
import { readPlan } from '../../src/smol/plan.js';

describe('what is drawn', () => {
  test.each([
    'icon.png',
    'icons/icon-128.png',
    'icons/icon128.png',
    'icons/128.png',
    'images/48.png',
    'images/icon_16.png',
    'src/assets/appIcon@2x.png',
    'public/favicon.ico',
    'app.ico',
    'favicon-32x32.png',
    'apple-touch-icon.png',
    'android-chrome-512x512.png',
    'mstile-150x150.png',
    'logo192.png',
    'assets/logo.PNG',
    'icons/active.png',
    'icons/icon-maskable-512.png',
  ])('%s', (path) => {
    expect(isIcon(path)).toBe(true);
    expect(checkPath(path)).toEqual({ kind: 'draw', path });
  });

  test.each([
    'photo.png',
    'icons/play.png',
    'img/hero-128.png',
    'sprites/icons-sheet.png',
    'screenshot-1280x800.png',
    'logo-200x50.png',
    'images/1.png',
    'tiles/128.png',
    'iconic.png',
    'icon.jpg',
    'icon.gif',
    'icon.svg',
    'icon.png.txt',
    'favicon',
  ])('not %s', (path) => {
    expect(isIcon(path)).toBe(false);
  });

  test('nothing at a path that is protected or no path at all', () => {
    expect(checkPath('.github/icon.png').kind).toBe('refused');
    expect(checkPath('icons/icon.png', ['icons']).kind).toBe('refused');
    expect(checkPath('../icon.png').kind).toBe('refused');
    expect(checkPath('node_modules/icon.png').kind).toBe('refused');
  });
});

test.each<[string, number | null]>([
  ['icons/icon-128.png', 128],
  ['icon128.png', 128],
  ['icons/48.png', 48],
  ['icon-16@2x.png', 32],
  ['android-chrome-192x192.png', 192],
  ['apple-touch-icon.png', 180],
  ['apple-touch-icon-152x152.png', 152],
  ['icon-512-maskable.png', 512],
  ['icon-2.png', null],
  ['v2-icon.png', null],
  ['icon.png', null],
])('the name %s says %j', (path, size) => {
  expect(sizeInName(path)).toBe(size);
});

/** Path → size and name of the icons of a plan. */
function drawn(
  paths: readonly string[],
  files: Readonly<Record<string, string>> = {},
  title = 'Pong',
): object {
  const list = paths.map((path) => `- \`${path}\` – an icon`).join('\n');
  const plan = readPlan(`# ${title}\n\n## Files\n${list}\n`, { protectedPaths: [], maxFiles: 100 });
  if ('unreadable' in plan) throw new Error(plan.unreadable);
  const icons = drawIcons(plan.files, new Map(Object.entries(files)), plan.title);
  return Object.fromEntries([...icons].map(([path, bytes]) => [path, Buffer.from(bytes).readUInt32BE(16)]));
}

describe('the size of an icon', () => {
  test('is what its name says, or what is usual', () => {
    const usual = { 'icon.png': 512, 'favicon.png': 32, 'apple-touch-icon.png': 180, 'icon-9000.png': 1024 };
    expect(drawn(Object.keys(usual))).toEqual(usual);
  });

  test('is what a web app’s manifest says, from whichever folder it is served', () => {
    const icons = [
      { src: 'icons/small.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/large.png?v=2', sizes: '384x384' },
    ];
    const files = { 'public/site.webmanifest': JSON.stringify({ icons }) };
    const paths = ['public/icons/small.png', 'public/icons/large.png', 'icons/large.png'];
    expect(drawn(paths, files)).toEqual({
      [paths[0] ?? '']: 192,
      [paths[1] ?? '']: 384,
      [paths[2] ?? '']: 384,
    });
  });

  test('is what an extension’s manifest says', () => {
    const manifest = {
      icons: { 96: 'icons/app.png' },
      action: { default_icon: { 24: './icons/on.png' } },
    };
    expect(drawn(['icons/app.png', 'icons/on.png'], { 'manifest.json': JSON.stringify(manifest) })).toEqual({
      'icons/app.png': 96,
      'icons/on.png': 24,
    });
  });

  test.each([
    ['is no JSON', '{"icons": ['],
    ['is a list', '[{"src": "icon.png"}]'],
    ['says no size', '{"icons": [{"src": "icon.png", "sizes": "any"}]}'],
    ['says two sizes that differ', '{"icons": [{"src": "icon.png", "sizes": "64x32"}]}'],
    ['is deep', `${'{"icons":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['has a bad name', '{"name": {"a": 1}, "icons": {"0": "icon.png", "16": ["icon.png"], "__proto__": 16}}'],
  ])('is the usual one where the manifest %s', (_, text) => {
    expect(drawn(['icon.png'], { 'manifest.json': text })).toEqual({ 'icon.png': 512 });
  });
});

describe('the name that an icon is drawn from', () => {
  const bytes = (title: string, files: Readonly<Record<string, string>> = {}) => {
    const plan = readPlan('## Files\n- `icon-16.png`\n', { protectedPaths: [], maxFiles: 9 });
    if ('unreadable' in plan) throw new Error(plan.unreadable);
    return new Map(drawIcons(plan.files, new Map(Object.entries(files)), title)).get('icon-16.png');
  };
  const expected = (name: string) =>
    drawIcon({ path: 'icon-16.png', name, size: 16, colour: null, isWhole: false });

  test('is the plan’s title, without what is said of it', () => {
    expect(bytes('Lunch Poll: a page for teams')).toEqual(expected('Lunch Poll'));
    expect(bytes('`Lunch Poll` – where to eat')).toEqual(expected('Lunch Poll'));
  });

  test('is the one that a manifest gives', () => {
    expect(bytes('x', { 'manifest.json': '{"name": "Radar", "short_name": "R"}' })).toEqual(
      expected('Radar'),
    );
    expect(bytes('Radar', { 'manifest.json': '{"name": "__MSG_name__"}' })).toEqual(expected('Radar'));
  });
});

describe('a web app’s manifest says of an icon', () => {
  const drawnFrom = (path: string, manifest: object) => {
    const plan = readPlan(`## Files\n- \`${path}\`\n`, { protectedPaths: [], maxFiles: 9 });
    if ('unreadable' in plan) throw new Error(plan.unreadable);
    const files = new Map([['app.webmanifest', JSON.stringify({ name: 'Radar', ...manifest })]]);
    return new Map(drawIcons(plan.files, files, 'x')).get(path);
  };
  const icon = { path: 'icon-16.png', name: 'Radar', size: 16, colour: null, isWhole: false };

  test('which colour the app has', () => {
    expect(drawnFrom('icon-16.png', { theme_color: '#2f7d5b' })).toEqual(
      drawIcon({ ...icon, colour: [0x2f, 0x7d, 0x5b] }),
    );
    expect(drawnFrom('icon-16.png', { theme_color: 5 })).toEqual(drawIcon(icon));
  });

  test('that systems cut it into a shape, if only among other things', () => {
    const icons = ['any', 'maskable'].map((purpose) => ({ src: './icon-16.png', purpose }));
    expect(drawnFrom('icon-16.png', { icons })).toEqual(drawIcon({ ...icon, isWhole: true }));
    expect(drawnFrom('icon-16.png', { icons: [{ src: 'icon-16.png', purpose: 'any' }] })).toEqual(
      drawIcon(icon),
    );
  });

  test('as names do', () => {
    for (const path of ['apple-touch-icon.png', 'icon-maskable-192.png']) {
      const size = path.startsWith('apple') ? 180 : 192;
      expect(drawnFrom(path, {})).toEqual(drawIcon({ ...icon, path, size, isWhole: true }));
    }
  });
});
