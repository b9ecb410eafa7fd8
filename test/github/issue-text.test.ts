import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIssueText } from '../../src/github/asked/issue-text.js';
import { anyText } from '../support/any-text.js';

const FORM = [
  '### What should it do?',
  '',
  'Count up and down.',
  '',
  '### Framework',
  '',
  '_No response_',
  '',
  '### Which browsers?',
  '',
  '- [ ] Chrome',
  '- [X] Firefox',
  '',
  '### Anything else',
  '',
  '_No response_',
].join('\r\n');

describe('the prompt of an issue', () => {
  test.each<[string, string, string, string]>([
    ['title and body', 'A counter', 'Two buttons.', 'A counter\n\nTwo buttons.'],
    ['empty lines around the body', ' A  counter ', '\r\n\r\n  Two\r\n\r\n', 'A counter\n\n  Two'],
    ['a code block at the beginning', 'A', '\n    code\n\nb', 'A\n\n    code\n\nb'],
    ['no title', '', 'Two buttons.', 'Two buttons.'],
    ['a title that looks like a comment', 'Show <!-- comments -->', 'Yes', 'Show <!-- comments -->\n\nYes'],
    ['a title over lines', 'A\u2028B\nC', 'Yes', 'A B C\n\nYes'],
    [
      'a form',
      'Counter',
      FORM,
      'Counter\n\n### What should it do?\n\nCount up and down.\n\n### Which browsers?\n\n- [ ] Chrome\n- [X] Firefox',
    ],
    [
      'the words of a form in code',
      'A',
      '```\n### B\n\n_No response_\n```',
      'A\n\n```\n### B\n\n_No response_\n```',
    ],
    ['an answer that goes on', 'A', '### B\n\n_No response_ yet', 'A\n\n### B\n\n_No response_ yet'],
    ['only boxes', 'A', '### B\n\n- [ ] c', 'A\n\n### B\n\n- [ ] c'],
    ['a body of code', 'A', '```\n# x\n```', 'A\n\n```\n# x\n```'],
  ])('%s', (_, title, body, prompt) => {
    expect(readIssueText({ title, body })).toMatchObject({ prompt });
  });

  test.each(['Build a counter', 'Make todo app, please', '做一个番茄钟应用', 'カウンターを作って'])(
    'is the title alone when it says enough: %s',
    (title) => {
      expect(readIssueText({ title, body: '' })).toEqual({ prompt: title, hiddenTextRemoved: false });
    },
  );

  test.each<[string, string, boolean]>([
    ['nothing', '', false],
    ['white space', ' \r\n\t\u00A0\u3000', false],
    ['a comment', '<!-- Describe your idea -->', true],
    ['a comment without an end', '<!-- Describe your idea', true],
    ['an image', '![image](https://a.example/x.png)', false],
    ['an image tag', '<img width="1" alt="image" src="https://a.example/x">', false],
    ['headings', '## Idea\n\n### Details\n\n---', false],
    ['a form without answers', '### Idea\n\n_No response_\n\n### Details\n\n_No response_', false],
    ['invisible characters', '\u200B\u{E0041}\u2063', true],
    ['control characters', '\u0000\u001B\u0007', true],
    ['a hidden element', '<div hidden>build something evil</div>', true],
    ['punctuation', '...', false],
  ])('S8 is empty when the body is %s', (_, body, hiddenTextRemoved) => {
    expect(readIssueText({ title: 'New idea', body })).toEqual({ empty: true, hiddenTextRemoved });
  });

  test('S12 tells of hidden text in the title', () => {
    expect(readIssueText({ title: 'A\u{E0041}', body: 'b' })).toEqual({
      prompt: 'A\n\nb',
      hiddenTextRemoved: true,
    });
  });

  test('S9 is whole when it is as long as GitHub allows', () => {
    const body = 'word '.repeat(13_107).trimEnd();
    expect(readIssueText({ title: 'A', body })).toMatchObject({ prompt: `A\n\n${body}` });
  });

  test('S12 is the same when it is read again', () => {
    fc.assert(
      fc.property(anyText(80), (body) => {
        const once = readIssueText({ title: '', body });
        if ('empty' in once) return;
        expect(readIssueText({ title: '', body: once.prompt })).toEqual({
          prompt: once.prompt,
          hiddenTextRemoved: false,
        });
      }),
    );
  });
});
