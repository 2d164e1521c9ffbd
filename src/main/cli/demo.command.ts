// `huiyin demo`: makes a shop to look around in, or removes it; beside a running server it asks that one to do it.
import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { DEFAULT_WORKSPACE } from '../../ground/members/server/first-run.ts';
import { dropJob, enqueueJobs } from '../../platform/jobs/job.store.ts';
import { NOTHING_COUNTED } from '../demo/demo.contract.ts';
import { DEMO_JOB } from '../demo/demo.jobs.ts';
import { enterLink } from '../demo/enter-demo.ts';
import type { Product } from '../product.ts';
import { type Bar, createBar } from './bar.ts';
import { type LocalProduct, withLocalProduct } from './local-product.ts';
import { WrongUsage } from './wrong-usage.ts';

const LOOK_EVERY_MS = 500;
/** A server that runs takes the job at once. */
const SERVER_ANSWERS_MS = 4000;
const CLOCKS_DIFFER_MS = 2000;

export function demoCommand(): Command {
  const demo = new Command('demo')
    .description('make a demo shop to look around in (about a minute); your own data is never touched')
    .option('--seed <number>', 'another seed tells another story', (text) => Number.parseInt(text, 10))
    .option('--days <number>', 'how many days it has behind it', (text) => Number.parseInt(text, 10))
    .option('--until <instant>', 'the end of the story, ISO 8601; now when left out')
    .option('--json', 'end with one JSON line')
    .action(async (options: { seed?: number; days?: number; until?: string; json?: boolean }) => {
      const bar = createBar('demo shop');
      const made = await withLocalProduct(DEFAULT_WORKSPACE, async (local) => {
        await make(local, options, bar);
        const shop = (await local.product.demo.read())!;
        return { ...shop, link: await enterLink(local.product.tools, shop.workspaceId, originOf(local.product)) };
      });
      bar.end();
      const counts = { ...NOTHING_COUNTED, ...made.counts };
      if (options.json) {
        console.log(JSON.stringify({ seed: made.seed, days: made.days, until: made.until, counts, link: made.link }));
      } else {
        console.log(
          `${counts.voices} voices, ${counts.cases} cases, ${counts.replies} replies, ${counts.ratings} ratings`,
        );
        console.log(
          `open it while the product runs, with a password of your own 产品运行时打开，自设密码:\n${made.link}`,
        );
      }
    });
  demo
    .command('remove')
    .description('remove the demo shop with everything in it')
    .option('--json', 'end with one JSON line')
    .action(async (_own: object, command: Command) => {
      // The word before it takes the same option.
      const options = command.optsWithGlobals<{ json?: boolean }>();
      const removed = await withLocalProduct(DEFAULT_WORKSPACE, ({ product }) => product.demo.remove());
      if (options.json) console.log(JSON.stringify({ removed }));
      else console.log(removed ? 'the demo shop is gone 演示店已移除' : 'there is no demo shop 没有演示店');
    });
  return demo;
}

function originOf({ tools }: Product): string {
  const { publicUrl, host, port } = tools.config;
  return publicUrl ?? `http://${host}:${port}`;
}

async function make(
  local: LocalProduct,
  options: { seed?: number; days?: number; until?: string },
  bar: Bar,
): Promise<void> {
  const { product, env } = local;
  const { seed, days } = options;
  const until = options.until ? new Date(options.until) : undefined;
  if ([seed, days].some((number) => number !== undefined && !(number > 0)) || (until && Number.isNaN(until.getTime())))
    throw new WrongUsage(
      '--seed and --days are whole numbers above zero, --until is an instant like 2026-11-22T10:00:00Z',
    );
  const wish = { ...(seed ? { seed } : {}), ...(days ? { days } : {}), ...(until ? { until } : {}) };
  if ((await product.demo.read())?.finishedAt) return;
  // Two processes with two clocks must not work on one store: a running server is asked to do it.
  const asked = Date.now();
  const payload = { ...wish, until: until?.toISOString() };
  await env.db.write((tx) => enqueueJobs(tx, [{ kind: DEMO_JOB, key: DEMO_JOB, payload, runAt: env.now }], env.now));
  for (;;) {
    const shop = await product.demo.read();
    const begun = shop !== undefined && shop.startedAt.getTime() >= asked - CLOCKS_DIFFER_MS;
    if (begun) bar.move(shop.day / shop.days, shop.counts.voices ?? 0);
    if (begun && shop.finishedAt) return;
    if (!begun && Date.now() - asked > SERVER_ANSWERS_MS) break;
    await sleep(LOOK_EVERY_MS);
  }
  await env.db.write((tx) => dropJob(tx, DEMO_JOB, DEMO_JOB));
  await product.demo.make(wish, (day, all, counts) => bar.move(day / all, counts.voices));
}
