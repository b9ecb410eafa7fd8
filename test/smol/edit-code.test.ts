import { describe, expect, test } from 'vitest';
import { type EditRequest, editCode } from '../../src/smol/edit-code.js';
import { type Script, scriptModel } from '../support/scripted-model.js';

const FILE = { path: 'src/count.js', content: 'let n = 0;\r\nfunction add() {\r\n  n += 1;\r\n}' };
const REQUEST: EditRequest = { prompt: 'a counter', plan: '# Counter\n', file: FILE };
const ADDS_TWO = 'let n = 0;\r\nfunction add() {\r\n  n += 2;\r\n}';
const WHOLE = 'let n = 0;\nfunction add() {\n  n += 2;\n}\n';

const edit = (search: string, replace: string) =>
  `<<<<<<< SEARCH\n${search}\n=======\n${replace}\n>>>>>>> REPLACE\n`;

const GOOD = edit('  n += 1;', '  n += 2;');
const MISSES = edit('  n += 3;', '  n += 2;');

const replies =
  (...texts: string[]): Script =>
  async ({ index }) =>
    texts[index] ?? '';

describe('editCode', () => {
  test('sends the file as it stands with the plan, and makes the edits that come back', async () => {
    const model = scriptModel(replies(GOOD));
    const uses = [{ path: 'src/b.js', content: 'export {};\n' }];
    const edited = await editCode({ ...REQUEST, uses }, model);
    expect(edited).toMatchObject({ kind: 'changed', content: ADDS_TWO, usage: { outputTokens: 10 } });
    const sent = model.calls[0]?.request.messages.at(-1)?.content ?? '';
    expect(sent).toContain('# Counter\n');
    expect(sent).toContain(`<file path="src/count.js">\n${FILE.content}`);
    expect(sent).toContain('<file path="src/b.js">\nexport {};\n');
  });

  test.each([
    ['UNCHANGED', 'UNCHANGED\n'],
    ['edits that change nothing', edit('}', '}')],
    ['the whole file as it is', 'let n = 0;\nfunction add() {\n  n += 1;\n}\n'],
  ])('finds that nothing has to change when the reply is %s', async (_, reply) => {
    const model = scriptModel(replies(reply));
    expect(await editCode(REQUEST, model)).toMatchObject({ kind: 'unchanged', content: FILE.content });
    expect(model.calls).toHaveLength(1);
  });

  test.each([
    ['a whole file', WHOLE],
    ['a whole file in a fence', `\`\`\`js\n${WHOLE}\`\`\`\n`],
    ['a whole file after a sentence', `Here is the whole file:\n\n\`\`\`js\n${WHOLE}\`\`\``],
    ['edits in a fence', `\`\`\`\n${GOOD}\`\`\``],
  ])('takes %s, and keeps line ends and the missing one at the end', async (_, reply) => {
    const model = scriptModel(replies(reply));
    expect(await editCode(REQUEST, model)).toMatchObject({ kind: 'changed', content: ADDS_TWO });
    expect(model.calls).toHaveLength(1);
  });

  test.each([
    ['edits that are found nowhere', MISSES, 'the lines that edit 1 looks for do not stand in the file'],
    ['edits that overlap', edit('}', 'a') + edit('}', 'b'), 'edits 1 and 2 overlap'],
    ['an edit without an end', GOOD.slice(0, -20), 'edit 1 has no last line'],
    ['a sentence', 'The counter should add two from now on.', 'they are not in that form'],
    ['a difference', '@@ -1,2 +1,2 @@\n let n = 0;\n-  n += 1;\n+  n += 2;', 'they are not in that form'],
    [
      'edits in other words',
      '<<<<<<< ORIGINAL\nlet n = 0;\n=======\nlet n = 1;\n>>>>>>> UPDATED',
      'they are not in that form',
    ],
  ])('asks once for the whole file after %s', async (_, first, reason) => {
    const model = scriptModel(replies(first, WHOLE));
    const retries: string[] = [];
    const edited = await editCode(REQUEST, model, { onRetry: ({ error }) => retries.push(error.message) });
    expect(edited).toMatchObject({ kind: 'changed', content: ADDS_TWO, usage: { outputTokens: 20 } });
    expect(retries).toEqual([expect.stringContaining(reason)]);
    const [asked, shown, again] = model.calls[1]?.request.messages.slice(-3) ?? [];
    expect([asked?.role, shown?.role, again?.role]).toEqual(['user', 'assistant', 'user']);
    expect(shown?.content).toBe(first);
    expect(again?.content).toContain(`These edits cannot be made: ${reason}`);
  });

  test('makes edits that come in place of the whole file, where they fit now', async () => {
    const model = scriptModel(replies(MISSES, GOOD));
    expect(await editCode(REQUEST, model)).toMatchObject({ kind: 'changed', content: ADDS_TWO });
  });

  test('gives the file up when the second reply is no use either', async () => {
    const model = scriptModel(replies(MISSES, MISSES, WHOLE));
    await expect(editCode(REQUEST, model)).rejects.toMatchObject({
      name: 'UnusableContentError',
      message: expect.stringContaining('`src/count.js` cannot be written: the lines that edit 1'),
    });
    expect(model.calls).toHaveLength(2);
  });

  test('asks again as before when there is no reply to speak of', async () => {
    const model = scriptModel(replies('  \n', GOOD));
    expect(await editCode(REQUEST, model)).toMatchObject({ content: ADDS_TWO });
    expect(model.calls[1]?.request.messages).toEqual(model.calls[0]?.request.messages);
  });

  test('S41 continues edits that the token limit cut', async () => {
    const model = scriptModel(async ({ index }) =>
      index === 0
        ? { text: GOOD.slice(0, 40), finishReason: 'length' }
        : { text: GOOD.slice(40), finishReason: 'stop' },
    );
    const continued: number[] = [];
    const edited = await editCode(REQUEST, model, { onContinue: (attempt) => continued.push(attempt) });
    expect(edited.content).toBe(ADDS_TWO);
    expect(continued).toEqual([1]);
  });

  test('S43 cuts edits without end and asks once more', async () => {
    const model = scriptModel(async ({ index, request }) => {
      if (index > 0) return GOOD;
      for (let i = 0; i < 100_000 && !request.signal?.aborted; i += 1) request.onDelta?.('foo();\n');
      return 'foo();\n';
    });
    expect(await editCode(REQUEST, model)).toMatchObject({ content: ADDS_TWO });
  });

  test('keeps a byte order mark, which the model is not shown', async () => {
    const file = { path: 'a.cs', content: '\ufeffint a;\r\nint b;\r\n' };
    const model = scriptModel(replies(edit('int a;', 'long a;')));
    const { content } = await editCode({ ...REQUEST, file }, model);
    expect(content).toBe('\ufefflong a;\r\nint b;\r\n');
    expect(model.calls[0]?.request.messages.at(-1)?.content).not.toContain('\ufeff');
  });

  test('changes a file about edits, by longer markers or as a whole', async () => {
    const content = `Reply like this:\n\n${GOOD}\nThat is all.\n`;
    const file = { path: 'docs/edits.txt', content };
    const longer = edit('That is all.', 'Good luck.').replace(/^([<=>])\1{6}/gm, '$1$1$1$1$1$1$1$1$1');
    const edited = await editCode({ ...REQUEST, file }, scriptModel(replies(longer)));
    expect(edited.content).toBe(content.replace('That is all.', 'Good luck.'));
    const whole = content.replace('n += 2', 'n += 7');
    const written = await editCode({ ...REQUEST, file }, scriptModel(replies(`${MISSES}${MISSES}`, whole)));
    expect(written.content).toBe(whole);
  });
});

describe('what may not be written', () => {
  const file = { path: 'a.js', content: 'a = "\u202e";\nb = 1;\nc = 1;\n' };
  const refuseContent = (text: string) => (text.includes('key-1') ? 'it holds a key' : null);
  const editing = (content: string, ...texts: string[]) =>
    editCode({ ...REQUEST, file: { ...file, content }, refuseContent }, scriptModel(replies(...texts)));

  test.each([
    ['a NUL', 'b = "\0";', 'NUL'],
    ['characters that turn text round', 'b = "\u202e";', 'direction'],
    ['hidden characters', 'b = "\u{e0041}";', 'tag'],
    ['what whoever asks refuses', 'b = "key-1";', 'it holds a key'],
    ['more than 1 MB', `b = "${'x1y2'.repeat(260_000)}";`, 'no end|1 MB'],
  ])('S45 S47 an edit that brings %s is refused', async (_, line, reason) => {
    const reply = edit('b = 1;', line);
    await expect(editing('a = 1;\nb = 1;\n', reply, reply)).rejects.toThrow(new RegExp(reason));
  });

  test('S45 what was in the file before and is not touched stays', async () => {
    const reply = edit('b = 1;', 'b = 2;');
    expect(await editing(file.content, reply)).toMatchObject({ content: 'a = "\u202e";\nb = 2;\nc = 1;\n' });
    const key = 'a = "key-1";\nb = 1;\n';
    expect(await editing(key, reply)).toMatchObject({ content: 'a = "key-1";\nb = 2;\n' });
  });

  test('S45 but more of it does not come in with the edit', async () => {
    const reply = edit('b = 1;', 'b = "\u202e!";');
    await expect(editing(file.content, reply, reply)).rejects.toThrow('direction');
    const key = edit('b = 1;', 'b = "key-1!";');
    await expect(editing('a = "key-1";\nb = 1;\n', key, key)).rejects.toThrow('it holds a key');
  });

  test('S45 lone surrogates do not come in', async () => {
    expect(await editing('b = 1;\n', edit('b = 1;', 'b = "\ud800";'))).toMatchObject({
      content: 'b = "\ufffd";\n',
    });
  });

  test('S46 a file is not emptied, but for those that are empty by custom', async () => {
    const reply = '<<<<<<< SEARCH\nb = 1;\n=======\n>>>>>>> REPLACE\n';
    await expect(editing('b = 1;\n', reply, reply)).rejects.toThrow('came out empty');
    const marker = { path: 'app/__init__.py', content: 'b = 1;\n' };
    const edited = await editCode({ ...REQUEST, file: marker }, scriptModel(replies(reply)));
    expect(edited).toMatchObject({ kind: 'changed', content: '' });
  });

  test('S39 a file that is larger than 1 MB already may become smaller', async () => {
    const large = `${'// a line\n'.repeat(110_000)}b = 1;\n`;
    expect(await editing(large, edit('b = 1;', 'b'))).toMatchObject({ kind: 'changed' });
    const reply = edit('b = 1;', 'b = 12345;');
    await expect(editing(large, reply, reply)).rejects.toThrow('1 MB');
  });
});

test.each([
  ['blank lines at the end', 'a\nb\n\n\n', 'a\nc\n', 'a\nc\n\n\n'],
  ['blank lines of the reply are not taken', 'a\nb\n', '\na\nc\n\n\n', '\na\nc\n'],
  ['mixed line ends where nothing changes', 'a\r\nb\nc\r\nd\n', 'a\nx\nc\nd\n', 'a\r\nx\nc\r\nd\n'],
  ['an empty file', '', 'a\r\nb', 'a\nb\n'],
])('a whole file keeps what the old one had: %s', async (_, content, reply, made) => {
  const file = { path: 'a.txt', content };
  const edited = await editCode({ ...REQUEST, file }, scriptModel(replies(reply)));
  expect(edited).toMatchObject({ kind: 'changed', content: made });
});
