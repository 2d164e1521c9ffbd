// The loop as a funnel: how many voices reach each stage, how long they take, and where they are lost.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { LEAKS } from './insight.contract.ts';

export const STAGES = ['collect', 'understand', 'act', 'answer', 'verify', 'publish'] as const;
export type StageName = (typeof STAGES)[number];

export const funnelStage = z.object({
  stage: z.enum(STAGES),
  /** Voices that reached it; in `collect` every feedback, repeats as well. */
  count: z.number().int(),
  /** Share of the stage before that goes on to this one, 0-1; null in the first and where nothing came. */
  share: z.number().nullable(),
  /** The middle voice's time in this stage and that of the slowest tenth, milliseconds, within 5 %; null when nothing was timed. */
  medianMs: z.number().nullable(),
  p90Ms: z.number().nullable(),
  /** How many voices the times stand on. */
  timed: z.number().int(),
  leaks: z.array(z.object({ leak: z.enum(LEAKS), count: z.number().int() })),
});
export type FunnelStage = z.output<typeof funnelStage>;

export const funnelView = z
  .object({
    from: z.string(),
    to: z.string(),
    timeZone: z.string(),
    stages: z.array(funnelStage),
    /** Received and not judged yet, of all days: what an import still has before it. */
    waiting: z.number().int(),
    /** Days of the period that are being counted again just now. */
    countingDays: z.number().int(),
  })
  .meta({ id: 'LoopFunnel' });
export type FunnelView = z.output<typeof funnelView>;

export const getFunnelRoute = route({
  id: 'getLoopFunnel',
  method: 'GET',
  path: '/api/v1/insight/funnel',
  summary: 'The loop of the voices of a period, followed to now: counts, times and leaks of each stage',
  access: 'overview.read',
  query: z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
  ok: funnelView,
  refusals: ['invalid_period'],
});
