// The whole product on an address of its own, opened in a real browser: people in windows, and a record of all that went wrong.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Env, systemEnv } from '../../src/ground/env.ts';
import type { Role } from '../../src/ground/members/core/permission.contract.ts';
import { hashPassword } from '../../src/ground/members/server/password.ts';
import { createKey } from '../../src/ground/members/server/verbs/create-key.ts';
import { newId } from '../../src/kit/ids.ts';
import { openProduct, type Product } from '../../src/main/product.ts';
import { consoleFallback, consoleRoot, serveConsole } from '../../src/main/server/pages.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { createLog } from '../../src/platform/log/log.ts';
import { loadEngine } from '../../src/text/node/load-engine.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export type Language = 'zh-CN' | 'en';
export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
export const PASSWORD = 'a window in the morning';

/** Where pictures of failed journeys are put. */
const PICTURES = path.join(tmpdir(), 'huiyin-journeys');
const WAIT_MS = 20_000;

export interface Member {
  id: string;
  name: string;
  email: string;
  role: Role;
}

export interface WindowOptions {
  language?: Language;
  size?: { width: number; height: number };
  /** signed in as this member; nobody when left out */
  member?: Member;
  /** false: the page must do without scripts */
  scripts?: boolean;
  /** a device that is set to dark */
  dark?: boolean;
  /** answers that are part of the story, as `GET 401 /api/v1/session` */
  expected?: readonly RegExp[];
}

export interface Window {
  page: Page;
  context: BrowserContext;
  /** what the browser complained about so far: scripts, failed requests, refused ones that were not expected */
  troubles: string[];
  /** more answers that are part of the story from now on */
  expect(...answers: RegExp[]): void;
}

export interface BrowserApp {
  db: TestDatabase;
  product: Product;
  /** `http://127.0.0.1:port` */
  origin: string;
  env: Env;
  /** Adds a member with the password `PASSWORD`. */
  member(role: Role, name: string, language?: Language): Promise<Member>;
  /** An API key of this role. */
  key(role: Role): Promise<string>;
  /** Calls the API as a program does. Fails on a refusal. */
  api(key: string, method: string, address: string, body?: unknown): Promise<any>;
  /** Lets the product's clock jump ahead: the night passes between two steps of a story. */
  advance(ms: number): void;
  /** Opens a window of its own, with its own cookies. */
  open(options?: WindowOptions): Promise<Window>;
  /** Takes a picture of every open window, to look at after a failure. @returns where they are */
  picture(name: string): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens the product and a browser. Call in `beforeAll`, `close()` in `afterAll`. */
export async function browserApp(): Promise<BrowserApp> {
  const executablePath = process.env.HUIYIN_CHROMIUM;
  if (!executablePath) throw new Error('journeys need a Chromium: set HUIYIN_CHROMIUM to its path, or run `npm test`');
  if (!existsSync(path.join(consoleRoot, 'index.html')))
    throw new Error(
      `the console is not built in ${consoleRoot}: run \`npx vite build\`, or name a build in HUIYIN_CONSOLE`,
    );
  const db = await testDatabase({ appPoolSize: 10 });
  const dataDir = mkdtempSync(path.join(tmpdir(), 'huiyin-journey-'));
  const settings = {
    HUIYIN_DATA: dataDir,
    HUIYIN_SECRET: randomBytes(24).toString('hex'),
    HUIYIN_LOG: 'silent',
    HUIYIN_BEACON: 'off',
    HUIYIN_LIVE_THREADS: '0',
    HUIYIN_PRIVATE_HOSTS: '127.0.0.1',
  };
  const config = readConfig(settings, dataDir);
  let ahead = 0;
  const product = await openProduct({
    config,
    now: () => new Date(Date.now() + ahead),
    database: db.database,
    engine: await loadEngine(),
    log: createLog(process.env.HUIYIN_TEST_LOG ?? 'silent'),
    processMetrics: false,
    limits: { stranger: 1_000_000, caller: 1_000_000 },
    fallback: consoleFallback,
  });
  await serveConsole(product.app);
  await product.start();
  const origin = await product.app.listen({ host: '127.0.0.1', port: 0 });
  // Links in letters name the port, which is known only now.
  config.port = Number(new URL(origin).port);
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const windows: Window[] = [];
  return {
    db,
    product,
    origin,
    get env() {
      return systemEnv(db.a, new Date(), 'test');
    },
    member: (role, name, language) => addMember(db, role, name, language),
    async key(role) {
      const made = await createKey(systemEnv(db.a, new Date(), 'test'), { name: `${role} key`, role, scopes: [] });
      if (!made.ok) throw new Error(made.reason);
      return made.value.secret;
    },
    async api(key, method, address, body) {
      const answer = await fetch(`${origin}${address}`, {
        method,
        headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${address} was answered ${answer.status}: ${text}`);
      return text ? JSON.parse(text) : null;
    },
    advance: (ms) => {
      ahead += ms;
    },
    async open(options = {}) {
      const opened = await openWindow(browser, origin, options);
      windows.push(opened);
      return opened;
    },
    picture: (name) => takePictures(windows, name),
    async close() {
      await browser.close();
      await product.stop();
      await db.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

// A container has no user namespaces for the sandbox; the rest keeps the browser from calling home.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--mute-audio',
];

async function openWindow(browser: Browser, origin: string, options: WindowOptions): Promise<Window> {
  const { language = 'zh-CN', size = DESK, member, scripts = true } = options;
  const context = await browser.newContext({
    baseURL: origin,
    locale: language,
    timezoneId: 'Asia/Shanghai',
    viewport: size,
    javaScriptEnabled: scripts,
    hasTouch: size.width < 600,
    acceptDownloads: true,
    reducedMotion: 'reduce',
    colorScheme: options.dark ? 'dark' : 'light',
  });
  context.setDefaultTimeout(WAIT_MS);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  if (member) await context.addCookies([await sessionOf(origin, member)]);
  const page = await context.newPage();
  const troubles: string[] = [];
  const expected = [...(options.expected ?? [])];
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('console', (line) => {
    // The refused answer itself is reported below, with its address.
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) troubles.push(line.text());
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // Leaving a page ends what it was reading.
    if (why !== 'net::ERR_ABORTED') troubles.push(`${request.method()} ${why} ${request.url()}`);
  });
  page.on('response', (answer) => {
    if (answer.status() < 400) return;
    const line = `${answer.request().method()} ${answer.status()} ${answer.url().slice(origin.length)}`;
    if (!expected.some((one) => one.test(line))) troubles.push(line);
  });
  return { page, context, troubles, expect: (...answers) => void expected.push(...answers) };
}

async function addMember(db: TestDatabase, role: Role, name: string, language: Language = 'zh-CN'): Promise<Member> {
  const id = newId('mem');
  const email = `${id.slice(-12)}@example.com`;
  await db.asOwner(
    `INSERT INTO members (id, workspace_id, email, name, role, state, password_hash, locale, created_at)
     VALUES ($1, $2, $3, $4, $5, 'active', $6, $7, now())`,
    [id, db.workspaceA, email, name, role, await hashPassword(PASSWORD), language],
  );
  return { id, name, email, role };
}

/** Signs in as the page does, without the page. */
async function sessionOf(origin: string, member: Member) {
  const answer = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: member.email, password: PASSWORD }),
  });
  const [pair = ''] = (answer.headers.getSetCookie()[0] ?? '').split(';');
  if (!answer.ok || !pair) throw new Error(`${member.name} could not sign in: ${answer.status}`);
  const at = pair.indexOf('=');
  return { name: pair.slice(0, at), value: pair.slice(at + 1), url: origin, httpOnly: true, sameSite: 'Lax' as const };
}

async function takePictures(windows: readonly Window[], name: string): Promise<string[]> {
  mkdirSync(PICTURES, { recursive: true });
  const made: string[] = [];
  for (const [index, { page }] of windows.entries()) {
    if (page.isClosed()) continue;
    const file = path.join(PICTURES, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${index + 1}.png`);
    await page.screenshot({ path: file, timeout: 5000 }).then(
      () => made.push(`${file} (${page.url()})`),
      () => undefined,
    );
  }
  return made;
}
