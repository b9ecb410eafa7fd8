import { describe, expect, test } from 'vitest';
import { HELP } from '../../src/terminal/help.js';
import { type Options, readCommand } from '../../src/terminal/options.js';

function optionsOf(...argv: string[]): Options {
  const command = readCommand(argv);
  if (command.kind !== 'build') throw new Error(`expected a build, not ${JSON.stringify(command)}`);
  return command.options;
}

function complaintOf(...argv: string[]): string {
  const command = readCommand(argv);
  if (command.kind !== 'usage') throw new Error(`expected a complaint, not ${JSON.stringify(command)}`);
  return command.message;
}

describe('the command line', () => {
  test('needs nothing but a prompt', () => {
    expect(optionsOf('a Tic Tac Toe game')).toEqual({
      prompt: 'a Tic Tac Toe game',
      instructions: null,
      model: null,
      planModel: null,
      baseUrl: null,
      effort: null,
      temperature: null,
      maxOutputTokens: null,
      out: 'generated',
      maxFiles: null,
      maxCostUsd: null,
      maxTotalTokens: null,
      concurrency: null,
      timeoutMinutes: 20,
      idleTimeoutSeconds: 120,
      planOnly: false,
      yes: false,
      debug: false,
    });
  });

  test('reads every option', () => {
    const argv =
      '--prompt p.md --instructions i.md --model m --plan-model n --base-url http://localhost:1/v1 --effort low ' +
      '--temperature 0.5 --max-output-tokens 9000 --out app --max-files 7 --max-cost-usd 0.25 ' +
      '--max-total-tokens 100000 --concurrency 3 --timeout-minutes 2.5 --idle-timeout 600 --plan-only --yes --debug';
    expect(optionsOf(...argv.split(' '))).toEqual({
      prompt: 'p.md',
      instructions: 'i.md',
      model: 'm',
      planModel: 'n',
      baseUrl: 'http://localhost:1/v1',
      effort: 'low',
      temperature: 0.5,
      maxOutputTokens: 9000,
      out: 'app',
      maxFiles: 7,
      maxCostUsd: 0.25,
      maxTotalTokens: 100_000,
      concurrency: 3,
      timeoutMinutes: 2.5,
      idleTimeoutSeconds: 600,
      planOnly: true,
      yes: true,
      debug: true,
    });
  });

  test('has no prompt when none is given', () => {
    expect(optionsOf().prompt).toBeNull();
  });

  test.each([
    [['--debug', 'x'], true, 'x'],
    [['--debug', 'True', 'x'], true, 'x'],
    [['--debug', 'False', 'x'], false, 'x'],
    [['x', '--debug', 'False'], false, 'x'],
    [['--debug=False', 'x'], false, 'x'],
    [['--debug=true', 'x'], true, 'x'],
    [['--debug', '--', 'true'], true, 'true'],
    [['--debug', 'true story'], true, 'true story'],
    [['x'], false, 'x'],
  ])('reads the debug flag of smol_dev in %j as what it says', (argv, debug, prompt) => {
    expect(optionsOf(...argv)).toMatchObject({ debug, prompt });
  });

  test.each([[['--generate_folder_path', 'app']], [['--generate_folder_path=app']], [['--out', 'app']]])(
    'writes to the folder of %j',
    (argv) => {
      expect(optionsOf(...argv, 'x').out).toBe('app');
    },
  );

  test.each([
    [['--help'], 'help'],
    [['-h'], 'help'],
    [['x', '--help'], 'help'],
    [['--version'], 'version'],
  ])('answers %j', (argv, kind) => {
    expect(readCommand(argv).kind).toBe(kind);
  });

  test.each([
    [['--modle', 'x'], 'There is no option --modle. Did you mean --model?'],
    [['--plan_only'], 'There is no option --plan_only. Did you mean --plan-only?'],
    [['--max-file', '5'], 'There is no option --max-file. Did you mean --max-files?'],
    [['--colour', 'x'], 'There is no option --colour.'],
    [['-q'], 'There is no option -q.'],
    [['--model'], '--model needs a value.'],
    [['--model', '--yes', 'x'], '--model needs a value.'],
    [['--model='], '--model needs a value.'],
    [['--yes=perhaps', 'x'], '--yes is either true or false, not "perhaps".'],
    [['--max-files', '2.5'], '--max-files is a whole number, 1 or more, not "2.5".'],
    [['--concurrency', '0'], '--concurrency is a whole number, 1 or more, not "0".'],
    [['--temperature', '-1'], '--temperature is a number, 0 or more, not "-1".'],
    [['--max-cost-usd', 'cheap'], '--max-cost-usd is a number, 0 or more, not "cheap".'],
    [['a', 'game'], 'Put the prompt in quotes: smol "a Tic Tac Toe game".'],
    [['a', '--prompt', 'b'], 'Give the prompt once: either by itself or with --prompt.'],
    [[' '], 'The prompt is empty.'],
  ])('says what is wrong with %j', (argv, message) => {
    expect(complaintOf(...argv)).toBe(message);
  });

  test('takes a prompt that begins with a dash after two dashes', () => {
    expect(optionsOf('--yes', '--', '--a strange prompt').prompt).toBe('--a strange prompt');
  });

  test('takes the last of an option given twice', () => {
    expect(optionsOf('x', '--model', 'a', '--model', 'b').model).toBe('b');
  });
});

describe('the help', () => {
  test('names every option, and no other', () => {
    const named = new Set([...HELP.matchAll(/--[a-z-]+/g)].map(([name]) => name));
    const strange = [...named].filter((name) => {
      const command = readCommand([`${name}=1`, 'x']);
      return command.kind === 'usage' && command.message.startsWith('There is no option');
    });
    expect(strange).toEqual([]);
    expect(named.size).toBe(20);
  });

  test('fits a terminal of 110 columns', () => {
    expect(HELP.split('\n').filter((line) => line.length > 110)).toEqual([]);
  });
});
