// Every page of the console at both widths: nothing shuts anybody out, nothing complains, nothing hangs over, no key is shown.
import { expect } from 'vitest';
import type { PageDef } from '../../src/ui/page.ts';
import { type BrowserApp, DESK, type Language, PHONE, type Window } from '../harness/browser.ts';
import { type FullHouse, fillHouse } from './full-house.ts';
import { barriers, overflow, rawKeys, settled } from './steps.ts';

/** The pages the console itself is composed of, so that a new one cannot be forgotten. */
const PAGES: PageDef[] = Object.values(
  import.meta.glob<readonly PageDef[]>(
    ['../../src/{loop,ground,engage}/**/web/pages.ts', '../../src/main/console/overview/pages.ts'],
    { eager: true, import: 'pages' },
  ),
).flat();

/** Pages that look otherwise with something open, and those outside the rooms. */
const more = (house: FullHouse): string[] => [
  `/cases?case=${house.caseId}`,
  `/feedback?open=${house.feedbackId}`,
  '/feedback?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84%E8%AF%9D',
  `/live/draws?draw=${house.drawId}`,
  `/live/draws?draw=${house.draftDrawId}`,
  '/live/draws?draw=new',
  '/clocks/new',
  '/calendars/new',
  '/rules/new',
  '/nowhere',
  house.status,
  ...house.publicPaths,
];

/** Looks at every page in one language; all findings are told together. */
export async function lookAtEveryPage(app: BrowserApp, look: { language: Language; dark: boolean }): Promise<void> {
  const house = await fillHouse(app);
  const owner = await app.member('owner', look.language === 'en' ? 'Lin Wan' : '林晚', look.language);
  const seen = await app.open({ language: look.language, member: owner, dark: look.dark });
  expect(PAGES.length).toBeGreaterThan(20);
  const addresses = [...PAGES.map((page) => addressOf(page.path, house)), ...more(house)];
  const findings: string[] = [];
  for (const address of addresses) {
    await seen.page.setViewportSize(DESK);
    try {
      await seen.page.goto(address);
      findings.push(...(await lookAt(seen, address, DESK.width)));
      await seen.page.setViewportSize(PHONE);
      findings.push(...(await lookAt(seen, address, PHONE.width)));
    } catch (error) {
      findings.push(`${address}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      await app.picture(`${look.language} ${address}`);
    }
    findings.push(...seen.troubles.splice(0).map((trouble) => `${address}: ${trouble}`));
  }
  await outside(app, look, findings);
  expect(findings).toEqual([]);
}

/** The door and a dead link, seen by nobody in particular. */
async function outside(
  app: BrowserApp,
  look: { language: Language; dark: boolean },
  findings: string[],
): Promise<void> {
  const stranger = await app.open({ ...look, expected: [/^GET 401 .*\/session$/, /^GET 4\d\d .*\/(invitations|s)\//] });
  for (const address of ['/cases', '/setup/not-a-link', '/s/not-a-link']) {
    await stranger.page.setViewportSize(DESK);
    await stranger.page.goto(address);
    findings.push(...(await lookAt(stranger, `${address} outside`, DESK.width)));
    await stranger.page.setViewportSize(PHONE);
    findings.push(...(await lookAt(stranger, `${address} outside`, PHONE.width)));
  }
  findings.push(...stranger.troubles.map((trouble) => `outside: ${trouble}`));
  // A net that catches nothing would look the same as a clean house.
  await stranger.page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<button></button><p style="width: 3000px">cases:status.open</p>');
  });
  const caught = (await lookAt(stranger, 'planted', PHONE.width)).join('\n');
  expect(caught).toMatch(/button-name/);
  expect(caught).toMatch(/a key is shown: cases:status\.open/);
  expect(caught).toMatch(/px wider than the window/);
}

async function lookAt(seen: Window, address: string, width: number): Promise<string[]> {
  const { page } = seen;
  await settled(page);
  const wide = await overflow(page);
  return [
    ...(await barriers(page)),
    ...(await rawKeys(page)).map((key) => `a key is shown: ${key}`),
    ...(wide > 0 ? [`${wide} px wider than the window`] : []),
  ].map((finding) => `${address} at ${width}: ${finding}`);
}

/** `/cases/$caseId` → the address of one that exists. */
function addressOf(path: string, house: FullHouse): string {
  return path.replaceAll(/\$(\w+)/g, (_whole, name: string) => {
    const id = (house as unknown as Record<string, string>)[name];
    if (!id) throw new Error(`${path}: the full house has no ${name}`);
    return id;
  });
}
