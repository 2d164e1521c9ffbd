// Signs the receipt of any place of a frozen list, as it was signed when the entry came.
import type { EntryRow, OpenedRecord } from '../core/draw-file.contract.ts';
import { createEntryList } from '../core/entry-list.ts';
import { receiptPart } from '../core/make-records.ts';
import { type DrawSigner, fastHashes } from './draw-key.ts';

/** The list as it was when it was frozen. */
export function listOf(opened: OpenedRecord, rows: readonly EntryRow[]) {
  const list = createEntryList(opened.drawId, opened.commitment, fastHashes);
  for (const row of rows) list.add(row);
  return list;
}

/** @returns the signature of a place, hex */
export function receiptSigner(
  opened: OpenedRecord,
  rows: readonly EntryRow[],
  signer: DrawSigner,
): (index: number) => string {
  const list = listOf(opened, rows);
  return (index) => signer.sign(receiptPart(opened, rows[index]!, list.entered(index)));
}
