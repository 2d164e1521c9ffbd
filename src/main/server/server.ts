// Starts the product on its address: store, migrations, workspace, workers, pages; and stops it in the right order.
import path from 'node:path';
import { DEFAULT_WORKSPACE, ensureWorkspace, ownerLink } from '../../ground/members/server/first-run.ts';
import { loadEnvFile, readConfig } from '../../platform/config/config.ts';
import { productVersion } from '../../platform/config/package-root.ts';
import { createLog } from '../../platform/log/log.ts';
import { openStore } from '../../platform/store/open-store.ts';
import { loadEngine } from '../../text/node/load-engine.ts';
import { openProduct } from '../product.ts';
import { consoleFallback, serveConsole } from './pages.ts';

/** Runs until a signal comes. Problems before the address is printed end the process with a plain sentence. */
export async function main(): Promise<void> {
  loadEnvFile(process.cwd());
  const config = readConfig(process.env, process.cwd());
  const log = createLog(config.logLevel, process.stdout.isTTY ? path.join(config.dataDir, 'huiyin.log') : undefined);
  // Together: a room that was cut off waits for both.
  const [engine, store] = await Promise.all([
    loadEngine(),
    openStore({
      databaseUrl: config.databaseUrl ?? undefined,
      dataDir: config.dataDir,
      log: (message, details) => log.info(details ?? {}, message),
    }),
  ]);
  const { database } = store;
  const product = await openProduct({ config, database, engine, log, fallback: consoleFallback, startsSoon: true });
  await serveConsole(product.app);
  const now = new Date();
  const workspaceId = (await ensureWorkspace(store.database, DEFAULT_WORKSPACE, now, true))!;
  await product.start();
  const address = await product.app
    .listen({ port: config.port, host: config.host })
    .catch(async (error: NodeJS.ErrnoException) => {
      await product.stop();
      await store.stop();
      throw error.code === 'EADDRINUSE'
        ? new Error(`port ${config.port} is taken; set HUIYIN_PORT to another one`)
        : error;
    });
  const origin = config.publicUrl ?? address.replace('[::]', 'localhost').replace('0.0.0.0', 'localhost');
  const token = await ownerLink(store.database, workspaceId, now);
  say(`Huiyin 回音 ${productVersion}`);
  say(`  ${origin}`);
  if (token) {
    say(`  first owner, one-time link 首次使用，一次性链接:\n  ${origin}/setup/${token}`);
    say('  the same page offers a demo shop to look around in 同一页可以先用演示店四处看看');
  }
  // A demo shop whose making was cut off is told again from its first day.
  void product.demo.resume().catch(() => {});
  say(
    `  data ${store.kind === 'embedded' ? config.dataDir : 'in the database of DATABASE_URL'}; stop with Ctrl+C 按 Ctrl+C 停止`,
  );

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    const hard = setTimeout(() => process.exit(1), 20_000);
    hard.unref();
    void product
      .stop()
      .then(() => store.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ error }, 'did not stop cleanly');
          process.exit(1);
        },
      );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
