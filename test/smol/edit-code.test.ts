import { describe, expect, test } from 'vitest';
import { type EditRequest, editCode } from '../../src/smol/edit-code.js';
import { scriptModel } from '../support/scripted-model.js';

const FILE = { path: 'src/count.js', content: 'let n = 0;\r\nfunction add() {\r\n  n += 1;\r\n}' };
const REQUEST: EditRequest = { prompt: 'a counter', plan: '# Counter\n', file: FILE };

const edit = (search: string, replace: string) =>
  `<<<<<<< SEARCH\n${search}${search && '\n'}=======\n${replace}${replace && '\n'}>>>>>>> REPLACE\n`;

const replies =
  (...texts: string[]) =>
  async ({ index }: { index: number }) =>
    texts[index] ?? '';

describe('editCode', () => {
  test('sends the file as it stands with the plan, and makes the edits that come back', async () => {
    const model = scriptModel(replies(edit('  n += 1;', '  n += 2;')));
    const edited = await editCode(REQUEST, model);
    expect(edited).toMatchObject({
      kind: 'changed',
      content: 'let n = 0;\r\nfunction add() {\r\n  n += 2;\r\n}',
    });
    const sent = model.calls[0]?.request.messages.at(-1)?.content ?? '';
    expect(sent).toContain('# Counter\n');
    expect(sent).toContain(`<file path="src/count.js">\n${FILE.content}`);
  });
});
