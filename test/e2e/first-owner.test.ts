// The first minute: a one-time link makes the owner, an empty house says what to do, the door opens and closes.
import { afterAll, beforeAll } from 'vitest';
import { ownerLink } from '../../src/ground/members/server/first-run.ts';
import { type BrowserApp, browserApp } from '../harness/browser.ts';
import { calm, gone, journey, press, read, see, settled, wordsOf } from './steps.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await browserApp();
});
afterAll(() => app?.close());

const say = wordsOf('zh-CN');

journey(
  'the first owner moves in by the one-time link, leaves, and comes back',
  () => app,
  async () => {
    const token = await ownerLink(app.db.database, app.db.workspaceA, new Date());
    const owner = await app.open({ expected: [/^GET 401 .*\/session$/] });
    const { page } = owner;

    await page.goto(`/setup/${token}`);
    await read(page, say('console:setup.first_owner.title'));
    await page.getByLabel(say('console:field.workspace')).fill('青禾家居旗舰店');
    await page.getByLabel(say('console:field.name')).fill('林晚');
    await page.getByLabel(say('console:field.email')).fill('linwan@example.com');
    const secret = page.getByLabel(say('console:field.password'));
    await secret.fill('太短了');
    await press(page, say('console:setup.first_owner.action'));
    await read(page, say('console:field.passwordShort'));
    await secret.fill('每天早晨先看一遍');
    await press(page, say('console:setup.first_owner.action'));
    await read(page, say('console:field.passwordShort'));
    await secret.fill('每天早晨先看一遍客户说了什么');
    await press(page, say('console:setup.first_owner.action'));

    // The empty overview says what to do first, with a door to it.
    await settled(page);
    await read(page, '青禾家居旗舰店');
    await see(page.getByRole('main').or(page.locator('.hy-stage-area')).locator('a[href^="/imports"]'));

    await press(page, say('console:account.menu', { name: '林晚' }));
    await page.getByRole('menuitem', { name: say('console:account.signOut') }).click();
    await read(page, say('console:signIn.title'));

    owner.expect(/^POST 401 .*\/session$/);
    await page.getByLabel(say('console:field.email')).fill('linwan@example.com');
    await page.getByLabel(say('console:field.password')).fill('记错了的一句话');
    await press(page, say('console:signIn.action'));
    await see(page.getByRole('alert').filter({ hasText: say('problems:title.wrong_credentials') }));

    await page.getByLabel(say('console:field.password')).fill('每天早晨先看一遍客户说了什么');
    await press(page, say('console:signIn.action'));
    await gone(page.getByText(say('console:signIn.title')));
    await settled(page);
    await read(page, '青禾家居旗舰店');

    // The link was for one time.
    const late = await app.open({ expected: [/^GET (401|404|409|410) /] });
    await late.page.goto(`/setup/${token}`);
    await read(late.page, say('console:setup.dead.title'));
    calm(owner, late);
  },
);
