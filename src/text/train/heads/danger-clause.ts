// Fits the head that hears danger clause by clause: of a long story one clause tells that somebody was harmed.
import type { FittedHead } from '../fit-heads.ts';
import { fitClauseHead } from './clause-fit.ts';
import { cutTexts } from './clause-texts.ts';
import type { OwnRow } from './own-head.ts';
import { fitRatio } from './ratio-fit.ts';

const NAME = 'aspect.danger';
/** A row of less cost was not read. */
const READ_COST = 0.5;

/** The clause head of danger; rows kept for testing are left out. */
export function fitDangerClause(rows: readonly OwnRow[]): FittedHead {
  const train = rows.filter((row) => row.use === 'train');
  const texts = cutTexts(train.map(({ text }) => text));
  const read = train.map(({ y, cost }, text) => ({ text, y, cost, isRead: cost > READ_COST }));
  return fitClauseHead(NAME, texts, read, {
    fit: (matrix, y, cost) => fitRatio(matrix, y, cost, 0.5),
    rounds: 2,
    keep: 20_000,
  });
}
