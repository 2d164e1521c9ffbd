// The arithmetic of the funnel: sums a day become counts, shares, times and leaks of six stages.
import { type FunnelStage, STAGES, type StageName } from './funnel.contract.ts';
import type { Leak } from './insight.contract.ts';
import { quantile } from './time-buckets.ts';

export interface LoopSum {
  measure: string;
  bucket: number;
  amount: number;
}

/** What leaks where, beside the one of the first stage, which is counted apart. */
export const LEAKS_OF: Record<StageName, readonly Leak[]> = {
  collect: ['waiting'],
  understand: [],
  act: ['urgent_uncased', 'complaint_uncased'],
  answer: ['unanswered', 'untold'],
  verify: ['unverified', 'disputed'],
  publish: ['unpublished'],
};

/**
 * @param input.feedback every feedback of the period; `input.voices` with repeats folded
 * @param input.sums `loop_daily` of the period, summed over its days
 */
export function funnelOf(input: {
  feedback: number;
  voices: number;
  waiting: number;
  sums: readonly LoopSum[];
}): FunnelStage[] {
  const counts = new Map<string, number>();
  const times = new Map<string, LoopSum[]>();
  for (const sum of input.sums) {
    if (sum.bucket < 0) counts.set(sum.measure, (counts.get(sum.measure) ?? 0) + sum.amount);
    else times.set(sum.measure, [...(times.get(sum.measure) ?? []), sum]);
  }
  const reached: Record<StageName, number> = {
    collect: input.feedback,
    understand: input.voices,
    act: counts.get('acted') ?? 0,
    answer: counts.get('answered') ?? 0,
    verify: counts.get('verified') ?? 0,
    publish: counts.get('published') ?? 0,
  };
  return STAGES.map((stage, index) => {
    const before = index === 0 ? null : reached[STAGES[index - 1]!];
    const timed = times.get(`time.${stage}`) ?? [];
    return {
      stage,
      count: reached[stage],
      share: before ? reached[stage] / before : null,
      medianMs: quantile(timed, 0.5),
      p90Ms: quantile(timed, 0.9),
      timed: timed.reduce((sum, one) => sum + one.amount, 0),
      leaks: LEAKS_OF[stage].map((leak) => ({
        leak,
        count: leak === 'waiting' ? input.waiting : (counts.get(leak) ?? 0),
      })),
    };
  });
}
