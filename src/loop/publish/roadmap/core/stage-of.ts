// Says at which stage of the roadmap something stands inside the house, so that the public one can be brought after it.
import type { RoadmapStage } from './roadmap.contract.ts';

const OF_PROBLEM: Record<string, RoadmapStage> = {
  open: 'open',
  analysing: 'under_review',
  acting: 'in_progress',
  watching: 'complete',
  solved: 'verified',
  closed: 'closed',
};
const OF_CASE: Record<string, RoadmapStage> = {
  received: 'open',
  in_progress: 'in_progress',
  waiting_for_you: 'in_progress',
  resolved: 'complete',
  verified: 'verified',
};
const ORDER: readonly RoadmapStage[] = [
  'open',
  'under_review',
  'planned',
  'in_progress',
  'complete',
  'verified',
  'closed',
];

/**
 * Problems decide over cases; of several the one that is least far.
 * @returns null where nothing is linked that has a stage, or where it is at this stage already
 */
export function suggestedStage(
  now: RoadmapStage,
  linked: { problems: readonly string[]; cases: readonly string[] },
): RoadmapStage | null {
  const stages =
    linked.problems.length > 0
      ? linked.problems.map((one) => OF_PROBLEM[one])
      : linked.cases.map((one) => OF_CASE[one]);
  const known = stages.filter((one): one is RoadmapStage => one !== undefined);
  if (known.length === 0) return null;
  const least = known.reduce((a, b) => (ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b));
  // What is being looked into may be planned already: only a member knows that.
  if (least === 'under_review' && now === 'planned') return null;
  return least === now ? null : least;
}

/** The changelog tells of what is done. */
export function mayTell(stage: RoadmapStage): stage is 'complete' | 'verified' {
  return stage === 'complete' || stage === 'verified';
}

/** A place between two others, or at an end. */
export function placeBetween(before: number | null, after: number | null): number {
  if (before === null && after === null) return 1024;
  if (before === null) return after! - 1024;
  if (after === null) return before + 1024;
  return (before + after) / 2;
}
