// The file a customer or an auditor takes away: everything needed to check it without us. Nothing in it is outside the signature's reach.
import { z } from 'zod';
import { LEAF_KINDS } from './leaf.ts';

export const EVIDENCE_FORMAT = 'huiyin-evidence/1';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), 'hex');
const instant = z.string().refine((text) => {
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString() === text;
}, 'instant');
const count = z.int().min(0);

export const signedHead = z.strictObject({
  /** Leaves in the log. */
  size: count.min(1),
  root: hex(32),
  at: instant,
  /** Ed25519 over version, kind, time, size and root (RFC 6962 §3.5). */
  signature: hex(64),
});
export type SignedHead = z.output<typeof signedHead>;

export const publicLeaf = z.strictObject({
  v: z.literal(1),
  kind: z.enum(LEAF_KINDS),
  at: instant,
  /** SHA-256 over the salt and the canonical content. */
  digest: hex(32),
});
export type PublicLeaf = z.output<typeof publicLeaf>;

/** Proofs in a log of 2^48 leaves are no longer than this. */
const proof = z.array(hex(32)).max(64);

export const evidenceEntry = z.strictObject({
  /** Place in the log, from 0. */
  index: count,
  leaf: publicLeaf,
  salt: hex(16),
  /** What happened, in plain values. */
  content: z.record(z.string(), z.json()),
  /** Hashes beside the way from the leaf to the root, lowest first. */
  proof,
});
export type EvidenceEntry = z.output<typeof evidenceEntry>;

export const evidenceFile = z
  .strictObject({
    format: z.literal(EVIDENCE_FORMAT),
    /** Ed25519 public key of the log. */
    key: hex(32),
    head: signedHead,
    entries: z.array(evidenceEntry).min(1).max(2000),
    /** An earlier head and the proof that today's log only grew from it. */
    since: z.strictObject({ head: signedHead, proof }).optional(),
  })
  .meta({ id: 'EvidenceFile' });
export type EvidenceFile = z.output<typeof evidenceFile>;
