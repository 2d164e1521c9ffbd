// What must be said before a draw may open, and the rules it then keeps: they are never changed, only kept or the draw is cancelled.
import { z } from 'zod';

/** Highest worth of one prize in fen: 50,000 yuan, virtual goods, rights of use and coupons at converted value (规范促销行为暂行规定). */
export const MOST_PRIZE_FEN = 5_000_000;
/** From this worth in fen on, prizes drawn on the spot are to be published as they are claimed: 500 yuan. */
export const PUBLISH_CLAIMS_FROM_FEN = 50_000;
export const MOST_WINNERS = 2000;
/** Files are kept this long at least, in days: two years and a reserve. */
export const KEEP_DAYS = 760;

export const PRIZE_KINDS = ['goods', 'virtual', 'coupon', 'right'] as const;
export const ENTRY_WAYS = ['tap', 'keyword'] as const;
/** Where the chance comes from; without a network a number read aloud or the last public comments stand beside the commitment. */
export const CHANCE_KINDS = ['beacon', 'host', 'comments'] as const;
export type ChanceKind = (typeof CHANCE_KINDS)[number];
/** Why somebody is left out; an opinion is not among them. */
export const EXCLUSION_REASONS = ['staff', 'related', 'same_person', 'automated', 'not_eligible', 'own_wish'] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** Signs that turn the words around them about, wherever these are shown. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
const line = (max: number) =>
  z
    .string()
    .overwrite((text) => text.replace(TURNING, ''))
    .trim()
    .max(max)
    // Halves of characters and zeros have no hash or no place in a row.
    .refine((text) => !text.includes('\0') && !/\p{Surrogate}/u.test(text));

export const prizeDraft = z.object({
  name: line(80),
  kind: z.enum(PRIZE_KINDS),
  count: z.number().int().min(1).max(MOST_WINNERS),
  value: z.object({ minor: z.number().int().min(0).max(1e12), currency: z.string().min(3).max(12) }),
  /** Worth of one piece in fen; asked for when the value is not in yuan. */
  valueCnyMinor: z.number().int().min(0).max(1e12).nullable().default(null),
});
export type PrizeDraft = z.output<typeof prizeDraft>;

/** The form; it may be saved unfinished, but not opened so. */
export const drawDraft = z.object({
  title: line(80),
  organiserName: line(120),
  organiserContact: line(200),
  prizes: z.array(prizeDraft).max(20),
  conditions: line(2000),
  entryWays: z.array(z.enum(ENTRY_WAYS)).min(1).max(2).default(['tap']),
  keyword: line(20).nullable().default(null),
  /** Only viewers are in whom the shop has vouched for with a signed identity. */
  signedOnly: z.boolean().optional(),
  /** How long entries are taken once it is open, in seconds. */
  runSeconds: z.number().int().min(10).max(86_400),
  /** Tickets of one person; the highest that applies to him counts. Nothing he said or spent can be a reason. */
  tickets: z
    .object({
      base: z.number().int().min(1).max(10).default(1),
      follower: z.number().int().min(1).max(10).default(1),
      newcomer: z.number().int().min(1).max(10).default(1),
    })
    .default({ base: 1, follower: 1, newcomer: 1 }),
  claimHow: line(1000),
  claimHours: z.number().int().min(1).max(8760).default(168),
  unclaimed: z.enum(['next', 'lapse']).default('next'),
  /** Used where the public beacon cannot be reached at the opening. */
  withoutNetwork: z.enum(['host', 'comments']).default('host'),
  /** Accounts of staff and family on the platforms, fixed before the opening; hosts and moderators are left out anyway. */
  staff: z
    .array(z.object({ source: line(32), uid: line(120), reason: z.enum(['staff', 'related']).default('staff') }))
    .max(500)
    .default([]),
  /** Somebody states that the list of staff is whole. */
  isStaffListWhole: z.boolean().default(false),
});
export type DrawDraft = z.output<typeof drawDraft>;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
export const instant = z.iso.datetime();

export const drawRules = z.strictObject({
  v: z.literal(1),
  drawId: z.string(),
  title: z.string(),
  organiser: z.strictObject({ name: z.string(), contact: z.string() }),
  prizes: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(PRIZE_KINDS),
      count: z.number().int().min(1),
      value: z.strictObject({ minor: z.number().int(), currency: z.string() }),
      valueCnyMinor: z.number().int(),
    }),
  ),
  conditions: z.string(),
  entry: z.strictObject({
    ways: z.array(z.enum(ENTRY_WAYS)),
    keyword: z.string().nullable(),
    signedOnly: z.boolean().optional(),
    /** New people of one network who are in within a minute; more are left out. */
    perNetworkAndMinute: z.number().int().min(1).optional(),
  }),
  opensAt: instant,
  /** Entries are taken until then by the clock of the server, or until the show ends if that is earlier. */
  closesAt: instant,
  tickets: z.strictObject({ base: z.number(), follower: z.number(), newcomer: z.number() }),
  odds: z.literal('counts'),
  claim: z.strictObject({ how: z.string(), hours: z.number().int(), unclaimed: z.enum(['next', 'lapse']) }),
  /** Fixed before the opening, by their names in this draw. */
  excluded: z.array(z.strictObject({ pid: hex(16), reason: z.enum(EXCLUSION_REASONS) })),
  chance: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('beacon'), chain: z.string(), chainHash: hex(32), round: z.number().int() }),
    z.strictObject({ kind: z.literal('host') }),
    z.strictObject({ kind: z.literal('comments'), last: z.number().int() }),
  ]),
  revealWithinMs: z.number().int(),
});
export type DrawRules = z.output<typeof drawRules>;
