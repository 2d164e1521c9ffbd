// Promises are made by calendars and policies: shifts are edited, a rule is tried before it counts, and a case's clock follows.
import { afterAll, beforeAll, expect } from 'vitest';
import { type BrowserApp, browserApp } from '../harness/browser.ts';
import { calm, choose, journey, press, read, see, settled, until, visit, wordsOf } from './steps.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await browserApp();
});
afterAll(() => app?.close());

const say = wordsOf('zh-CN');

journey(
  'shifts, a rule and a promise are changed, and the clock of a case with them',
  () => app,
  async () => {
    const key = await app.key('owner');
    await app.api(key, 'POST', '/api/v1/feedback', {
      channel: 'email',
      externalId: 'clock-1',
      text: '羽绒被漏毛，找客服三次都没人理，我要投诉，给我退款',
      person: { email: 'xiaoman@example.com', name: '林小满' },
    });
    await app.product.settle();
    const { items } = await app.api(key, 'GET', '/api/v1/cases');
    const caseId: string = items[0].id;
    const lead = await app.member('manager', '孟夏');
    const desk = await app.open({ member: lead });
    const { page } = desk;
    const dueAt = async () =>
      ((await app.api(key, 'GET', `/api/v1/cases/${caseId}`)).clocks as { kind: string; dueAt: string | null }[]).find(
        (clock) => clock.kind === 'frt',
      )?.dueAt;
    const first = await dueAt();
    expect(first).toBeTruthy();

    // A Monday with an evening shift: the tester counts by it before anything is saved.
    await visit(page, '/calendars');
    const calendars = (await app.api(key, 'GET', '/api/v1/calendars')).items as { id: string; isDefault: boolean }[];
    await page
      .locator(`a[href="/calendars/${calendars.find((one) => one.isDefault)?.id}"]`)
      .first()
      .click();
    await settled(page);
    const add = page.getByRole('button', {
      name: new RegExp(`^${say('pageclocks:calendar.addShift', { day: '(星期一|周一)' })}$`),
    });
    const starts = page.getByRole('textbox', { name: /(星期一|周一)第 \d 班开始/ });
    const shifts = await starts.count();
    await add.click();
    await until(
      () => starts.count(),
      (now) => now === shifts + 1,
      'a shift was added',
    );
    const ends = page.getByRole('textbox', { name: new RegExp(`(星期一|周一)第 ${shifts + 1} 班结束`) });
    await ends.fill('2330');
    await ends.press('Enter');
    await until(
      () => ends.inputValue(),
      (text) => text === '23:30',
      'the time is read as it was meant',
    );
    await press(page, say('pageclocks:save.save'));
    await read(page, say('pageclocks:calendar.saved'));
    await page.reload();
    await settled(page);
    expect(await starts.count()).toBe(shifts + 1);

    // A rule for low stars, tried on what came in, without opening anything.
    await visit(page, '/rules/new');
    await page.getByLabel(say('pagerules:name')).fill('催件也要开单');
    await choose(
      page,
      page.getByRole('combobox', { name: say('routing:condition.channels') }),
      say('pagecollect:channel.email'),
    );
    await page.keyboard.press('Escape');
    await press(page, say('pagerules:dry.run'));
    const matched = page
      .locator('dl > div')
      .filter({ hasText: say('pagerules:dry.matched') })
      .locator('dd');
    await until(
      () => matched.innerText(),
      (text) => text === '1',
      'the dry run found the letter',
    );
    expect((await app.api(key, 'GET', '/api/v1/cases')).items).toHaveLength(1);
    await press(page, say('pageclocks:save.create'));
    await read(page, say('pagerules:created', { name: '催件也要开单' }));

    // A shorter promise moves the clock of the case that is under way.
    await visit(page, '/clocks');
    await page.locator('a[href^="/clocks/"]').first().click();
    await settled(page);
    const promise = page.getByRole('textbox', {
      name: `${say('pageclocks:targets.every')} ${say('clocks:kind.frt')}`,
      exact: true,
    });
    await promise.fill('10m');
    await promise.press('Enter');
    for (const priority of ['urgent', 'high', 'medium', 'low']) {
      const own = page.getByRole('textbox', {
        name: `${say(`ui:priority.${priority}`)} ${say('clocks:kind.frt')}`,
        exact: true,
      });
      if ((await own.count()) === 0 || (await own.inputValue()) === '') continue;
      await own.fill('10m');
      await own.press('Enter');
    }
    await press(page, say('pageclocks:save.save'));
    await read(page, say('pageclocks:policy.saved'));
    const next = await until(
      async () => {
        await app.product.settle();
        return dueAt();
      },
      (due) => due !== first,
      'the clock of the case follows the promise',
    );
    expect(Date.parse(next as string)).toBeLessThan(Date.parse(first as string));
    await visit(page, `/cases/${caseId}`);
    await see(page.getByRole('heading', { name: say('deskcases:clock.title') }));
    calm(desk);
  },
);
