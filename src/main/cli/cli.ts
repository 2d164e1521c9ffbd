// The command line: every command works beside a running server, on the data folder alone, or against a remote one.
import { Command } from 'commander';
import { productVersion } from '../../platform/config/package-root.ts';
import { backupCommand, restoreCommand } from './backup.command.ts';
import { demoCommand } from './demo.command.ts';
import { evidenceCommand } from './evidence.command.ts';
import { importCommand } from './import.command.ts';
import { keyCommand } from './key.command.ts';
import { mcpCommand } from './mcp.command.ts';
import { openapiCommand } from './openapi.command.ts';
import { ownerLinkCommand } from './owner-link.command.ts';

/** Runs one command; the process ends with 0 when it did what was asked, 1 when not, 2 when the words were wrong. */
export async function run(argv: string[]): Promise<void> {
  const program = new Command('huiyin')
    .description('Huiyin 回音: every voice gets an answer 件件有回音')
    .version(productVersion)
    .exitOverride();
  program
    .command('start')
    .description('start the product (what `npm start` does)')
    .action(async () => {
      const { main } = await import('../server/server.ts');
      await main();
    });
  program.addCommand(importCommand());
  program.addCommand(keyCommand());
  program.addCommand(ownerLinkCommand());
  program.addCommand(backupCommand());
  program.addCommand(restoreCommand());
  program.addCommand(evidenceCommand());
  program.addCommand(mcpCommand());
  program.addCommand(openapiCommand());
  program.addCommand(demoCommand());
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    const { exitCode, code } = error as { exitCode?: number; code?: string };
    if (code?.startsWith('commander.')) process.exit(exitCode === 0 ? 0 : 2);
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
