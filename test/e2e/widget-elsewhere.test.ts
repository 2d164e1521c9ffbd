// The widget on a page of another origin, under a strict content security policy: said, pointed at, followed to its end.
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveShop } from '../../docs/examples/widget/serve.js';
import { type BrowserApp, browserApp, DESK, type Language, PHONE } from '../harness/browser.ts';
import { barriers, calm, journey, press, read, see, until, wordsOf } from './steps.ts';

let app: BrowserApp;
let key: string;
let shop: { origin: string; close(): Promise<void> };
let site: { id: string; key: string };

beforeAll(async () => {
  app = await browserApp();
  key = await app.key('owner');
  site = await app.api(key, 'POST', '/api/v1/widget-sites', { name: '官网' });
  shop = await serveShop({ huiyin: app.origin, key: site.key });
  await app.api(key, 'PATCH', `/api/v1/widget-sites/${site.id}`, { origins: [shop.origin] });
});
afterAll(async () => {
  await shop?.close();
  await app?.close();
});

const picture = () =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: '#c9a27e' } })
    .withExif({ IFD0: { Make: 'SecretPhone' } })
    .jpeg()
    .toBuffer();

async function follow(language: Language, words: string): Promise<void> {
  const say = wordsOf(language);
  const customer = await app.open({ language, size: language === 'en' ? DESK : PHONE });
  const { page } = customer;
  await page.goto(`${shop.origin}/?lang=${language}`);
  await press(page, say('widgetbox:open'));
  const dialog = page.getByRole('dialog');
  await read(dialog, say('widget:greeting'));
  await dialog.getByRole('radio', { name: say('widgetbox:rate_1') }).check();
  await dialog.getByLabel(say('widgetbox:words')).fill(words);
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'IMG.jpg', mimeType: 'image/jpeg', buffer: await picture() });
  const photo = dialog.getByRole('img', { name: say('widgetbox:photo', { number: 1 }) });
  await see(photo);
  // One place by tap, one by keyboard.
  await photo.click({ position: { x: 60, y: 40 } });
  await dialog
    .getByLabel(new RegExp(say('widgetbox:pin', { number: 1 })))
    .last()
    .fill(language === 'en' ? 'it leaks here' : '这里漏毛');
  await press(dialog, say('widgetbox:pin_add'));
  await page.keyboard.press('ArrowRight');
  await press(dialog, say('widgetbox:send'));
  await read(dialog, say('widgetbox:done_title'));
  // The promise comes as soon as the shop has read the words.
  await see(dialog.locator('.promise'));

  const found = await until(
    () => app.api(key, 'GET', '/api/v1/feedback?limit=50'),
    (list) => list.items.some((one: { text: string }) => one.text === words),
    'the voice arrived',
  );
  const feedback = found.items.find((one: { text: string }) => one.text === words);
  const { items } = await app.api(key, 'GET', `/api/v1/photos?feedback=${feedback.id}`);
  expect(items[0].pins).toHaveLength(2);
  expect(items[0].pins[1]).toMatchObject({ x: 0.52, y: 0.5 });
  const [{ caseId }] = (await app.db.asOwner<{ caseId: string }>(
    'SELECT case_id AS "caseId" FROM case_feedback WHERE feedback_id = $1',
    [feedback.id],
  )) as [{ caseId: string }];

  await press(dialog, say('widgetbox:mine'));
  await read(dialog, say('widgetbox:stage.received'));
  await app.api(key, 'POST', `/api/v1/cases/${caseId}/resolution`, { resolution: 'fixed' });
  await page.keyboard.press('Escape');
  await press(page, say('widgetbox:open'));
  await press(dialog, say('widgetbox:mine'));
  await read(dialog, say('widgetbox:stage.resolved'));
  await see(dialog.getByRole('link', { name: say('widgetbox:details') }));
  // Nothing was refused by the page's policy and nothing complained.
  expect(customer.troubles).toEqual([]);
}

journey(
  'a Chinese customer, on a phone',
  () => app,
  () => follow('zh-CN', '羽绒被漏毛，很失望，要求退款，不然投诉'),
);
journey(
  'an English customer, at a desk',
  () => app,
  () => follow('en', 'The duvet leaks feathers everywhere, I want my money back'),
);

it('keeps what was said without a line to the shop, and sends it by itself', async () => {
  const say = wordsOf('en');
  const { page, context } = await app.open({ language: 'en', expected: [/./] });
  await page.goto(`${shop.origin}/?lang=en`);
  await press(page, say('widgetbox:open'));
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('widgetbox:words')).fill('said in a tunnel');
  await context.setOffline(true);
  await press(dialog, say('widgetbox:send'));
  await read(dialog, say('widgetbox:done_kept_title'));
  await context.setOffline(false);
  await until(
    () => app.db.asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM feedback WHERE text = 'said in a tunnel'`),
    (rows) => rows[0]!.n === 1,
    'the kept voice arrived once',
  );
});

it('does not appear on a page whose origin is not listed', async () => {
  const other = await serveShop({ huiyin: app.origin, key: site.key });
  try {
    const seen = await app.open({ language: 'en', expected: [/^GET 403 /] });
    await seen.page.goto(`${other.origin}/?lang=en`);
    await seen.page.locator('huiyin-feedback').waitFor({ state: 'attached' });
    await until(
      () => seen.page.getByRole('button').count(),
      (count) => count === 0,
      'the echo is gone',
    );
    expect(seen.troubles.join()).toMatch(/blocked by CORS policy/);
  } finally {
    await other.close();
  }
});

it('is no barrier for anybody', async () => {
  const say = wordsOf('zh-CN');
  const seen = await app.open({ size: PHONE });
  await seen.page.goto(`${shop.origin}/?lang=zh-CN`);
  await press(seen.page, say('widgetbox:open'));
  await see(seen.page.getByRole('dialog').getByText(say('widget:greeting')));
  expect(await barriers(seen.page)).toEqual([]);
  calm(seen);
});
