// A file as shops really have it, in GB18030 with faults in it, from the drop to the words found again.
import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type BrowserApp, browserApp } from '../harness/browser.ts';
import { button, calm, journey, press, read, see, settled, until, visit, wordsOf } from './steps.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await browserApp();
});
afterAll(() => app?.close());

const say = wordsOf('zh-CN');
const TOPICS = ['物流太慢，等了两周才到', '枕头回弹好，很舒服', '颜色和图片不一样', '客服态度很好', '拉链坏了，质量差'];
const GOOD = 120;

/** Good rows, one whose stars mean nothing, one with a quote where none may stand. */
function reviews(): Buffer {
  const rows = Array.from({ length: GOOD }, (_, index) => {
    const stars = (index % 5) + 1;
    return `P${index},${TOPICS[index % 5]}，第${index}单,${stars},2026-10-${String((index % 28) + 1).padStart(2, '0')},云朵枕头`;
  });
  rows.splice(40, 0, 'P900,星级写错的一行,非常多星,2026-10-02,云朵枕头');
  rows.splice(80, 0, 'P901,"引号放"错了的一行,2,2026-10-03,云朵枕头');
  return iconv.encode(['评价编号,评价内容,评分,评价时间,商品名称', ...rows].join('\r\n'), 'gb18030');
}

/** The number beside a name among the counts. */
const count = async (page: Page, name: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.locator('dt').getByText(say(`imports:counts.${name}`), { exact: true }) })
    .locator('dd')
    .innerText();

async function giveFile(page: Page): Promise<void> {
  await visit(page, '/imports');
  const chooser = page.waitForEvent('filechooser');
  await press(page, say('pagecollect:upload.choose'));
  await (await chooser).setFiles({ name: '十月评价.csv', mimeType: 'text/csv', buffer: reviews() });
  await see(page.getByRole('heading', { level: 1, name: '十月评价.csv' }));
}

/** Starts what was uploaded and waits for its end. */
async function runToEnd(page: Page): Promise<void> {
  await press(page, say('imports:run.start'));
  await read(page, say('pagecollect:import.now.done'));
}

journey(
  'a file is imported, its faults are named, twice is once, and its words are found',
  () => app,
  async () => {
    const analyst = await app.member('analyst', '许可');
    const desk = await app.open({ member: analyst });
    const { page } = desk;

    await giveFile(page);
    // What each column means was guessed, and stands there to be changed.
    for (const [column, field] of [
      ['评价内容', 'text'],
      ['评分', 'rating'],
      ['评价编号', 'externalId'],
    ] as const) {
      const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: column, exact: true }) });
      await read(row, say(`imports:fields.${field}`));
    }
    await read(page, TOPICS[0] as string);
    await runToEnd(page);
    expect(await count(page, 'recorded')).toBe(String(GOOD));
    expect(await count(page, 'rejected')).toBe('2');
    expect(await count(page, 'duplicates')).toBe('0');

    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: say('imports:download', { count: 2 }) }).click();
    const faults = (await readFile(await (await download).path())).toString('utf8');
    expect(faults).toContain('星级写错的一行');
    expect(faults).toContain(say('imports:errors.rating_unreadable'));
    expect(faults).toContain(say('imports:errors.stray_quote'));
    // The stars stand in the 41st row of the file, the quote in the 82nd.
    expect(faults).toMatch(/(^|\n)"?4[12]"?,/);

    await giveFile(page);
    await runToEnd(page);
    expect(await count(page, 'recorded')).toBe('0');
    expect(await count(page, 'duplicates')).toBe(String(GOOD));

    // Judged in the background, then found by Chinese words with the words marked.
    await app.product.settle();
    await visit(page, '/feedback');
    const search = page
      .getByRole('searchbox')
      .or(page.getByLabel(say('pageunderstand:explorer.search')))
      .first();
    await search.fill('回弹');
    await search.press('Enter');
    const rows = page.getByRole('grid').getByRole('row');
    await until(
      () => rows.allInnerTexts(),
      (texts) => texts.length > 0 && texts.every((text) => text.includes('回弹')),
      'only rows with the word are left',
    );
    await read(page, say('pageunderstand:explorer.found', { count: 24, text: '24' }));
    expect(await rows.first().locator('mark').allInnerTexts()).toContain('回弹');

    // A facet narrows what was found; its count is what is left.
    await settled(page);
    const facet = page.getByRole('complementary', { name: say('pageunderstand:explorer.filters') });
    await button(facet, new RegExp(`^${say('pagecollect:stars', { count: 2 })}\\s*24$`)).click();
    await until(
      async () => page.url(),
      (url) => url.includes('rating=2'),
      'the address holds the filter',
    );
    await read(page, say('pageunderstand:explorer.found', { count: 24, text: '24' }));
    await button(facet, new RegExp(`^${say('pagecollect:stars', { count: 2 })}`)).click();
    await button(facet, new RegExp(`^${say('pagecollect:stars', { count: 5 })}`)).click();
    await read(page, say('pageunderstand:explorer.none'));
    calm(desk);
  },
);
