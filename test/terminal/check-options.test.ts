import { describe, expect, test } from 'vitest';
import { CHECK_HELP, HELP } from '../../src/terminal/help.js';
import { readCommand } from '../../src/terminal/options.js';

describe('smol check on the command line', () => {
  test.each([
    { argv: [], options: { folder: '.', format: 'text' } },
    { argv: ['app'], options: { folder: 'app', format: 'text' } },
    { argv: ['app', '--format', 'json'], options: { folder: 'app', format: 'json' } },
    { argv: ['--format=github', 'app'], options: { folder: 'app', format: 'github' } },
    { argv: ['--', '--app'], options: { folder: '--app', format: 'text' } },
  ])('reads $argv', ({ argv, options }) => {
    expect(readCommand(['check', ...argv])).toEqual({ kind: 'check', options });
  });

  test.each([
    { argv: ['--fromat', 'json'], message: 'smol check has no option --fromat. Did you mean --format?' },
    { argv: ['--model', 'm'], message: 'smol check has no option --model.' },
    { argv: ['--format', 'xml'], message: '--format is text, json or github, not "xml".' },
    { argv: ['--format'], message: '--format is text, json or github.' },
    { argv: ['--format='], message: '--format is text, json or github, not "".' },
    { argv: ['a', 'b'], message: 'Name one folder to check.' },
    { argv: [' '], message: 'The name of the folder is empty.' },
  ])('says what is wrong with $argv', ({ argv, message }) => {
    expect(readCommand(['check', ...argv])).toEqual({ kind: 'usage', message });
  });

  test.each(['--help', '-h'])('has a text of its own for %s', (option) => {
    expect(readCommand(['check', option])).toEqual({ kind: 'check help' });
    expect(CHECK_HELP).toContain('--format text|json|github');
    expect(HELP).toContain('smol check [FOLDER]');
  });

  test('leaves a prompt that begins with the word alone', () => {
    expect(readCommand(['check my spelling'])).toMatchObject({
      kind: 'build',
      options: { prompt: 'check my spelling' },
    });
    expect(readCommand(['--prompt', 'check'])).toMatchObject({ options: { prompt: 'check' } });
  });
});
