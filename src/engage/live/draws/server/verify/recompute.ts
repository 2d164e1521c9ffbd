// Computes a draw again for the command line, with Node's own cryptography and by other ways than the code that drew it.
import { createHash, createHmac, createPublicKey, hash, hkdfSync, verify } from 'node:crypto';
import { canonicalJson } from '../../core/canonical-json.ts';
import type { DrawFile, EntryRow } from '../../core/draw-file.contract.ts';

const sha = (data: string | Uint8Array): Buffer => hash('sha256', data, 'buffer');

/** The hash a record is called by in the one after it. */
export const recordHash = (record: unknown): string => sha(canonicalJson(record)).toString('hex');

export function commitment(serverSeed: string, drawId: string, rulesHash: string): string {
  return createHash('sha256')
    .update(Buffer.from(serverSeed, 'hex'))
    .update(drawId, 'utf8')
    .update(Buffer.from(rulesHash, 'hex'))
    .digest('hex');
}

/** The fixed beginning of an Ed25519 public key in X.509 form (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** Whether this key signed the canonical text of the record. */
export function isSigned(record: unknown, signature: string | null, publicKey: string): boolean {
  if (signature === null) return false;
  try {
    const key = createPublicKey({
      key: Buffer.concat([SPKI, Buffer.from(publicKey, 'hex')]),
      format: 'der',
      type: 'spki',
    });
    return verify(null, Buffer.from(canonicalJson(record), 'utf8'), key, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}

export function entryHash(drawId: string, [pid, nonce]: readonly [string, string, ...unknown[]]): string {
  return sha(`${drawId}\n${pid}\n${nonce}`).toString('hex');
}

function leafHash(drawId: string, index: number, row: EntryRow): Buffer {
  const text = `${index}\n${entryHash(drawId, row)}\n${row[2]}\n${row[3]}`;
  return sha(Buffer.concat([Buffer.of(0), Buffer.from(text, 'utf8')]));
}

/** Root by the recursive definition of RFC 6962, and the chain after every entry. */
export function listHashes(file: DrawFile): { root: string; chain: Buffer[] } {
  const leaves = file.entries.map((row, index) => leafHash(file.rules.drawId, index, row));
  const node = Buffer.alloc(65, 1);
  const rootOf = (from: number, to: number): Buffer => {
    if (to - from === 1) return leaves[from]!;
    let split = 1;
    while (split * 2 < to - from) split *= 2;
    const left = rootOf(from, from + split);
    const right = rootOf(from + split, to);
    left.copy(node, 1);
    right.copy(node, 33);
    return sha(node);
  };
  const chain: Buffer[] = [];
  const link = Buffer.alloc(65, 2);
  let before = sha(Buffer.from(file.opened.commitment, 'hex'));
  for (const leaf of leaves) {
    before.copy(link, 1);
    leaf.copy(link, 33);
    before = sha(link);
    chain.push(before);
  }
  return { root: (leaves.length === 0 ? sha('') : rootOf(0, leaves.length)).toString('hex'), chain };
}

export function chainBefore(file: DrawFile): string {
  return sha(Buffer.from(file.opened.commitment, 'hex')).toString('hex');
}

export function seed(file: DrawFile): string {
  const revealed = file.revealed!;
  const salt = sha(canonicalJson({ beacon: revealed.beacon?.signature ?? null, client: revealed.clientSeed }));
  const info = `huiyin-draw/1\n${file.closed!.root}\n${file.rules.drawId}`;
  return Buffer.from(hkdfSync('sha256', Buffer.from(revealed.serverSeed, 'hex'), salt, info, 32)).toString('hex');
}

/** Draws by counting along the whole list each time: slower than the code that drew, and plain. */
export function drawAgain(seedHex: string, tickets: readonly number[], wanted: number): number[] {
  const left = Float64Array.from(tickets);
  let total = tickets.reduce((sum, own) => sum + own, 0);
  const key = Buffer.from(seedHex, 'hex');
  const picks: number[] = [];
  let counter = 0n;
  while (picks.length < wanted && total > 0) {
    const message = Buffer.alloc(8);
    message.writeBigUInt64BE(counter);
    counter += 1n;
    const number = createHmac('sha256', key).update(message).digest().readUIntBE(0, 6);
    if (number >= Math.floor(2 ** 48 / total) * total) continue;
    let rest = number % total;
    let place = 0;
    while (rest >= left[place]!) {
      rest -= left[place]!;
      place += 1;
    }
    picks.push(place);
    total -= left[place]!;
    left[place] = 0;
  }
  return picks;
}
