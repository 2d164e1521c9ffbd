// The public file of a draw and the receipt of one entry: everything that is needed to compute the draw again, without us.
import { z } from 'zod';
import { drawRules, EXCLUSION_REASONS, instant } from './draw-rules.contract.ts';

export const DRAW_FORMAT = 'huiyin-draw';
export const RECEIPT_FORMAT = 'huiyin-draw-receipt';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const signature = z.string().regex(/^[0-9a-f]{128}$/);
const name16 = z.string().regex(/^[0-9a-f]{32}$/);
const count = z.number().int().min(0);

/** What was published before the first entry. */
export const openedRecord = z.strictObject({
  drawId: z.string(),
  rulesHash: hash,
  commitment: hash,
  openedAt: instant,
  /** Ed25519, hex: signs the records and the receipts. */
  publicKey: hash,
});
/** The frozen list. `before` is in every record the hash of the one before it. */
export const closedRecord = z.strictObject({
  before: hash,
  closedAt: instant,
  count,
  tickets: count,
  root: hash,
  chain: hash,
  /** Entries that did not count: after the close, a second time, left out by the rules. */
  rejected: z.strictObject({ late: count, second: count, excluded: count }),
  exclusions: z.array(z.strictObject({ index: count, pid: name16, reason: z.enum(EXCLUSION_REASONS) })),
  /** The last public comments before the close, where they are the chance. */
  comments: z.array(z.strictObject({ id: z.string(), text: z.string() })).nullable(),
});
export const revealedRecord = z.strictObject({
  before: hash,
  revealedAt: instant,
  serverSeed: hash,
  beacon: z.strictObject({ round: z.number().int(), signature: z.string().regex(/^[0-9a-f]{96}$/) }).nullable(),
  /** What the host read aloud, or the hash of the comments. */
  clientSeed: z.string().nullable(),
  seed: hash,
  /** Places in the list in the order they were drawn: one for each prize. */
  picks: z.array(count),
});
export const claimRecord = z.strictObject({
  at: instant,
  /** Place in the order of drawing. */
  position: count,
  what: z.enum(['claimed', 'lapsed', 'declined']),
});
export const winnerRecord = z.strictObject({
  position: count,
  index: count,
  pid: name16,
  /** Place in the list of prizes. */
  prize: count,
  /** Masked. */
  name: z.string(),
  /** The signature of his receipt. */
  receipt: signature,
  awardedAt: instant,
  state: z.enum(['waiting', 'claimed', 'lapsed', 'declined']),
});
export const outcomeRecord = z.strictObject({
  before: hash,
  at: instant,
  claims: z.array(claimRecord),
  winners: z.array(winnerRecord),
});
/** The end of a draw without winners. */
export const endedRecord = z.strictObject({
  before: hash,
  at: instant,
  what: z.enum(['void', 'cancelled']),
  reason: z.string(),
});

/** `[pid, nonce, at in ms, tickets]`; the place in the list is its index, counted from 0. */
export const entryRow = z.tuple([name16, name16, count, z.number().int().min(1)]);

export const drawFile = z.strictObject({
  format: z.literal(DRAW_FORMAT),
  version: z.literal(1),
  shop: z.string(),
  state: z.enum(['open', 'closed', 'final', 'void', 'cancelled']),
  rules: drawRules,
  opened: openedRecord,
  closed: closedRecord.nullable(),
  revealed: revealedRecord.nullable(),
  outcome: outcomeRecord.nullable(),
  ended: endedRecord.nullable(),
  signatures: z.strictObject({
    opened: signature,
    closed: signature.nullable(),
    revealed: signature.nullable(),
    outcome: signature.nullable(),
    ended: signature.nullable(),
  }),
  entries: z.array(entryRow),
});
export type DrawFile = z.output<typeof drawFile>;
export type OpenedRecord = z.output<typeof openedRecord>;
export type ClosedRecord = z.output<typeof closedRecord>;
export type RevealedRecord = z.output<typeof revealedRecord>;
export type OutcomeRecord = z.output<typeof outcomeRecord>;
export type EndedRecord = z.output<typeof endedRecord>;
export type Winner = z.output<typeof winnerRecord>;
export type Claim = z.output<typeof claimRecord>;
export type EntryRow = z.output<typeof entryRow>;

export const drawReceipt = z.strictObject({
  format: z.literal(RECEIPT_FORMAT),
  version: z.literal(1),
  drawId: z.string(),
  index: count,
  at: count,
  pid: name16,
  nonce: name16,
  tickets: z.number().int().min(1),
  entryHash: hash,
  /** The chain up to and with this entry: pins everything that came before. */
  chain: hash,
  publicKey: hash,
  signature,
});
export type DrawReceipt = z.output<typeof drawReceipt>;
