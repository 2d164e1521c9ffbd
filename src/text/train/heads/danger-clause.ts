// Fits the head that hears danger clause by clause: of a long story one clause tells that somebody was harmed.
import type { FittedHead } from '../fit-heads.ts';
import { ClauseSplitter, fitClauseHead } from './clause-fit.ts';
import type { OwnRow } from './own-head.ts';
import { fitRatio } from './ratio-fit.ts';

const NAME = 'aspect.danger';
/** A row of less cost was not read. */
const READ_COST = 0.5;

/** The clause head of danger; rows kept for testing are left out. */
export function fitDangerClause(rows: readonly OwnRow[]): FittedHead {
  const splitter = new ClauseSplitter();
  const texts = rows
    .filter((row) => row.use === 'train')
    .map(({ text, y, cost }) => ({ y, cost, isRead: cost > READ_COST, ...splitter.run(text) }));
  return fitClauseHead(NAME, texts, {
    fit: (matrix, y, cost) => fitRatio(matrix, y, cost, 0.5),
    rounds: 2,
    keep: 20_000,
  });
}
