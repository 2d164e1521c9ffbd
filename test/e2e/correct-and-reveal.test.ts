// The engine is corrected by a click and can be given its say back; masked words are shown once, with a reason, and both are on record.
import { afterAll, beforeAll, expect } from 'vitest';
import { type BrowserApp, browserApp } from '../harness/browser.ts';
import { calm, journey, press, read, see, settled, until, visit, wordsOf } from './steps.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await browserApp();
});
afterAll(() => app?.close());

const say = wordsOf('zh-CN');

journey(
  'a label is corrected, found by its new value and taken back; an original is revealed',
  () => app,
  async () => {
    const key = await app.key('owner');
    const voice = await app.api(key, 'POST', '/api/v1/feedback', {
      channel: 'review',
      externalId: 'correct-1',
      text: '物流太慢，等了两周还没到，打电话 13812345678 问一下',
      rating: 2,
    });
    await app.product.settle();
    const lead = await app.member('manager', '孟夏');
    const desk = await app.open({ member: lead });
    const { page } = desk;

    await visit(page, `/feedback/${voice.id}`);
    const line = (label: string) =>
      page
        .locator('dl > div')
        .filter({ has: page.locator('dt').getByText(say(`pageunderstand:label.${label}`), { exact: true }) });
    const sentiment = line('sentiment');
    const before = say('text:sentiment.negative');
    const after = say('text:sentiment.neutral');
    await read(sentiment, before);
    await sentiment.getByRole('button').first().click();
    await page.getByRole('menuitem', { name: after }).click();
    await read(sentiment, after);
    await read(sentiment, say('pageunderstand:label.correctedBy', { name: lead.name }));

    await visit(page, '/feedback?sentiment=neutral');
    await see(page.getByRole('grid').getByRole('row').filter({ hasText: '物流太慢' }));

    await visit(page, `/feedback/${voice.id}`);
    await press(sentiment, say('pageunderstand:label.takeBack'));
    await read(sentiment, before);
    await sentiment
      .getByText(say('pageunderstand:label.correctedBy', { name: lead.name }))
      .waitFor({ state: 'hidden' });
    await visit(page, '/feedback?sentiment=neutral');
    await read(page, say('pageunderstand:explorer.none'));

    await visit(page, `/feedback/${voice.id}`);
    expect(await page.getByText('13812345678').count()).toBe(0);
    await press(page, say('pagecollect:reveal.button'));
    const asked = page.getByRole('dialog', { name: say('pagecollect:reveal.title') });
    await asked.getByLabel(say('pagecollect:reveal.reason')).fill('回电话核对地址');
    await press(asked, say('pagecollect:reveal.show'));
    await read(asked, /13812345678/);
    await press(asked, say('pagecollect:reveal.close'));
    await asked.waitFor({ state: 'hidden' });
    expect(await page.getByText('13812345678').count()).toBe(0);

    // Both deeds are on record, the look behind the mask with its reason.
    await visit(page, '/settings/audit');
    const log = page.getByRole('grid').getByRole('row').filter({ hasText: lead.name });
    await until(
      () => log.count(),
      (rows) => rows >= 3,
      'the correction, its taking back and the look are on record',
    );
    await see(page.locator('.hy-reveal-row'));
    await page.locator('.hy-reveal-row').first().click();
    await read(page.getByRole('dialog'), '回电话核对地址');
    await settled(page);
    calm(desk);
  },
);
