import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CommandReading, readCommand, VERBS } from '../../src/github/asked/command.js';

const command = (verb: (typeof VERBS)[number], text = ''): CommandReading => ({
  kind: 'command',
  command: { verb, text },
});

describe('the command in a comment', () => {
  test.each<[string, CommandReading]>([
    ...VERBS.map((verb): [string, CommandReading] => [`/smol ${verb}`, command(verb)]),
    ['/smol', command('help')],
    ['/smol   ', command('help')],
    ['/SMOL Fix it', command('fix', 'it')],
    ['/smol\tfix\tit', command('fix', 'it')],
    ['/smol fix it\r\n\r\nAnd that.\r\n', command('fix', 'it\n\nAnd that.')],
    ['Thanks!\n\n/smol build', command('build')],
    ['/smol fix\n\n- one\n- two', command('fix', '- one\n- two')],
    ['/smol fix this:\n\n```js\n/smol build\n```', command('fix', 'this:\n\n```js\n/smol build\n```')],
    ['/smol fix\n> quoted\n> words', command('fix', '> quoted\n> words')],
    ['/smol retry src/app.js', command('retry', 'src/app.js')],
    ['/smol dance', { kind: 'unknown', word: 'dance' }],
    ['/smol constructor', { kind: 'unknown', word: 'constructor' }],
    ['/smol build.', { kind: 'unknown', word: 'build.' }],
    ['/smol plan\n/smol build', { kind: 'several' }],
    ['/smol\n\n/smol', { kind: 'several' }],
  ])('%j', (body, reading) => {
    expect(readCommand(body)).toEqual(reading);
  });

  test.each([
    '',
    'Nice.',
    'Please /smol build',
    '/smolder',
    '/smol-build',
    '\\/smol build',
    '> /smol build',
    '- /smol build',
    '1. /smol build',
    '    /smol build',
    '```\n/smol build\n```',
    '~~~\n/smol build',
    '`/smol build`',
    '# /smol build',
    '<!--\n/smol build\n-->',
  ])('S5 is none in %j', (body) => {
    expect(readCommand(body)).toEqual({ kind: 'none' });
  });

  test('never throws, and is none in what is quoted or shown as code, whatever it is', () => {
    const line = fc.oneof(
      fc.constantFrom('/smol build', '/smol', '```', '~~~~', '', '> x', '<!--', '-->'),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        readCommand(lines.join('\n'));
        const quoted = lines.map((each) => `> ${each.replace(/\r|\n/g, ' ')}`).join('\n');
        expect(readCommand(quoted)).toEqual({ kind: 'none' });
        const body = lines.filter((each) => !/^\s*`{3,}/.test(each)).join('\n');
        const fence = '`'.repeat(12);
        expect(readCommand(`${fence}\n${body.replaceAll('`', "'")}\n${fence}`)).toEqual({ kind: 'none' });
      }),
    );
  });
});
