// Lays a show's record out as a report: figures, the strip, products, moments, alarms, questions, words, and what it cannot say.
import type { Language, Translate } from '../../../../../platform/i18n/translate.ts';
import type { ShowRecord } from '../../core/show-record.contract.ts';
import { figureCells } from './figure-cells.ts';
import { type ShowWords, showWords } from './say-show.ts';
import type { MomentCell, Section, ShowReport } from './sections.ts';
import { tableSections } from './table-sections.ts';
import { timelineSvg } from './timeline-svg.ts';

export interface ReportReader {
  t: Translate;
  language: Language;
  timeZone: string;
  /** Family name drawn in the picture: the page's own, or the file's font. */
  fontFamily: string;
}

export function showReport(record: ShowRecord, reader: ReportReader): ShowReport {
  const { t, language } = reader;
  const words = showWords(record, t, language, reader.timeZone);
  const length = record.endedAt - record.startedAt;
  return {
    title: record.title,
    lead: t('livereport:lead', { from: words.day(record.startedAt), span: words.span(length) }),
    simulated: record.isSimulated ? t('livereport:simulated') : null,
    sections: [
      { kind: 'figures', title: t('livereport:figures.title'), cells: figureCells(record, words) },
      timeline(record, words, reader.fontFamily),
      ...tableSections(record, words, ['products']),
      moments(record, words),
      ...tableSections(record, words, ['alerts', 'unanswered', 'answered', 'words', 'interactions']),
      { kind: 'notes', title: t('livereport:limits.title'), lines: limits(record, words) },
    ],
    foot: t('livereport:foot'),
  };
}

function timeline(record: ShowRecord, words: ShowWords, fontFamily: string): Section {
  const { t } = words;
  const total = (of: 'comments' | 'orders') => record.buckets.reduce((sum, one) => sum + one[of], 0);
  return {
    kind: 'timeline',
    title: t('livereport:timeline.title'),
    note: t('livereport:timeline.note'),
    svg: timelineSvg(
      record,
      {
        clock: words.clock,
        comments: t('livereport:timeline.comments'),
        mood: t('livereport:timeline.mood'),
        orders: t('livereport:timeline.orders'),
        alarms: t('livereport:timeline.alarms'),
      },
      { width: 960, fontFamily },
    ),
    summary: t('livereport:timeline.summary', {
      comments: words.number(total('comments')),
      orders: words.number(total('orders')),
      alarms: words.number(record.alerts.length),
      gaps: words.number(record.health.gaps.length),
    }),
  };
}

function moments(record: ShowRecord, words: ShowWords): Section {
  const { t } = words;
  const cells: MomentCell[] = record.moments.map((one) => ({
    kind: one.kind,
    at: Math.round((one.from - record.startedAt) / 1000),
    title: t(`livereport:moments.${one.kind}`, { from: words.clock(one.from), to: words.clock(one.to) }),
    facts: t('livereport:moments.facts', {
      product: words.product(one.productId),
      positive: words.number(one.positive),
      negative: words.number(one.negative),
      comments: words.number(one.comments),
      orders: words.number(one.orders),
    }),
    lines: one.lines.map((line) => ({ ...line, text: words.said(line.text) })),
  }));
  return {
    kind: 'moments',
    title: t('livereport:moments.title'),
    note: t('livereport:moments.note'),
    moments: cells,
    empty: t('livereport:moments.empty'),
  };
}

function limits(record: ShowRecord, words: ShowWords): string[] {
  const { t } = words;
  const { health } = record;
  const gapMs = health.gaps.reduce((sum, one) => sum + Math.max(0, one.to - one.from), 0);
  const lines = [
    t('livereport:limits.complete', {
      share: words.share(health.completeness),
      gaps: words.number(health.gaps.length),
      span: words.span(gapMs),
    }),
    t('livereport:limits.repeated', { repeated: words.number(health.repeated), unread: words.number(health.unread) }),
  ];
  if (health.shed > 0)
    lines.push(
      t('livereport:limits.sampled', { share: words.share(health.sampling), shed: words.number(health.shed) }),
    );
  const hidden = Object.entries(record.hidden);
  lines.push(
    hidden.length === 0
      ? t('livereport:limits.none_hidden')
      : t('livereport:limits.hidden', {
          list: hidden
            .map(([reason, count]) => `${t(`livereport:hidden.${reason}`, {}, reason)} ${words.number(count)}`)
            .join(' · '),
        }),
  );
  for (const lag of record.lags)
    lines.push(
      t('livereport:limits.lag', {
        product: words.product(lag.productId),
        span: words.span(lag.lagMs),
        r: lag.r.toFixed(2),
        minutes: words.number(Math.round((lag.buckets * record.bucketMs) / 60_000)),
      }),
    );
  return lines;
}
