// What others may know of the gate between resolved and verified: its rules, its rounds, and the news of what came of them.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';
import { shareView } from '../../ratings/core/rating.contract.ts';

/** Who or what decided a round. */
export const VERIFIED_HOW = ['person', 'rating', 'callback', 'window', 'member'] as const;
export type VerifiedHow = (typeof VERIFIED_HOW)[number];
export const DISPUTED_HOW = ['person', 'rating', 'callback', 'repeat'] as const;
export type DisputedHow = (typeof DISPUTED_HOW)[number];

/** A resolution was seen to help. Subject: the case. `round` 1 is its first resolution. */
export const fixVerified = defineEvent(
  'fix.verified',
  z.object({ caseId: z.string(), round: z.number().int(), how: z.enum(VERIFIED_HOW), reason: z.string().nullable() }),
);
/** A resolution did not help; the case is open again, or carried on in `carriedOnId`. Subject: the case. */
export const fixDisputed = defineEvent(
  'fix.disputed',
  z.object({
    caseId: z.string(),
    round: z.number().int(),
    how: z.enum(DISPUTED_HOW),
    carriedOnId: z.string().nullable(),
  }),
);
/** The window passed, and what came in meanwhile does not tell whether it helped. Subject: the case. */
export const fixUnclear = defineEvent('fix.unclear', z.object({ caseId: z.string(), round: z.number().int() }));
/** People complained again about what was resolved; at most 1,000 feedback. */
export const repeatFound = defineEvent('repeat.found', z.object({ feedbackIds: z.array(z.string()) }));
export const gateSettingsChanged = defineEvent('gate.settings_changed', z.object({}));

/**
 * waiting: not decided · verified · disputed: opened again because it did not help · unclear: the window passed and nothing tells ·
 * withdrawn: opened again by a member, or closed unverified.
 */
export const ROUND_STATES = ['waiting', 'verified', 'disputed', 'unclear', 'withdrawn'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** What was seen or said about a round. */
export const EVIDENCE_KINDS = [
  'confirmed',
  'denied',
  'rated',
  'callback_fixed',
  'callback_not_fixed',
  'repeat',
  'window_passed',
  'said_again',
  'verified_by_member',
  'reopened_by_member',
  'closed',
  'merged',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const gateSettings = z
  .object({
    /** Days after a resolution without a repeat after which it counts as verified; null: never by time alone. */
    windowDays: z.number().int().min(1).max(90).nullable(),
    /** Longer or shorter for single themes. */
    themeWindows: z.array(z.object({ theme: z.string().max(60), days: z.number().int().min(1).max(180) })).max(100),
    /** Which words verify early. */
    byPerson: z.boolean(),
    byRating: z.boolean(),
    byCallback: z.boolean(),
    /** Close a verified case after so many days; null leaves it. */
    closeAfterDays: z.number().int().min(0).max(365).nullable(),
    /** A complaint of the same person about the same theme within so many days counts as a repeat. */
    repeatDays: z.number().int().min(1).max(180),
  })
  .meta({ id: 'GateSettings' });
export type GateSettings = z.output<typeof gateSettings>;
export const DEFAULT_GATE_SETTINGS: GateSettings = {
  windowDays: 7,
  themeWindows: [],
  byPerson: true,
  byRating: true,
  byCallback: true,
  closeAfterDays: null,
  repeatDays: 30,
};

const named = z.object({ id: z.string(), name: z.string() });

export const evidenceView = z.object({
  kind: z.enum(EVIDENCE_KINDS),
  at: z.string(),
  /** The person or member; null for the product itself and where nobody knows. */
  who: z.string().nullable(),
  score: z.number().int().nullable(),
  /** A member's reason, or how many said it again. */
  note: z.string().nullable(),
  feedbackId: z.string().nullable(),
});

export const roundView = z
  .object({
    id: z.string(),
    case: z.object({ id: z.string(), number: z.number().int(), title: z.string(), status: z.string() }),
    round: z.number().int(),
    state: z.enum(ROUND_STATES),
    how: z.string().nullable(),
    resolvedAt: z.string(),
    /** When the window ends; null when time alone does not verify. */
    windowEndsAt: z.string().nullable(),
    decidedAt: z.string().nullable(),
    theme: z.string().nullable(),
    product: named.nullable(),
    team: named.nullable(),
    owner: named.nullable(),
    /** How many reported it, and how many of them are known by name or address. */
    reporters: z.number().int(),
    known: z.number().int(),
    confirmations: z.number().int(),
    /** How many of the reporters must say yes for it to be verified before the window ends. */
    needed: z.number().int(),
  })
  .meta({ id: 'VerifyRound' });
export type RoundView = z.output<typeof roundView>;

/** The rounds of one case, oldest first, those of cases merged into it included. */
export const caseRounds = z
  .object({ rounds: z.array(roundView.extend({ evidence: z.array(evidenceView) })) })
  .meta({ id: 'CaseRounds' });
export type CaseRounds = z.output<typeof caseRounds>;

export const GATE_DIMENSIONS = ['team', 'theme', 'product'] as const;
export type GateDimension = (typeof GATE_DIMENSIONS)[number];

/** How much came in while people could have complained again, to set repeats against. */
export const EXPOSURES = ['orders', 'feedback'] as const;

const repeatFigures = z.object({
  /** Resolutions after which the same person complained again about the same theme, of all resolutions. */
  repeats: shareView,
  /** Repeats per 1,000 of the exposure in the same days; null when nothing is known of it. */
  perThousand: z.number().nullable(),
  exposure: z.number().nullable(),
});

export const gateSummary = z
  .object({
    /** Days on which cases were resolved. */
    from: z.string(),
    to: z.string(),
    timeZone: z.string(),
    repeatDays: z.number().int(),
    resolved: z.number(),
    verified: shareView,
    disputed: shareView,
    waiting: z.number(),
    unclear: z.number(),
    withdrawn: z.number(),
    /** Of the resolutions of the period, those still within the days in which a repeat would count. */
    watched: z.number(),
    exposureOf: z.enum(EXPOSURES),
    ...repeatFigures.shape,
    trend: z.array(repeatFigures.extend({ from: z.string(), to: z.string(), verified: shareView })),
    by: z.enum(GATE_DIMENSIONS).nullable(),
    groups: z.array(
      repeatFigures.extend({
        key: z.string(),
        name: z.string(),
        resolved: z.number(),
        verified: shareView,
        disputed: shareView,
      }),
    ),
  })
  .meta({ id: 'GateSummary' });
export type GateSummary = z.output<typeof gateSummary>;

export const repeatView = z
  .object({
    id: z.string(),
    case: z.object({ id: z.string(), number: z.number().int(), title: z.string() }),
    round: z.number().int(),
    person: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    theme: z.string(),
    resolvedAt: z.string(),
    saidAt: z.string(),
    daysAfter: z.number(),
    feedback: z
      .object({ id: z.string(), text: z.string(), channel: z.string(), rating: z.number().nullable() })
      .nullable(),
  })
  .meta({ id: 'Repeat' });
export type RepeatView = z.output<typeof repeatView>;

const period = { from: z.iso.date().optional(), to: z.iso.date().optional() };
const facts = {
  team: z.string().max(60).optional(),
  theme: z.string().max(60).optional(),
  product: z.string().max(60).optional(),
};

export const gateSummaryRoute = route({
  id: 'getGateSummary',
  method: 'GET',
  path: '/api/v1/verify/summary',
  summary: 'What came of the resolutions of a period: verified, disputed, unclear, repeated',
  access: 'verify.read',
  query: z.object({ ...period, by: z.enum(GATE_DIMENSIONS).optional() }),
  ok: gateSummary,
  refusals: ['invalid_period'],
});
export const listRoundsRoute = route({
  id: 'listVerifyRounds',
  method: 'GET',
  path: '/api/v1/verify/rounds',
  summary: 'Resolutions and what came of them; those that wait by the end of their window, others newest first',
  access: 'verify.read',
  query: pageQuery.extend({
    ...period,
    ...facts,
    state: z.enum(ROUND_STATES).optional(),
    how: z.string().max(20).optional(),
  }),
  ok: pageOf(roundView).extend({ waiting: z.number(), disputed: z.number(), unclear: z.number() }),
});
export const listRepeatsRoute = route({
  id: 'listRepeats',
  method: 'GET',
  path: '/api/v1/verify/repeats',
  summary: 'The repeat complaints behind the rate, newest first, with their sentences',
  access: 'verify.read',
  query: pageQuery.extend({ ...period, ...facts }),
  ok: pageOf(repeatView),
});
export const caseRoundsRoute = route({
  id: 'getCaseRounds',
  method: 'GET',
  path: '/api/v1/cases/:id/rounds',
  summary: 'Each resolution of a case: what was seen and said, and who decided that it helped or did not',
  access: 'verify.read',
  params: z.object({ id: z.string().max(60) }),
  ok: caseRounds,
  refusals: ['not_found'],
});
export const getGateSettingsRoute = route({
  id: 'getGateSettings',
  method: 'GET',
  path: '/api/v1/verify/settings',
  summary: 'What makes a resolved case a verified one',
  access: 'verify.read',
  ok: gateSettings,
});
export const setGateSettingsRoute = route({
  id: 'setGateSettings',
  method: 'PUT',
  path: '/api/v1/verify/settings',
  summary: 'Change the rules; resolutions already under way keep theirs',
  access: 'verify.edit',
  body: gateSettings,
  ok: gateSettings,
  refusals: ['unknown_theme'],
});
