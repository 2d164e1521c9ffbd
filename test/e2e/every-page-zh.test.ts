// Every page, looked at by light, in Chinese.
import { afterAll, beforeAll } from 'vitest';
import { type BrowserApp, browserApp } from '../harness/browser.ts';
import { lookAtEveryPage } from './every-page.story.ts';
import { journey } from './steps.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await browserApp();
});
afterAll(() => app?.close());

journey(
  'every page is open to everybody, by light, in Chinese',
  () => app,
  () => lookAtEveryPage(app, { language: 'zh-CN', dark: false }),
);
