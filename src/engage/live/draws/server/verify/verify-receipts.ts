// Holds receipts against the list: those of the winners in the file, and those somebody kept himself.
import { type DrawFile, drawReceipt } from '../../core/draw-file.contract.ts';
import { entryHash, isSigned } from './recompute.ts';
import type { Say } from './verify-draw.ts';

/** What the signature of a receipt covers. */
function signedPart(file: DrawFile, index: number, chain: string) {
  const row = file.entries[index]!;
  return {
    format: 'huiyin-draw-receipt',
    version: 1,
    drawId: file.rules.drawId,
    index,
    at: row[2],
    pid: row[0],
    nonce: row[1],
    tickets: row[3],
    entryHash: entryHash(file.rules.drawId, row),
    chain,
    publicKey: file.opened.publicKey,
  };
}

/** @param given receipts somebody brought; each must be ours, in the list, and say what the list says */
export function checkReceipts(file: DrawFile, chain: readonly Buffer[], given: readonly unknown[], say: Say): void {
  const key = file.opened.publicKey;
  for (const winner of file.outcome?.winners ?? []) {
    const link = chain[winner.index];
    const isOurs = link && isSigned(signedPart(file, winner.index, link.toString('hex')), winner.receipt, key);
    if (!isOurs) say('receipts', 'receipt_wrong', `winner ${winner.position}`);
  }
  for (const [at, one] of given.entries()) {
    const receipt = drawReceipt.safeParse(one);
    if (!receipt.success) {
      say('receipts', 'receipt_wrong', String(at));
      continue;
    }
    const { signature, ...part } = receipt.data;
    if (!isSigned(part, signature, key)) {
      say('receipts', 'receipt_wrong', String(at));
      continue;
    }
    const row = file.entries[part.index];
    const isIn =
      row !== undefined &&
      part.drawId === file.rules.drawId &&
      row[0] === part.pid &&
      row[1] === part.nonce &&
      row[2] === part.at &&
      row[3] === part.tickets &&
      chain[part.index]?.toString('hex') === part.chain;
    if (!isIn) say('receipts', 'receipt_not_in_list', String(part.index));
  }
}
