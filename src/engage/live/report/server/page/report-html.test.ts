import { describe, expect, it } from 'vitest';
import { type Language, translator } from '../../../../../platform/i18n/translate.ts';
import { columnsOf } from '../../core/columns.ts';
import { showRecord } from '../../core/show-record.fixture.ts';
import { reportHtml } from './report-html.ts';
import { showReport } from './show-report.ts';

const write = (language: Language, record = showRecord) =>
  reportHtml(
    showReport(record, { t: translator(language), language, timeZone: 'Asia/Shanghai', fontFamily: 'system-ui' }),
    {
      language,
      shop: '演示店',
    },
  );

describe("a show's report", () => {
  it.each(['zh-CN', 'en'] as const)('has a sentence for everything in %s', (language) => {
    const page = write(language);
    expect(page).not.toMatch(/livereport|liveterms/);
    expect(page).not.toMatch(/\{\{|undefined|NaN|Infinity|\[object/);
  });

  it('carries no script, and what people wrote is never markup', () => {
    const page = write('en');
    expect(page).not.toMatch(/<script|javascript:|<link rel="stylesheet"|src="http/i);
    expect(page).toContain('&lt;b&gt;戴完脖子过敏起疹子&lt;/b&gt;');
  });

  it('says the time of the shop, and money with its sign', () => {
    const page = write('zh-CN');
    expect(page).toContain('20:00:00');
    expect(page).toContain('¥5,940.00');
  });

  it('keeps every comment and order in the strip, whatever its width', () => {
    const sum = (of: 'comments' | 'orders', from: { comments: number; orders: number }[]) =>
      from.reduce((total, one) => total + one[of], 0);
    for (const most of [1, 7, 40, 240, 5000]) {
      const columns = columnsOf(showRecord, most);
      expect(columns.length).toBeLessThanOrEqual(Math.max(most, 1));
      expect(sum('comments', columns)).toBe(sum('comments', showRecord.buckets));
      expect(sum('orders', columns)).toBe(sum('orders', showRecord.buckets));
    }
  });

  it('says what it does not know', () => {
    const bare = {
      ...showRecord,
      isSimulated: true,
      buckets: [],
      air: [],
      products: [],
      groups: [],
      alerts: [],
      moments: [],
      bursts: [],
      interactions: [],
      lags: [],
      hidden: {},
      endedAt: showRecord.startedAt,
      figures: { ...showRecord.figures, views: null, questions: 0, answered: 0 },
    };
    const page = write('en', bare);
    expect(page).toContain('Not given by the source');
    expect(page).toContain('made by the simulator');
    expect(page).toContain('Every question was answered.');
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
  });
});
