// Who may do what: a colleague is invited and only looks; a key works until it is revoked.
import { afterAll, beforeAll, expect } from 'vitest';
import { type BrowserApp, browserApp } from '../harness/browser.ts';
import { button, calm, choose, journey, press, read, see, settled, until, visit, wordsOf } from './steps.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await browserApp();
});
afterAll(() => app?.close());

const say = wordsOf('zh-CN');

journey(
  'a viewer is invited and may only look',
  () => app,
  async () => {
    const key = await app.key('owner');
    await app.api(key, 'POST', '/api/v1/feedback', {
      channel: 'email',
      externalId: 'viewer-1',
      text: '羽绒被漏毛，找客服三次都没人理，我要投诉，给我退款。电话 13812345678',
      person: { email: 'xiaoman@example.com', name: '林小满' },
    });
    await app.product.settle();
    const { items } = await app.api(key, 'GET', '/api/v1/cases');
    const owner = await app.member('owner', '林晚');
    const office = await app.open({ member: owner });

    await visit(office.page, '/settings/members');
    await press(office.page, say('pagesettings:invite.open'));
    const form = office.page.getByRole('dialog', { name: say('pagesettings:invite.title') });
    await form.getByLabel(say('pagesettings:invite.name')).fill('郑看');
    await form.getByLabel(say('pagesettings:invite.email')).fill('zhengkan@example.com');
    await choose(
      office.page,
      form.getByRole('combobox', { name: say('pagesettings:invite.role') }),
      say('console:role.viewer'),
    );
    await press(form, say('pagesettings:invite.action'));
    const once = office.page.getByRole('dialog', { name: say('pagesettings:invite.done', { name: '郑看' }) });
    const link = await once.locator('[data-secret]').innerText();
    await press(once, say('pagesettings:copy.done'));
    const row = office.page.getByRole('row').filter({ hasText: '郑看' });
    await read(row, say('pagesettings:members.state.invited'));

    const viewer = await app.open({ expected: [/^GET 401 .*\/session$/] });
    const { page } = viewer;
    await page.goto(link);
    await read(page, say('console:setup.invitation.title'));
    await page.getByLabel(say('console:field.password')).fill('只看不改也很好的一天');
    await press(page, say('console:setup.invitation.action'));
    await settled(page);
    await visit(office.page, '/settings/members');
    await read(row, say('pagesettings:members.state.active'));

    // Looks at the case, and finds nothing to do there.
    await visit(page, `/cases/${items[0].id}`);
    await read(page, '羽绒被漏毛');
    for (const deed of ['next.assign_me', 'next.reply', 'next.resolve', 'deed.assign', 'deed.resolve', 'reveal.open'])
      expect(await button(page, say(`deskcases:${deed}`)).count(), deed).toBe(0);
    expect(await page.getByRole('region', { name: say('deskanswer:write.label') }).count()).toBe(0);
    // Keys that mean a deed to others mean nothing here.
    await page.keyboard.press('e');
    await page.keyboard.press('a');
    expect(await page.getByRole('dialog').count()).toBe(0);
    for (const address of ['/settings/keys', '/settings/audit', '/settings/workspace', '/rules', '/imports']) {
      await page.goto(address);
      await read(page, say('console:noAccess.title'));
    }
    const rail = page.getByRole('navigation', { name: say('console:rail.label') });
    expect(await rail.getByRole('link', { name: say('pagesettings:keys.rail') }).count()).toBe(0);
    calm(office, viewer);
  },
);

journey(
  'a key works until it is revoked',
  () => app,
  async () => {
    const owner = await app.member('owner', '林晨');
    const office = await app.open({ member: owner });
    const { page } = office;
    await visit(page, '/settings/keys');
    await press(page, say('pagesettings:keys.add'));
    const form = page.getByRole('dialog', { name: say('pagesettings:keys.add') });
    await form.getByLabel(say('pagesettings:keys.name')).fill('订单系统');
    await press(form, say('pagesettings:keys.create'));
    const once = page.getByRole('dialog', { name: say('pagesettings:keys.made', { name: '订单系统' }) });
    const secret = await once.locator('[data-secret]').innerText();
    await press(once, say('pagesettings:copy.done'));
    await once.waitFor({ state: 'hidden' });

    const call = () =>
      fetch(`${app.origin}/api/v1/feedback`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify({ channel: 'review', externalId: 'order-1001', text: '很好', rating: 5 }),
      });
    expect((await call()).status).toBe(201);
    const row = page.getByRole('row').filter({ hasText: '订单系统' });
    await press(row, say('pagesettings:keys.revoke'));
    const sure = page
      .getByRole('tooltip')
      .filter({ hasText: say('pagesettings:keys.revokeQuestion', { name: '订单系统' }) });
    await press(sure, say('pagesettings:keys.revoke'));
    await read(row, say('pagesettings:keys.state.revoked'));
    await until(
      async () => (await call()).status,
      (status) => status === 401,
      'the key opens nothing any more',
    );
    await see(page.getByRole('heading', { level: 1 }));
    calm(office);
  },
);
