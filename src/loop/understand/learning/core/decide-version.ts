// Whether what was just learned judges from now on: only what held-out lessons do not speak against.
import type { LearnReport } from '../../../../text/adapt/adapt.contract.ts';

export type VersionDecision =
  | { kind: 'take' }
  | { kind: 'refuse'; reason: 'not_better' | 'nothing_learned' }
  /** The very weights that judge already. */
  | { kind: 'same' }
  /** Worth taking, but somebody chose another by hand: it is kept beside. */
  | { kind: 'aside' }
  /** Nothing is left to learn from: the base judges again. */
  | { kind: 'base' };

/**
 * @param activeWeights name of the weights in force; null where the base judges
 * @param lessons decisions of people that were learned from
 * @param held somebody chose the version in force by hand; `newest` names the weights made last
 */
export function decideVersion(
  report: Pick<LearnReport, 'shadow' | 'isLearned' | 'isSelfTrained'>,
  weights: string,
  activeWeights: string | null,
  lessons: number,
  held: { newest: string | null } | null = null,
): VersionDecision {
  if (held && (lessons === 0 || weights === held.newest)) return { kind: 'same' };
  if (lessons === 0 && !report.isSelfTrained) return activeWeights === null ? { kind: 'same' } : { kind: 'base' };
  if (weights === activeWeights) return { kind: 'same' };
  if (report.shadow && report.shadow.shop < report.shadow.base) return { kind: 'refuse', reason: 'not_better' };
  if (!report.isLearned) return { kind: 'refuse', reason: report.shadow ? 'not_better' : 'nothing_learned' };
  return held ? { kind: 'aside' } : { kind: 'take' };
}
