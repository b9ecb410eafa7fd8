import { expect, test } from 'vitest';
import { mentionsOf } from '../../src/check/mentions.js';
import { cpuTime } from '../support/cpu-time.js';

function named(path: string, files: Readonly<Record<string, string>>): string[] {
  return mentionsOf(new Map(Object.entries(files)), path).map(({ path: by, line }) => `${by}:${line}`);
}

test.each([
  ['in a script', "const a = 1;\nconst beep = new Audio('../sounds/beep.mp3');", 2],
  ['by its name alone', '\n\nplay("beep.mp3")', 3],
  ['in a style', '@font-face {\n  src: url(sounds/beep.mp3);\n}', 2],
  ['from the root', '<audio src="/sounds/beep.mp3?v=1">', 1],
  ['behind an alias', "import beep from '@/sounds/beep.mp3';", 1],
  ['in a folder that is served', 'load("/static/sounds/beep.mp3")', 1],
  ['in a list', 'files:\n  - sounds/beep.mp3\n', 2],
  ['after another one of its name', "a('loud/beep.mp3');\na('sounds/beep.mp3');", 2],
])('a file is named %s', (_, text, line) => {
  expect(named('sounds/beep.mp3', { 'js/a.js': text })).toEqual([`js/a.js:${line}`]);
});

test.each([
  ['another folder', 'other/beep.mp3'],
  ['a longer name', 'sounds/loudbeep.mp3'],
  ['another ending', 'sounds/beep.mp3.txt sounds/beep.mp3u'],
  ['another server', 'https://example.org/sounds/beep.mp3'],
])('%s is another file', (_, text) => {
  expect(named('sounds/beep.mp3', { 'a.js': text })).toEqual([]);
});

test('each file counts once, and prose only where there is nothing else', () => {
  const files = { 'a.js': 'beep.mp3\nbeep.mp3', 'b.js': '\nbeep.mp3', 'README.md': 'beep.mp3' };
  expect(named('beep.mp3', files)).toEqual(['a.js:1', 'b.js:2']);
  expect(named('beep.mp3', { 'README.md': '# A\nAdd beep.mp3.' })).toEqual(['README.md:2']);
});

test('long texts take no time', () => {
  const files = {
    'x.js': 'b.mp3'.repeat(200_000),
    'y.js': 'a'.repeat(1_000_000),
    'z.js': '/b.mp3'.repeat(100_000),
  };
  expect(cpuTime(() => void named('a/b.mp3', files))).toBeLessThan(3_000);
});
