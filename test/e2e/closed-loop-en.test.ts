// The whole loop, in English.
import { afterAll, beforeAll } from 'vitest';
import { type BrowserApp, browserApp } from '../harness/browser.ts';
import { closeTheLoop } from './closed-loop.story.ts';
import { journey } from './steps.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await browserApp();
});
afterAll(() => app?.close());

journey(
  'the loop is closed: two voices heard, solved, verified, published and provable, in English',
  () => app,
  () =>
    closeTheLoop(app, {
      language: 'en',
      content: {
        name: 'Mia Hart',
        email: 'mia@hart.example',
        text: 'The duvet leaks feathers after two nights, terrible quality, and customer service never answered. I want a refund',
        aspect: 'quality',
        answer: 'Hello Mia, we are looking into this batch of duvets and will tell you today.',
        resolution: 'Your refund is on its way, and you need not send the duvet back.',
      },
      doubting: {
        name: 'Owen Lee',
        email: 'owen@lee.example',
        text: 'The kettle leaks from the lid and burned my hand, poor quality, this is dangerous. I want to complain',
        aspect: 'quality',
        answer: 'Hello Owen, we are looking into the lid at once.',
        resolution: 'A new lid has been sent.',
        complaint: 'The new lid leaks as well',
        second: 'A new kettle has been sent; keep the old one.',
      },
      problem: {
        title: 'New batch of duvets leaks feathers',
        cause: 'The stitch was widened to four millimetres',
        action: 'Back to three millimetres, first piece inspected',
      },
      roadmap: { zh: '羽绒被不再漏毛', en: 'Duvets that keep their feathers' },
    }),
);
