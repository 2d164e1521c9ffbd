// A label is corrected, the engine learns, voices like it are judged again; the queue is answered by keys; the page of accuracy tells, and a version is rolled back.
import { afterAll, beforeAll, expect } from 'vitest';
import { type BrowserApp, browserApp, PHONE } from '../harness/browser.ts';
import { barriers, calm, journey, overflow, read, see, settled, until, visit, wordsOf } from './steps.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await browserApp();
});
afterAll(() => app?.close());

const say = wordsOf('zh-CN');
const ODD = 24;
const versionNumber = new RegExp(say('accuracy:version.number', { number: 7 }).replace('7', '\\d+'));

journey(
  'a shop teaches its engine and takes it back',
  () => app,
  async () => {
    const key = await app.key('owner');
    const items = Array.from({ length: ODD + 40 }, (_, at) => ({
      channel: 'review',
      externalId: `teach-${at}`,
      text:
        at < ODD
          ? `这台机器又开始蜂鸣了第${at + 1}次`
          : `${at % 2 ? '质量很好，非常满意' : '物流太慢，等了两周'}，第${at}单`,
      product: { sku: 'M1', name: '料理机' },
    }));
    const { results } = await app.api(key, 'POST', '/api/v1/feedback/batch', { items });
    await app.product.settle();
    const ids: string[] = results.map((one: { id: string }) => one.id);
    const analyst = await app.member('analyst', '文清');
    const desk = await app.open({ member: analyst });
    const { page } = desk;
    const engine = async () => (await app.api(key, 'GET', '/api/v1/engine')).engine as string;
    const base = await engine();

    // A correction at the desk: learned, and those like it are judged again.
    const sentimentOf = async (id: string) => (await app.api(key, 'GET', `/api/v1/feedback/${id}`)).judgement.sentiment;
    const was: 'positive' | 'neutral' | 'negative' = await sentimentOf(ids[0]!);
    const wanted = was === 'negative' ? 'positive' : 'negative';
    await visit(page, `/feedback/${ids[0]}`);
    const line = page.locator('dl > div').filter({
      has: page.locator('dt').getByText(say('pageunderstand:label.sentiment'), { exact: true }),
    });
    await line.getByRole('button').first().click();
    await page.getByRole('menuitem', { name: say(`text:sentiment.${wanted}`) }).click();
    // First at the desk: learned already, this voice would not need it any more.
    for (const id of ids.slice(1, 8))
      await app.api(key, 'PUT', `/api/v1/feedback/${id}/corrections/sentiment`, { value: wanted });
    await page.locator('.hy-lesson-learned').waitFor();
    await read(page.locator('.hy-lesson'), /重新判断了 \d+ 条相似的反馈/);
    await until(engine, (one) => one.startsWith(`${base}+`), 'the shop has an engine of its own');
    await until(
      () => sentimentOf(ids[20]!),
      (one) => one !== was,
      'a voice like it is judged otherwise than before',
    );

    // The queue: one key answers, another takes back.
    await app.db.asOwner(`UPDATE judgements SET is_doubtful = true, confidence = 0.55 WHERE feedback_id = ANY($1)`, [
      [ids[ODD]!, ids[ODD + 1]!, ids[ODD + 2]!],
    ]);
    await visit(page, '/review-labels');
    const words = page.locator('.hy-review-card blockquote');
    const first = await words.innerText();
    const idOfCard = async () =>
      (await page.locator('.hy-review-card header a').getAttribute('href'))?.split('/').pop() ?? '';
    // A held key answers the voice that was read and no other.
    for (let held = 0; held < 4; held += 1) await page.keyboard.down('1');
    await page.keyboard.up('1');
    await until(
      async () => ((await words.count()) > 0 ? words.innerText() : ''),
      (text) => text !== first,
      'the next voice is asked about',
    );
    await page.keyboard.press('u');
    await until(
      () => words.innerText(),
      (text) => text === first,
      'the first voice is back',
    );
    await page.locator('.hy-review-guessed').focus();
    await page.keyboard.press('Enter');
    await until(
      () => page.evaluate(() => document.activeElement?.classList.contains('hy-review-answer')),
      (keeps) => keeps === true,
      'the focus stays on the answers',
    );
    await until(
      async () => (await app.api(key, 'GET', '/api/v1/label-reviews/progress')).today,
      (count) => count === 1,
      'one is checked today',
    );
    await page.reload();
    await page.getByRole('button', { name: say('learning:review.undo') }).click();
    await until(
      () => words.innerText(),
      (text) => text === first,
      'a reload does not lose the way back',
    );
    await page.keyboard.press('Enter');
    await until(
      async () => ((await words.count()) > 0 ? words.innerText() : first),
      (text) => text !== first,
      'it is answered again',
    );
    // A colleague answers the next one elsewhere: it is asked about no more.
    const second = await words.innerText();
    await app.api(key, 'PUT', `/api/v1/label-reviews/${await idOfCard()}`, { sentiment: 'neutral' });
    await until(
      async () => ((await words.count()) > 0 ? words.innerText() : ''),
      (text) => text !== second,
      'what a colleague answered leaves the queue',
    );
    await page.setViewportSize(PHONE);
    expect(await overflow(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });

    // Thirty decisions about voices drawn by lot later the page of accuracy has something to say.
    await app.db.asOwner(
      `INSERT INTO label_samples (workspace_id, feedback_id, day)
       SELECT workspace_id, feedback_id, day FROM judgements WHERE feedback_id = ANY($1) ON CONFLICT DO NOTHING`,
      [ids.slice(ODD, ODD + 34)],
    );
    for (const [at, id] of ids.slice(ODD, ODD + 34).entries())
      await app.api(key, 'PUT', `/api/v1/label-reviews/${id}`, {
        sentiment: (at + ODD) % 2 ? 'positive' : 'negative',
        source: 'sample',
      });
    await visit(page, '/accuracy');
    await until(
      () => page.getByText(/3\d checked|核对 3\d 条/).count(),
      (count) => count > 0,
      'the shares have their interval and number',
    );
    // Every pause between decisions is a version: how many there are depends on how fast they were taken.
    await see(page.getByText(versionNumber).first());
    expect(await barriers(page)).toEqual([]);

    // Ten by lot are ten, however many wait.
    await app.db.asOwner(
      `INSERT INTO label_samples (workspace_id, feedback_id, day) SELECT $1, unnest($2::text[]), '2026-03-01'`,
      [app.db.workspaceA, ids.slice(8, 21)],
    );
    await page.getByRole('button', { name: say('accuracy:check') }).click();
    for (let at = 1; at <= 10; at += 1) {
      await read(page, say('learning:review.round', { at, of: 10 }));
      await until(
        async () => {
          await page.keyboard.press('2');
          return page.getByText(say('learning:review.round', { at, of: 10 })).count();
        },
        (count) => count === 0,
        'the voice is answered',
      );
    }
    await read(page, say('learning:review.roundDone', { count: 10 }));
    await visit(page, '/accuracy');

    // Back to the engine as delivered, and to the version again.
    await page
      .locator('.hy-section')
      .filter({ hasText: say('accuracy:version.title') })
      .getByRole('button', { name: say('accuracy:version.toBase') })
      .click();
    await page
      .locator('.ant-popover:visible')
      .getByRole('button', { name: say('accuracy:version.toBase') })
      .click();
    await until(engine, (one) => one === base, 'the base judges again');
    await read(page, say('accuracy:version.state.rolled_back'));
    // What was chosen by hand stays until learning may choose again.
    await read(page, new RegExp(say('accuracy:learn.held')));
    await page.getByRole('button', { name: say('accuracy:learn.letChoose') }).click();
    await until(engine, (one) => one.startsWith(`${base}+`), 'learning chooses again');
    await settled(page);
    calm(desk);
  },
);
