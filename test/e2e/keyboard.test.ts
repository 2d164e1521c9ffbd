// Everything by keyboard: Tab reaches all that can be worked and shows where it is, overlays open by their keys and close by Escape.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type BrowserApp, browserApp } from '../harness/browser.ts';
import { fillHouse } from './full-house.ts';
import { button, calm, dialog, journey, press, read, see, visit, wordsOf } from './steps.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await browserApp();
});
afterAll(() => app?.close());

const say = wordsOf('zh-CN');

journey(
  'the house is walked by keyboard alone',
  () => app,
  async () => {
    const house = await fillHouse(app);
    const owner = await app.member('owner', '林晚');
    const desk = await app.open({ member: owner });
    const { page } = desk;
    const findings: string[] = [];
    for (const address of [
      `/cases?case=${house.caseId}`,
      `/feedback?open=${house.feedbackId}`,
      '/settings/members',
      `/clocks/${house.policyId}`,
      `/imports/${house.importId}`,
    ]) {
      await visit(page, address);
      findings.push(...(await walk(page)).map((finding) => `${address}: ${finding}`));
    }
    expect(findings).toEqual([]);

    await visit(page, '/cases');
    await page.keyboard.press('Control+k');
    const palette = page.getByPlaceholder(say('ui:palette.placeholder'));
    await see(palette);
    await page.keyboard.type(say('pageclocks:calendars.title'));
    await see(page.getByRole('option', { name: say('pageclocks:calendars.title') }));
    await page.keyboard.press('Enter');
    await see(page.getByRole('heading', { level: 1, name: say('pageclocks:calendars.title') }));
    await page.keyboard.press('Control+k');
    await see(palette);
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'hidden' });

    await page.keyboard.press('?');
    const help = dialog(page, say('ui:keys.title'));
    await see(help);
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });

    // A dialog opens at its first field, shuts by Escape, and gives the focus back.
    await visit(page, `/cases/${house.caseId}`);
    await page.keyboard.press('e');
    const resolve = page.getByRole('dialog').filter({ hasText: say('deskanswer:resolve.how') });
    await see(resolve);
    await page.waitForFunction(() => document.activeElement?.closest('.ant-modal-body') !== null);
    await page.keyboard.press('Escape');
    await resolve.waitFor({ state: 'hidden' });

    await visit(page, '/settings/members');
    await press(page, say('pagesettings:roles.open'));
    const drawer = page.getByRole('dialog');
    await read(drawer, say('pagesettings:roles.title'));
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await see(button(page, say('pagesettings:roles.open')));
    calm(desk);
  },
);

/** Presses Tab until the walk begins anew. @returns what was not reached, and where the focus cannot be seen */
async function walk(page: Page): Promise<string[]> {
  const wanted = await page.evaluate(() => {
    const nameOf = (one: Element) =>
      `${one.tagName.toLowerCase()} ${one.getAttribute('aria-label') ?? one.textContent ?? ''}`.slice(0, 60);
    // The ring may be drawn on the thing, on the frame around it or on the box beside it.
    const looksOf = (one: Element) => {
      const parts = [one, one.nextElementSibling];
      for (let frame = one.parentElement, up = 0; frame && up < 3; frame = frame.parentElement, up += 1)
        parts.push(frame);
      return parts
        .map((part) => {
          if (!part) return '';
          const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } = getComputedStyle(part);
          return [outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor].join();
        })
        .join(' ');
    };
    (document.activeElement as HTMLElement | null)?.blur();
    // One stop for each group of radios, and one for each list that is walked by arrows.
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex]'),
    ].filter(
      (one) =>
        one.tabIndex >= 0 &&
        !one.matches(':disabled, [type="radio"]:not(:checked), [aria-hidden="true"] *') &&
        one.getClientRects().length > 0 &&
        getComputedStyle(one).visibility === 'visible',
    );
    const atRest = all.map(looksOf);
    Object.assign(globalThis, {
      huiyinWalk: () => {
        const one = document.activeElement;
        const index = all.indexOf(one as HTMLElement);
        return index < 0 || !one ? null : { index, shows: looksOf(one) !== atRest[index], name: nameOf(one) };
      },
    });
    return all.map(nameOf);
  });
  const reached = new Set<number>();
  const unseen = new Set<string>();
  for (let step = 0; step < wanted.length * 1.3 + 10 && reached.size < wanted.length; step += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() =>
      (
        globalThis as unknown as { huiyinWalk: () => { index: number; shows: boolean; name: string } | null }
      ).huiyinWalk(),
    );
    if (!at) continue;
    reached.add(at.index);
    if (!at.shows) unseen.add(at.name);
  }
  return [
    ...wanted.filter((_, index) => !reached.has(index)).map((name) => `Tab does not reach ${name}`),
    ...[...unseen].map((name) => `the focus is not seen on ${name}`),
  ];
}
