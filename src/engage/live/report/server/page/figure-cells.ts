// The headline figures of a show, each with what it is a share of.
import { heardOfOrders, type ShowRecord } from '../../core/show-record.contract.ts';
import type { ShowWords } from './say-show.ts';
import type { FigureCell } from './sections.ts';

/** What a source never gave is said to be unknown, never shown as zero. */
export function figureCells(record: ShowRecord, words: ShowWords): FigureCell[] {
  const { t } = words;
  const { figures } = record;
  const cell = (key: string, value: string | null): FigureCell => ({
    label: t(`livereport:figures.${key}.name`),
    value: value ?? t('livereport:unknown'),
    meaning: t(`livereport:figures.${key}.means`),
  });
  const count = (value: number | null) => (value === null ? null : words.number(value));
  const share = (of: number, all: number | null) => (all ? words.share(of / all) : null);
  const sold = heardOfOrders(record);
  const money = (minor: number) => words.money({ minor, currency: figures.currency });
  return [
    cell('comments', count(figures.comments)),
    cell('commenters', count(figures.commenters)),
    cell('peak', count(figures.peakOnline)),
    cell('views', count(figures.views)),
    cell('gmv', sold ? money(figures.gmvMinor) : null),
    cell('orders', sold ? count(figures.paid) : null),
    cell('gpm', sold && figures.views ? money(Math.round((1000 * figures.gmvMinor) / figures.views)) : null),
    cell('questions', count(figures.questions)),
    cell('answered', share(figures.answered, figures.questions)),
    cell('answer_time', figures.answerMs === null ? null : words.span(figures.answerMs)),
    cell('complainers', count(figures.complainers)),
    cell('completeness', words.share(record.health.completeness)),
  ];
}
