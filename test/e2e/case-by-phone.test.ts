// The same case worked on a phone in English, by touch alone.
import { afterAll, beforeAll } from 'vitest';
import { type BrowserApp, browserApp, PHONE } from '../harness/browser.ts';
import { workACase } from './main-job.story.ts';
import { journey } from './steps.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await browserApp();
});
afterAll(() => app?.close());

journey(
  'a case is worked from end to end on a phone',
  () => app,
  () =>
    workACase(app, {
      language: 'en',
      size: PHONE,
      byKeys: false,
      voice: 'The kettle arrived broken and leaking, support ignored me three times. Terrible, I want a refund now.',
      person: { name: 'Mia Stone', email: 'mia@example.com' },
      note: ' please check the whole batch',
      template: 'Quality',
      message: 'Mia, your refund is on its way and you can keep the kettle. Sorry for the trouble.',
      complaint: 'The money has not arrived yet, please look again',
    }),
);
