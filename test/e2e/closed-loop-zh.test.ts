// The whole loop, in Chinese.
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
  'the loop is closed: two voices heard, solved, verified, published and provable, in Chinese',
  () => app,
  () =>
    closeTheLoop(app, {
      language: 'zh-CN',
      content: {
        name: '林小满',
        email: 'xiaoman@lin.example',
        text: '羽绒被盖了两天就开始漏毛，质量太差，找客服三次都没人理，要投诉退款',
        aspect: 'quality',
        answer: '林小满您好，我们正在核对这批羽绒被，今天给您结果。',
        resolution: '退款已经原路退回，漏毛的被子不用寄回。',
      },
      doubting: {
        name: '何大有',
        email: 'dayou@he.example',
        text: '电热水壶盖子漏水，烧水时烫到手，做工太差，我要投诉',
        aspect: 'quality',
        answer: '何大有您好，壶盖的问题我们马上查。',
        resolution: '新的壶盖已经寄出。',
        complaint: '新壶盖还是漏水',
        second: '整壶已为您换新，旧壶不用寄回。',
      },
      problem: { title: '羽绒被新批次漏毛', cause: '缝线针距放宽到四毫米', action: '恢复三毫米针距与首件检验' },
      roadmap: { zh: '羽绒被不再漏毛', en: 'Duvets that keep their feathers' },
    }),
);
