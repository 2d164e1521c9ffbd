// How late a comment is on the operator's screen: a real Chromium at the desk of a room that is told two thousand comments a second.
// Run: HUIYIN_CHROMIUM=/usr/bin/chromium npx tsx bench/live-screen.ts [--rate 2000 --seconds 120 --console dist/console]. Prints one JSON object.
// Server, analysis thread, generator (a child process that sends over HTTP) and browser share this machine; all clocks are the same clock.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { ensureWorkspace, ownerLink } from '../src/ground/members/server/first-run.ts';
import { openProduct } from '../src/main/product.ts';
import { consoleFallback, serveConsole } from '../src/main/server/pages.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { createLog } from '../src/platform/log/log.ts';
import { openStore } from '../src/platform/store/open-store.ts';
import { loadEngine } from '../src/text/node/load-engine.ts';
import { type Flood, flood } from './live-screen-flood.ts';
import { type Stretch, watchLoad } from './live-screen-load.ts';
import { readScreen, type ScreenReading, watchScreen } from './live-screen-watch.ts';
import { percentile } from './spawned.ts';

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '120' },
    warm: { type: 'string', default: '10' },
    picture: { type: 'string' },
    role: { type: 'string' },
  },
});
const log = (line: string) => process.stderr.write(`${line}\n`);

if (values.role === 'flood') {
  process.once('message', (order) => void flood(order as Flood).then((told) => process.send!(told)));
} else {
  await measure();
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'huiyin-live-screen-'));
  const config = readConfig({ HUIYIN_DATA: folder, HUIYIN_LOG: 'silent' }, folder);
  const store = await openStore({ dataDir: folder, log: () => undefined });
  const product = await openProduct({
    config,
    database: store.database,
    engine: await loadEngine(),
    log: createLog('silent'),
    processMetrics: false,
    limits: { stranger: 1_000_000, caller: 1_000_000 },
    fallback: consoleFallback,
  });
  await serveConsole(product.app);
  const workspaceId = (await ensureWorkspace(store.database, 'default', new Date(), true))!;
  await product.start();
  const origin = await product.app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await chromium.launch({
    executablePath: process.env.HUIYIN_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--enable-precise-memory-info', '--mute-audio'],
  });
  try {
    log(`the product is open at ${origin}`);
    const token = (await ownerLink(store.database, workspaceId, new Date()))!;
    const cookie = await signUp(origin, token);
    const call = async (method: string, address: string, body?: unknown) => {
      const answer = await fetch(`${origin}${address}`, {
        method,
        headers: { cookie, origin, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${text}`);
      return text ? JSON.parse(text) : null;
    };
    const room = await call('POST', '/api/v1/live/rooms', { title: 'Bench', isSimulated: true });
    const items = Array.from({ length: 12 }, (_, at) => ({
      index: at + 1,
      title: `云感羽绒被 ${at + 1} 号`,
      price: { minor: 19_900, currency: 'CNY' },
      aliases: [],
      facts: [{ topic: '尺寸', text: '一米五的床选 200×230' }],
    }));
    await call('PUT', `/api/v1/live/rooms/${room.id}/shelf`, { items });
    await call('POST', `/api/v1/live/rooms/${room.id}/show`, {});
    const context = await browser.newContext({
      baseURL: origin,
      locale: 'zh-CN',
      viewport: { width: 1440, height: 900 },
    });
    const [name, ...rest] = cookie.split('=');
    await context.addCookies([{ name: name!, value: rest.join('='), url: origin, httpOnly: true, sameSite: 'Lax' }]);
    const page = await context.newPage();
    await page.goto(`/live/${room.id}`);
    await page.locator('.ld-lines-box').waitFor({ timeout: 30_000 });
    log('the desk is open');
    // The compiler of these scripts names functions by a helper that pages do not have.
    await page.evaluate('globalThis.__name = (one) => one');
    await page.evaluate(watchScreen);
    const devtools = await context.newCDPSession(page);
    const child = fork(process.argv[1]!, ['--role', 'flood'], {
      execArgv: process.execArgv,
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    const seconds = Number(values.seconds) + Number(values.warm);
    const told = new Promise<{ sent: number; calls: number[]; failed: number }>((done) =>
      child.once('message', (message) => done(message as never)),
    );
    child.send({ origin, cookie, roomId: room.id, rate: Number(values.rate), seconds } satisfies Flood);
    await sleep(Number(values.warm) * 1000);
    await page.evaluate(readScreen);
    const heap: number[] = [];
    const readings: ScreenReading[] = [];
    const load = watchLoad();
    const stretches: (Stretch & { p95: number })[] = [];
    for (let second = 0; second < Number(values.seconds); second += 10) {
      await sleep(10_000);
      await devtools.send('HeapProfiler.collectGarbage');
      const { usedSize } = await devtools.send('Runtime.getHeapUsage');
      heap.push(usedSize / 1024 / 1024);
      readings.push(await page.evaluate(readScreen));
      stretches.push({ p95: percentile(readings.at(-1)!.ages, 95), ...load() });
      log(`${second + 10} s: ${readings.at(-1)!.frames / 10} frames/s, heap ${heap.at(-1)!.toFixed(1)} MB`);
      log(`  ${JSON.stringify(stretches.at(-1))}`);
    }
    if (values.picture) await page.screenshot({ path: values.picture });
    const generator = await told;
    const ages = readings.flatMap((one) => one.ages);
    const marks = readings.flatMap((one) => one.marks);
    const third = Math.max(1, Math.floor(heap.length / 3));
    const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
    const growth = mean(heap.slice(-third)) / mean(heap.slice(0, third)) - 1;
    const late = { p50: percentile(ages, 50), p95: percentile(ages, 95), p99: percentile(ages, 99) };
    const framesPerSecond = readings.map((one) => one.frames / 10);
    const passed =
      ages.length > 0 &&
      late.p50 <= 300 &&
      late.p95 <= 800 &&
      late.p99 <= 1500 &&
      mean(framesPerSecond) >= 30 &&
      growth < 0.2;
    console.log(
      JSON.stringify({
        verdict: passed ? 'passed' : 'failed',
        rate: Number(values.rate),
        seconds: Number(values.seconds),
        sent: generator.sent,
        sentPerSecond: Math.round(generator.sent / seconds),
        failedCalls: generator.failed,
        acceptMs: { p50: percentile(generator.calls, 50), p99: percentile(generator.calls, 99) },
        commentToScreenMs: late,
        linesMeasured: ages.length,
        staffLines: { shown: marks.length, p50: percentile(marks, 50), p99: percentile(marks, 99) },
        framesPerSecond: { mean: mean(framesPerSecond), least: Math.min(...framesPerSecond) },
        heapMb: { first: heap[0], last: heap.at(-1), growth, all: heap.map((one) => Math.round(one * 10) / 10) },
        slowest: [...stretches].sort((one, other) => other.p95 - one.p95).slice(0, 6),
        stolen: mean(stretches.map((one) => one.stolen)),
        machine: { cores: availableParallelism(), loadGenerator: 'a child process on the same machine, over HTTP' },
      }),
    );
    process.exitCode = passed ? 0 : 1;
  } catch (error) {
    log(String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  } finally {
    await Promise.race([browser.close(), sleep(5000)]);
    await product.stop();
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
    process.exit();
  }
}

/** Makes the owner of the fresh installation. @returns his cookie */
async function signUp(origin: string, token: string): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/invitations/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Bench', email: 'bench@example.com', password: 'a window in the morning' }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0]!;
}
