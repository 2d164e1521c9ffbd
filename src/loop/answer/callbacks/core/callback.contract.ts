// A call-back: somebody rings the customer to hear whether all is well; what others may know of it.
import { z } from 'zod';
import { defineEvent } from '../../../../kit/event.ts';

export const CALLBACK_STATES = ['open', 'done', 'dropped'] as const;
export type CallbackState = (typeof CALLBACK_STATES)[number];

/** Why the customer is called: a rule's reason, or by hand. */
export const CALLBACK_REASONS = ['urgent', 'vip', 'low_rating', 'disputed', 'hand'] as const;
export type CallbackReason = (typeof CALLBACK_REASONS)[number];
export const RULED_REASONS = ['urgent', 'vip', 'low_rating', 'disputed'] as const;
export type RuledReason = (typeof RULED_REASONS)[number];

/** What came of it. */
export const CALLBACK_OUTCOMES = ['fixed', 'not_fixed', 'unreachable', 'refused', 'wrong_number', 'new_issue'] as const;
export type CallbackOutcome = (typeof CALLBACK_OUTCOMES)[number];

/** What a script may name; the product fills them. */
export const SCRIPT_VARIABLES = [
  'person.name',
  'case.number',
  'case.title',
  'product.name',
  'shop.name',
  'agent.name',
] as const;

export const callbackAttempt = z.object({
  at: z.string(),
  by: z.string(),
  outcome: z.enum(['no_answer', ...CALLBACK_OUTCOMES]),
  note: z.string().nullable(),
});

export const callbackView = z
  .object({
    id: z.string(),
    state: z.enum(CALLBACK_STATES),
    reason: z.enum(CALLBACK_REASONS),
    case: z.object({ id: z.string(), number: z.number(), title: z.string(), status: z.string() }),
    person: z.object({ id: z.string(), name: z.string().nullable(), tier: z.enum(['standard', 'vip']) }).nullable(),
    /** Masked; null when no number is known. */
    phoneHint: z.string().nullable(),
    assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
    /** By when the customer should have been reached. */
    dueAt: z.string(),
    /** When to try (again). */
    nextAt: z.string(),
    late: z.boolean(),
    attempts: z.array(callbackAttempt),
    maxAttempts: z.number(),
    outcome: z.enum(CALLBACK_OUTCOMES).nullable(),
    note: z.string().nullable(),
    doneAt: z.string().nullable(),
    doneBy: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'Callback' });
export type CallbackView = z.output<typeof callbackView>;

export const callbackPlanned = defineEvent(
  'callback.planned',
  z.object({ callbackId: z.string(), reason: z.enum(CALLBACK_REASONS), dueAt: z.string() }),
);
export const callbackTried = defineEvent(
  'callback.tried',
  z.object({ callbackId: z.string(), attempt: z.number(), nextAt: z.string() }),
);
/** Subject is the case. `fixed` is a customer's own yes; `resolution` is how often the case had been resolved. */
export const callbackDone = defineEvent(
  'callback.done',
  z.object({
    callbackId: z.string(),
    outcome: z.enum(CALLBACK_OUTCOMES),
    personId: z.string().nullable(),
    resolution: z.number(),
    note: z.string().nullable(),
    feedbackId: z.string().nullable(),
  }),
);
export const callbackDropped = defineEvent('callback.dropped', z.object({ callbackId: z.string(), note: z.string() }));
export const callbackDue = defineEvent('callback.due', z.object({ callbackId: z.string(), dueAt: z.string() }));
export const callbackPhoneRevealed = defineEvent(
  'callback.phone_revealed',
  z.object({ callbackId: z.string(), reason: z.string() }),
);
export const callbackRulesChanged = defineEvent(
  'callback_rules.changed',
  z.object({ from: z.unknown(), to: z.unknown() }),
);
export const callbackScriptSaved = defineEvent('callback_script.saved', z.object({ name: z.string() }));
export const callbackScriptRemoved = defineEvent('callback_script.removed', z.object({ name: z.string() }));
