// Measures the pages customers meet with Lighthouse, on a product of its own with a little real input. Prints JSON.
//
//   npx tsx bench/lighthouse.ts [--desktop]
//
// Lighthouse is no dependency: it is taken from the folder named by HUIYIN_LIGHTHOUSE (one with node_modules/lighthouse),
// else by `npm exec`. The browser is HUIYIN_CHROMIUM, else /usr/bin/chromium.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '12.8.2';
const WANTED = 95;
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const work = mkdtempSync(path.join(tmpdir(), 'huiyin-lighthouse-'));
const port = 4870 + (process.pid % 100);
const origin = `http://127.0.0.1:${port}`;
const chromium = process.env.HUIYIN_CHROMIUM ?? '/usr/bin/chromium';
const desktop = process.argv.includes('--desktop');

interface Scores {
  page: string;
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  /** Largest contentful paint, ms. */
  lcpMs: number;
  findings: string[];
}

function run(command: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let noise = '';
    child.stderr.on('data', (chunk) => {
      noise = (noise + chunk).slice(-4000);
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(0) : reject(new Error(`${command} ended with ${code}\n${noise}`)),
    );
  });
}

function lighthouse(): { command: string; before: string[] } {
  const folder = process.env.HUIYIN_LIGHTHOUSE;
  const file = folder && path.join(folder, 'node_modules', 'lighthouse', 'cli', 'index.js');
  if (file && existsSync(file)) return { command: process.execPath, before: [file] };
  return { command: 'npm', before: ['exec', '--yes', `lighthouse@${VERSION}`, '--'] };
}

async function measure(page: string, address: string): Promise<Scores> {
  const report = path.join(work, 'report.json');
  const { command, before } = lighthouse();
  await run(
    command,
    [
      ...before,
      `${origin}${address}`,
      '--quiet',
      '--output=json',
      `--output-path=${report}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage',
      ...(desktop ? ['--preset=desktop'] : []),
    ],
    { CHROME_PATH: chromium },
  );
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const score = (name: string) => Math.round((result.categories[name]?.score ?? 0) * 100);
  const counted = ['accessibility', 'performance', 'seo'].flatMap((name) =>
    result.categories[name].auditRefs
      .filter((ref: { weight: number }) => ref.weight > 0)
      .map((ref: { id: string }) => ref.id),
  );
  return {
    page,
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    lcpMs: Math.round(result.audits['largest-contentful-paint']?.numericValue ?? 0),
    findings: counted.filter((id: string) => (result.audits[id]?.score ?? 1) < 0.9),
  };
}

/** What some customers say through the public page itself; answers the path of one personal page. */
async function seed(): Promise<string> {
  let own = '';
  const voices = [
    '物流太慢，等了两周还没到，差评',
    '羽绒被漏毛，我要投诉退款',
    '枕头很软，孩子很喜欢',
    '建议出一个加大号',
    '包装很好，发货快',
    '客服三次没人理',
  ];
  for (const [index, text] of voices.entries()) {
    const form = new FormData();
    for (const [name, value] of Object.entries({
      once: `lighthouse-bench-voice-${index}0000`,
      text,
      rating: String((index % 5) + 1),
    }))
      form.append(name, value);
    const answer = await fetch(`${origin}/p/default/say`, { method: 'POST', body: form, redirect: 'manual' });
    const token = /[?&]t=([\w-]+)/.exec(answer.headers.get('location') ?? '')?.[1];
    if (token) own = `/s/${token}`;
  }
  if (!own) throw new Error('the public page took nothing');
  return own;
}

async function ready(): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`the product did not start on ${origin}`);
}

const product = spawn(process.execPath, [path.join(root, 'bin', 'huiyin.js'), 'start'], {
  cwd: root,
  env: { ...process.env, HUIYIN_DATA: path.join(work, 'data'), HUIYIN_PORT: String(port), HUIYIN_LOG: 'silent' },
  stdio: ['ignore', 'ignore', 'inherit'],
});
const gone = new Promise<void>((resolve) => product.on('close', () => resolve()));
try {
  await Promise.race([
    ready(),
    gone.then(() => {
      throw new Error('the product ended before it was ready');
    }),
  ]);
  const own = await seed();
  const pages: [string, string][] = [
    ['home', '/p/default'],
    ['say', '/p/default/say'],
    ['mine', '/p/default/mine'],
    ['roadmap', '/p/default/roadmap'],
    ['changelog', '/p/default/changelog'],
    ['reports', '/p/default/reports'],
    ['verify', '/p/default/verify'],
    ['status', own],
  ];
  const scores: Scores[] = [];
  for (const [page, address] of pages) scores.push(await measure(page, address));
  const low = scores.filter((one) => one.performance < WANTED || one.accessibility < WANTED);
  console.log(
    JSON.stringify(
      { lighthouse: VERSION, form: desktop ? 'desktop' : 'mobile', wanted: WANTED, scores, passed: low.length === 0 },
      null,
      2,
    ),
  );
  process.exitCode = low.length === 0 ? 0 : 1;
} finally {
  product.kill('SIGTERM');
  await gone;
  rmSync(work, { recursive: true, force: true });
}
