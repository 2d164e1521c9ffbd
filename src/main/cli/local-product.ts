// Opens the product on the data folder for one command, beside a running server or alone, and closes it again.
import { type Env, systemEnv } from '../../ground/env.ts';
import { DEFAULT_WORKSPACE, ensureWorkspace } from '../../ground/members/server/first-run.ts';
import { loadEnvFile, readConfig } from '../../platform/config/config.ts';
import { createLog } from '../../platform/log/log.ts';
import { openStore, type Store } from '../../platform/store/open-store.ts';
import { loadEngine } from '../../text/node/load-engine.ts';
import { openProduct, type Product } from '../product.ts';

export interface LocalProduct {
  product: Product;
  store: Store;
  env: Env;
}

/**
 * @param slug the workspace to work in; the default one is made on an empty store, another must exist
 * @param work gets the opened product; what it throws ends the command
 */
export async function withLocalProduct<T>(slug: string, work: (local: LocalProduct) => Promise<T>): Promise<T> {
  loadEnvFile(process.cwd());
  const config = readConfig({ HUIYIN_LOG: 'error', ...process.env }, process.cwd());
  const log = createLog(config.logLevel === 'info' ? 'error' : config.logLevel);
  const engine = await loadEngine();
  const store = await openStore({ databaseUrl: config.databaseUrl ?? undefined, dataDir: config.dataDir });
  try {
    const product = await openProduct({ config, database: store.database, engine, log, processMetrics: false });
    try {
      const workspaceId = await ensureWorkspace(store.database, slug, new Date(), slug === DEFAULT_WORKSPACE);
      if (!workspaceId) throw new Error(`there is no workspace called ${slug}`);
      const env = systemEnv(store.database.workspace(workspaceId), new Date(), 'huiyin');
      return await work({ product, store, env });
    } finally {
      await product.stop();
    }
  } finally {
    await store.stop();
  }
}
