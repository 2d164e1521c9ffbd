// What people do at the screen, in words: each step waits for what it needs to see and for nothing else.
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { translator } from '../../src/platform/i18n/translate.ts';
import type { BrowserApp, Language, Window } from '../harness/browser.ts';

/** The sentences of one language: `say('cases:status.open')`. A missing key fails the journey. */
export type Say = (key: string, values?: Record<string, unknown>) => string;

/** @returns the words the screens use, read from `locales/` */
export function wordsOf(language: Language): Say {
  const t = translator(language);
  return (key, values) => {
    const text = t(key, values, `«${key}»`);
    if (text.startsWith('«')) throw new Error(`no sentence for ${key} in ${language}`);
    return text;
  };
}

/** Long enough for a busy machine; each single wait gives up much sooner. */
const WHOLE_MS = 600_000;

/** A test with pictures of every window when it fails. */
export function journey(name: string, app: () => BrowserApp, tell: () => Promise<void>): void {
  it(
    name,
    async () => {
      try {
        await tell();
      } catch (error) {
        const pictures = await app().picture(name);
        if (error instanceof Error) error.message += `\npictures: ${pictures.join(', ')}`;
        throw error;
      }
    },
    WHOLE_MS,
  );
}

/** Waits until it is seen. */
export const see = (place: Locator): Promise<void> => place.first().waitFor({ state: 'visible' });
/** Waits until it is gone. */
export const gone = (place: Locator): Promise<void> => place.first().waitFor({ state: 'hidden' });
/** Waits until these words stand somewhere in the page. */
export const read = (page: Page | Locator, text: string | RegExp): Promise<void> => see(page.getByText(text));

/** Waits until `look` gives what is wanted; the page is asked again and again, never slept for. */
export async function until<T>(look: () => Promise<T>, wanted: (value: T) => boolean, what: string): Promise<T> {
  let last: T | undefined;
  await expect
    .poll(
      async () => {
        last = await look();
        return wanted(last);
      },
      { timeout: 20_000, interval: 100, message: `${what} (last: ${JSON.stringify(last)})` },
    )
    .toBe(true);
  return last as T;
}

export const button = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** Presses the first button of this name that can be seen. */
export async function press(page: Page | Locator, name: string | RegExp): Promise<void> {
  await button(page, name).first().click();
}

/** Picks from one of the kit's select boxes by its label. */
export async function choose(page: Page, box: Locator, option: string | RegExp): Promise<void> {
  await box.click();
  await page.locator('.ant-select-dropdown:visible').getByTitle(option).first().click();
}

/** Opens a page by its address and waits until its heading stands there and nothing is loading. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/** Waits until the page has its heading and no place holder is left. */
export async function settled(page: Page): Promise<void> {
  await see(page.getByRole('heading', { level: 1 }));
  await page.waitForFunction(
    () => !document.querySelector('.hy-bones, .hy-bone, .hy-bone-text, .hy-bone-page, [aria-busy="true"]'),
  );
}

/** The open dialog with this title. */
export const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

/** Fails when the browser complained about anything. */
export function calm(...windows: Window[]): void {
  expect(windows.flatMap((one) => one.troubles)).toEqual([]);
}

// The way without a second window: there are no frames in our pages.
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What the rules of WCAG 2.2 AA find wrong with the page as it is now. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ runOnly: { type: 'tag', values: STANDARDS }, resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap((rule) =>
    rule.nodes
      .slice(0, 4)
      .map((node) => `${rule.id}: ${node.target.join(' ')} — ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`),
  );
}

/** Sentences that are keys, as they look when a translation is missing. */
export async function rawKeys(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => {
    const labels = [...document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')].flatMap((one) =>
      ['aria-label', 'title', 'placeholder', 'alt'].map((name) => one.getAttribute(name) ?? ''),
    );
    return [document.title, document.body.innerText, ...labels].join('\n');
  });
  // `cases:status.open`, `status.open.title`; addresses, files and versions have other shapes.
  const found = text
    .replaceAll(/\{\{[\w.]+\}\}/g, '')
    .match(
      /(?<![\w@/.-])[a-z][a-zA-Z]+:[a-z][\w]*(\.[\w]+)*(?![\w/])|(?<![\w@/:.-])[a-z]+[a-zA-Z_]*(\.[a-z][a-zA-Z_]+){1,}(?![\w@/.-])/g,
    );
  return [...new Set(found ?? [])];
}

/** By how many pixels the page is wider than its window, once it has had time to find its form. */
export async function overflow(page: Page): Promise<number> {
  const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
  await page.waitForFunction(fits, undefined, { timeout: 5000 }).catch(() => undefined);
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}
