// Checks an evidence file without a network and without trusting anybody but the key: the one checker of server, command line and page.
import { hashes, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import type { Plain } from './canonical.ts';
import { type EvidenceEntry, type EvidenceFile, evidenceFile, type SignedHead } from './evidence-file.ts';
import { fromHex, sha256, toHex } from './hashing.ts';
import { digestOf, hashOfLeaf } from './leaf.ts';
import { verifyConsistency, verifyInclusion } from './merkle-proof.ts';
import { headBytes } from './tree-head.ts';

hashes.sha512 = sha512;

/** What can be wrong; a key under `evidence:fault`. */
export const EVIDENCE_FAULTS = [
  'not_evidence',
  'other_key',
  'head_not_signed',
  'content_changed',
  'not_in_log',
  'listed_twice',
  'log_rewritten',
  'since_not_signed',
] as const;
export type EvidenceFault = (typeof EVIDENCE_FAULTS)[number];

export interface Found {
  fault: EvidenceFault;
  /** Place in `entries`, where one entry is at fault. */
  entry?: number;
  /** Where in the file, when it is no evidence file at all. */
  path?: string;
}

export interface Checked {
  isSound: boolean;
  found: Found[];
  /** The parsed file; null when it is none. */
  file: EvidenceFile | null;
}

/** The short name of a key, to be compared by eye: SHA-256, first 16 bytes in groups of four. */
export function fingerprintOf(keyHex: string): string {
  return (
    toHex(sha256(fromHex(keyHex)))
      .slice(0, 32)
      .match(/.{4}/g) ?? []
  ).join(' ');
}

/** Whether this head was signed with this key. Strict: no second signature passes for the same head. */
export function isSigned(head: SignedHead, keyHex: string): boolean {
  const bytes = headBytes({ size: head.size, root: fromHex(head.root), atMs: Date.parse(head.at) });
  try {
    return verify(fromHex(head.signature), bytes, fromHex(keyHex), { zip215: false });
  } catch {
    return false;
  }
}

/**
 * @param value the parsed JSON of a file
 * @param expectedKey hex of the key the reader got from elsewhere; without it the file vouches for itself only
 */
export function checkEvidence(value: unknown, expectedKey?: string): Checked {
  const parsed = evidenceFile.safeParse(value);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? '';
    return { isSound: false, found: [{ fault: 'not_evidence', path }], file: null };
  }
  const file = parsed.data;
  const found: Found[] = [];
  if (expectedKey !== undefined && expectedKey.toLowerCase() !== file.key) found.push({ fault: 'other_key' });
  if (!isSigned(file.head, file.key)) found.push({ fault: 'head_not_signed' });
  const seen = new Set<number>();
  for (const [at, entry] of file.entries.entries()) {
    // The content as it came: what a parser would drop must not slip past the digest.
    const content = (value as { entries: { content: Plain }[] }).entries[at]!.content;
    const fault = faultOf(entry, content, file.head);
    if (fault) found.push({ fault, entry: at });
    if (seen.has(entry.index)) found.push({ fault: 'listed_twice', entry: at });
    seen.add(entry.index);
  }
  const { since, head } = file;
  if (since) {
    if (!isSigned(since.head, file.key)) found.push({ fault: 'since_not_signed' });
    const [older, newer] = [fromHex(since.head.root), fromHex(head.root)];
    if (!verifyConsistency(since.head.size, older, head.size, newer, since.proof.map(fromHex))) {
      found.push({ fault: 'log_rewritten' });
    }
  }
  return { isSound: found.length === 0, found, file };
}

function faultOf(entry: EvidenceEntry, content: Plain, head: SignedHead): EvidenceFault | null {
  let digest: string;
  try {
    digest = toHex(digestOf(fromHex(entry.salt), content));
  } catch {
    return 'content_changed';
  }
  if (digest !== entry.leaf.digest) return 'content_changed';
  const { kind, at } = entry.leaf;
  const leaf = hashOfLeaf({ kind, atMs: Date.parse(at), digest: fromHex(digest) }, digest);
  const proof = entry.proof.map(fromHex);
  return verifyInclusion(leaf, entry.index, head.size, proof, fromHex(head.root)) ? null : 'not_in_log';
}
