// The command line: every command works beside a running server, on the data folder alone, or against a remote one.
import { Command } from 'commander';
import { productVersion } from '../../platform/config/package-root.ts';
import { WrongUsage } from './wrong-usage.ts';

/** Commands that read files and need no store: they start without loading the rest of the product. */
const ALONE: Readonly<Record<string, () => Promise<Command>>> = {
  adapt: async () => (await import('./adapt.command.ts')).adaptCommand(),
  judge: async () => (await import('./judge.command.ts')).judgeCommand(),
  duplicates: async () => (await import('./duplicates.command.ts')).duplicatesCommand(),
  draw: async () => (await import('./draw.command.ts')).drawCommand(),
  live: async () => (await import('./live.command.ts')).liveCommand(),
};

/** Runs one command; the process ends with 0 when it did what was asked, 1 when not, 2 when the words were wrong. */
export async function run(argv: string[]): Promise<void> {
  const program = new Command('huiyin')
    .description('Huiyin 回音: every voice gets an answer 件件有回音')
    .version(productVersion);
  const alone = ALONE[argv[0] ?? ''];
  if (alone) program.addCommand(await alone());
  else {
    const { addStoreCommands } = await import('./store-commands.ts');
    addStoreCommands(program);
    for (const load of Object.values(ALONE)) program.addCommand(await load());
  }
  throwInsteadOfExit(program);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    const { exitCode, code } = error as { exitCode?: number; code?: string };
    if (code?.startsWith('commander.')) process.exit(exitCode === 0 ? 0 : 2);
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(error instanceof WrongUsage ? 2 : 1);
  }
}

/** A command that is added does not take this over from the one above it. */
function throwInsteadOfExit(command: Command): void {
  command.exitOverride();
  for (const below of command.commands) throwInsteadOfExit(below);
}
