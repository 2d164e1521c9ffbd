// Whether what was just learned judges from now on: only what held-out lessons do not speak against.
import type { LearnReport } from '../../../../text/adapt/adapt.contract.ts';

export type VersionDecision =
  | { kind: 'take' }
  | { kind: 'refuse'; reason: 'not_better' | 'nothing_learned' }
  /** The very weights that judge already. */
  | { kind: 'same' }
  /** Nothing is left to learn from: the base judges again. */
  | { kind: 'base' };

/**
 * @param activeWeights name of the weights in force; null where the base judges
 * @param lessons decisions of people that were learned from
 */
export function decideVersion(
  report: Pick<LearnReport, 'shadow' | 'isLearned' | 'isSelfTrained'>,
  weights: string,
  activeWeights: string | null,
  lessons: number,
): VersionDecision {
  if (lessons === 0 && !report.isSelfTrained) return activeWeights === null ? { kind: 'same' } : { kind: 'base' };
  if (weights === activeWeights) return { kind: 'same' };
  if (report.shadow && report.shadow.shop < report.shadow.base) return { kind: 'refuse', reason: 'not_better' };
  if (!report.isLearned) return { kind: 'refuse', reason: report.shadow ? 'not_better' : 'nothing_learned' };
  return { kind: 'take' };
}
