import { InvalidOptionError } from '../model/errors.js';
import { HELP } from './help.js';
import { EXIT, readCommand, UsageError } from './options.js';
import { printableLine } from './printable.js';
import type { World } from './world.js';

/**
 * Carries out one `smol` command.
 *
 * @param argv the arguments, without node and script.
 * @returns the exit code: 0 all written, 1 failed or incomplete, 2 usage, 130 interrupted. Does not throw: what
 *   goes wrong is a sentence on `stderr`.
 */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const command = readCommand(argv);
  if (command.kind === 'help') {
    world.stdout.write(HELP);
    return EXIT.written;
  }
  if (command.kind === 'version') {
    world.stdout.write(`${world.version()}\n`);
    return EXIT.written;
  }
  if (command.kind === 'usage') return complain(world, command.message, EXIT.usage);

  const [{ build }, { explain }] = await Promise.all([import('./build.js'), import('./advice.js')]);
  try {
    return await build(command.options, world);
  } catch (error) {
    if (world.signal.aborted) return complain(world, 'Stopped.', EXIT.interrupted);
    if (command.options.debug && error instanceof Error) world.stderr.write(`${error.stack}\n`);
    const isUsage = error instanceof UsageError || error instanceof InvalidOptionError;
    return complain(world, explain(error), isUsage ? EXIT.usage : EXIT.incomplete);
  }
}

function complain(world: World, message: string, code: number): number {
  world.stderr.write(`smol: ${printableLine(message)}\n`);
  if (code === EXIT.usage) world.stderr.write('Try: smol --help\n');
  return code;
}
