import { InvalidOptionError } from '../model/errors.js';
import { CHECK_HELP, HELP } from './help.js';
import { type Command, EXIT, readCommand, UsageError } from './options.js';
import { printableLine } from './printable.js';
import type { World } from './world.js';

/**
 * Carries out one `smol` command.
 *
 * @param argv the arguments, without node and script.
 * @returns the exit code: 0 all written or no errors found, 1 failed, incomplete or errors found, 2 usage, 130 interrupted. Does not throw: what
 *   goes wrong is a sentence on `stderr`.
 */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const command = readCommand(argv);
  if (command.kind === 'help') {
    world.stdout.write(HELP);
    return EXIT.written;
  }
  if (command.kind === 'check help') {
    world.stdout.write(CHECK_HELP);
    return EXIT.written;
  }
  if (command.kind === 'version') {
    world.stdout.write(`${world.version()}\n`);
    return EXIT.written;
  }
  const help = argv[0] === 'check' ? 'smol check --help' : 'smol --help';
  if (command.kind === 'usage') return complain(world, command.message, { code: EXIT.usage, help });

  const [act, { explain }] = await Promise.all([actOf(command, world), import('./advice.js')]);
  try {
    return await act();
  } catch (error) {
    if (world.signal.aborted) return complain(world, 'Stopped.', { code: EXIT.interrupted, help });
    if (command.kind === 'build' && command.options.debug && error instanceof Error)
      world.stderr.write(`${error.stack}\n`);
    const isUsage = error instanceof UsageError || error instanceof InvalidOptionError;
    return complain(world, explain(error), { code: isUsage ? EXIT.usage : EXIT.incomplete, help });
  }
}

/** What a command does, with the code of this command alone. */
async function actOf(
  command: Extract<Command, { kind: 'build' | 'check' }>,
  world: World,
): Promise<() => Promise<number>> {
  if (command.kind === 'build') {
    const { build } = await import('./build.js');
    return () => build(command.options, world);
  }
  const { checkFolder } = await import('./check.js');
  return () => checkFolder(command.options, world);
}

function complain(world: World, message: string, { code, help }: { code: number; help: string }): number {
  world.stderr.write(`smol: ${printableLine(message)}\n`);
  if (code === EXIT.usage) world.stderr.write(`Try: ${help}\n`);
  return code;
}
