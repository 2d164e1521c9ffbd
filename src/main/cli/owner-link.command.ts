// `huiyin owner-link`: a fresh one-time link for the first owner, when the printed one was lost.
import { Command } from 'commander';
import { DEFAULT_WORKSPACE, ownerLink } from '../../ground/members/server/first-run.ts';
import { withLocalProduct } from './local-product.ts';

export function ownerLinkCommand(): Command {
  return new Command('owner-link')
    .description('make a new one-time link for the first owner')
    .option('--workspace <slug>', 'workspace', DEFAULT_WORKSPACE)
    .action(async (options: { workspace: string }) => {
      const link = await withLocalProduct(options.workspace, async ({ env, store, product }) => {
        const token = await ownerLink(store.database, env.workspace, env.now);
        const { publicUrl, host, port } = product.tools.config;
        return token ? `${publicUrl ?? `http://${host}:${port}`}/setup/${token}` : null;
      });
      if (!link) throw new Error('this workspace has an owner already');
      console.log(link);
    });
}
