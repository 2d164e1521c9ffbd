// `huiyin key create`: makes an API key on the data folder, for scripts and for the first steps.
import { Command, Option } from 'commander';
import { ROLES, type Role } from '../../ground/members/core/permission.contract.ts';
import { DEFAULT_WORKSPACE } from '../../ground/members/server/first-run.ts';
import { createKey } from '../../ground/members/server/verbs/create-key.ts';
import { withLocalProduct } from './local-product.ts';

export function keyCommand(): Command {
  const key = new Command('key').description('API keys');
  key
    .command('create')
    .description('make an API key; its secret is printed once')
    .addOption(
      new Option('--role <role>', 'what the key may do')
        .choices(ROLES.filter((role) => role !== 'owner'))
        .default('agent'),
    )
    .option('--name <name>', 'what it is for', 'command line')
    .option('--workspace <slug>', 'workspace', DEFAULT_WORKSPACE)
    .option('--scope <permission...>', 'narrow it to these permissions')
    .option('--json', 'print one JSON object')
    .action(async (options: { role: Role; name: string; workspace: string; scope?: string[]; json?: boolean }) => {
      const made = await withLocalProduct(options.workspace, ({ env }) =>
        createKey(env, { name: options.name, role: options.role, scopes: options.scope ?? [] }),
      );
      if (!made.ok) throw new Error(`the key was not made: ${made.reason}`);
      const { key: view, secret } = made.value;
      if (options.json)
        console.log(JSON.stringify({ id: view.id, key: secret, role: view.role, workspace: options.workspace }));
      else console.log(`${secret}\n(${view.role}, ${view.id}; it cannot be shown again 只显示这一次)`);
    });
  return key;
}
