// One case worked by hand at a desk, by keyboard, in Chinese: from the letter that arrives to the customer's thanks.
import { afterAll, beforeAll } from 'vitest';
import { type BrowserApp, browserApp, DESK } from '../harness/browser.ts';
import { workACase } from './main-job.story.ts';
import { journey } from './steps.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await browserApp();
});
afterAll(() => app?.close());

journey(
  'a letter becomes a case, is answered, resolved, disputed, resolved again and confirmed',
  () => app,
  () =>
    workACase(app, {
      language: 'zh-CN',
      size: DESK,
      byKeys: true,
      voice: '羽绒被盖了两天就开始漏毛，找客服三次都没人理，我要投诉，给我退款',
      person: { name: '林小满', email: 'xiaoman@example.com' },
      note: ' 这批货号要一起查',
      template: '质量',
      message: '林小满，退款已经原路退回，漏毛的被子不用寄回，给您添麻烦了。',
      complaint: '钱还没有到账，请再查一下',
    }),
);
