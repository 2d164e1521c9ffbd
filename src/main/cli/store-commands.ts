// The commands that work on a store or an instance; loading them loads the product.
import type { Command } from 'commander';
import { backupCommand, restoreCommand } from './backup.command.ts';
import { demoCommand } from './demo.command.ts';
import { evidenceCommand } from './evidence.command.ts';
import { importCommand } from './import.command.ts';
import { keyCommand } from './key.command.ts';
import { mcpCommand } from './mcp.command.ts';
import { openapiCommand } from './openapi.command.ts';
import { ownerLinkCommand } from './owner-link.command.ts';

export function addStoreCommands(program: Command): void {
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
}
