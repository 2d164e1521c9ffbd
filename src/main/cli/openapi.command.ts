// `huiyin openapi`: prints the description of the API without a store, as it is checked in.
import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { readConfig } from '../../platform/config/config.ts';
import type { Database } from '../../platform/database/database.ts';
import { createLog } from '../../platform/log/log.ts';
import type { TextEngine } from '../../text/judge.contract.ts';
import { openProduct } from '../product.ts';

/** The OpenAPI 3.1 document of this version. */
export async function describeApi(): Promise<object> {
  // Describing opens every feature but touches neither rows nor texts.
  const untouched = new Proxy({}, { get: () => () => untouched }) as unknown;
  const product = await openProduct({
    config: readConfig({ HUIYIN_SECRET: 'x'.repeat(32) }, process.cwd()),
    database: untouched as Database,
    engine: { version: 'none' } as TextEngine,
    log: createLog('silent'),
    processMetrics: false,
  });
  await product.app.ready();
  const document = product.app.swagger();
  await product.app.close();
  return document;
}

export function openapiCommand(): Command {
  return new Command('openapi')
    .description('print the description of the API (OpenAPI 3.1)')
    .option('--out <file>', 'write it to a file instead')
    .action(async (options: { out?: string }) => {
      const text = `${JSON.stringify(await describeApi(), null, 2)}\n`;
      if (options.out) writeFileSync(options.out, text);
      else process.stdout.write(text);
    });
}
