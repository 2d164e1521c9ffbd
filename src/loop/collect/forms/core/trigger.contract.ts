// After which news somebody is asked: the moments of a customer's way, how much later and how seldom.
import { z } from 'zod';

/** Moments a questionnaire may follow. All but the case and the live show are kinds of commerce signals. */
export const TRIGGER_EVENTS = [
  'case_resolved',
  'order_placed',
  'order_delivered',
  'refund_done',
  'return_done',
  'live_ended',
] as const;
export type TriggerEvent = (typeof TRIGGER_EVENTS)[number];

export const formTriggerDraft = z.object({
  event: z.enum(TRIGGER_EVENTS),
  /** Minutes between the event and the letter; at most 90 days. */
  delayMinutes: z.number().int().min(0).max(129_600).default(60),
  /** Share of people asked, above 0 and up to 1. */
  sample: z.number().gt(0).max(1).default(1),
  /** One person gets no second invitation, to whatever questionnaire, within so many days. */
  coolDownDays: z.number().int().min(0).max(365).default(30),
  enabled: z.boolean().default(true),
});
export type FormTriggerDraft = z.output<typeof formTriggerDraft>;

export const formTriggerView = formTriggerDraft.extend({
  id: z.string(),
  waiting: z.number(),
  sent: z.number(),
  answered: z.number(),
  /** Not sent, by reason. */
  skipped: z.array(z.object({ reason: z.string(), count: z.number() })),
});
export type FormTriggerView = z.output<typeof formTriggerView>;

/** Why an invitation was not sent. */
export const SKIP_REASONS = ['cool_down', 'no_address', 'form_not_open', 'answered_before', 'trigger_removed'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];
