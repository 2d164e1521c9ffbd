// Fits the heads that hear a suggestion or an order in one clause of a text that is mostly about something else.
import { INTENT_CLAUSES } from '../../intent-evidence.ts';
import { fitLinear, type LinearFit, type Matrix } from '../linear.ts';
import type { PackedHead } from '../pack-heads.ts';
import { balanced, type LinearRow } from './aspect-fit.ts';
import { fitClauseHead } from './clause-fit.ts';
import { type ClauseTexts, cutTexts } from './clause-texts.ts';

const OPTIONS = { fit: fitBalanced, rounds: 1, keep: 8_000 };
/** Rows of less weight are sets whose label implies something; nobody read them. */
const READ_WEIGHT = 1;

/** The texts of the rows cut once for all fits. */
export function cutRows(rows: readonly LinearRow[]): ClauseTexts {
  return cutTexts(rows.map(({ text }) => text));
}

/** The heads of {@link INTENT_CLAUSES}, in that order, from the rows at `at`. */
export function fitWishClauses(rows: readonly LinearRow[], cut: ClauseTexts, at: readonly number[]): PackedHead[] {
  return INTENT_CLAUSES.map(({ intent, head }) => {
    const known = at.filter((index) => rows[index]!.says.has(intent));
    const texts = known.map((index) => ({
      text: index,
      y: rows[index]!.says.get(intent)!,
      cost: rows[index]!.weight,
      isRead: rows[index]!.weight > READ_WEIGHT,
    }));
    const { head: fitted, weights } = fitClauseHead(head, cut, texts, OPTIONS);
    return { head: fitted, weights };
  });
}

function fitBalanced(matrix: Matrix, y: Int8Array, cost: Float32Array): LinearFit {
  return fitLinear(matrix, y, balanced(cost, y), { c: 0.5, epochs: 6 });
}
