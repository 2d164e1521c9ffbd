// Every page, looked at in the dark, in English.
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
  'every page is open to everybody, in the dark, in English',
  () => app,
  () => lookAtEveryPage(app, { language: 'en', dark: true }),
);
