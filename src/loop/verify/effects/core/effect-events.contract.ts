// The news of a measured fix.
import { z } from 'zod';
import { defineEvent } from '../../../../kit/event.ts';
import { ACTION_VERDICTS } from '../../../act/problems/core/problem-words.contract.ts';
import { LOOKS } from './effect-words.contract.ts';

/** A new version of the figures; the subject is the problem's id. `look` is `review` once, at the review date. */
export const effectJudged = defineEvent(
  'effect.judged',
  z.object({
    actionId: z.string(),
    problemId: z.string(),
    version: z.number(),
    look: z.enum(LOOKS),
    verdict: z.enum(ACTION_VERDICTS),
    ratio: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
  }),
);
/** How it is measured was changed; a new version follows. */
export const effectPlanned = defineEvent('effect.planned', z.object({ actionId: z.string(), problemId: z.string() }));
