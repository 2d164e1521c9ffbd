// Turns a batch of read rows into drafts with ids, keeping each bad row with its reasons.
import type { FeedbackDraft } from '../../intake/core/feedback.contract.ts';
import type { ImportMapping } from '../core/import.contract.ts';
import { mapRow } from '../core/map-row.ts';
import type { DraftIdentifier } from './identify-drafts.ts';
import type { ImportPosition, RowFaults } from './import.store.ts';
import type { RowBatch, SourceRow } from './readers/row-reader.ts';

/** One row on its way: its drafts, or its faults. */
export interface MappedSourceRow {
  source: SourceRow;
  drafts: FeedbackDraft[];
  faults: RowFaults['faults'];
}

export interface MappedBatch {
  rows: MappedSourceRow[];
  /** Where to go on once these rows are taken. */
  position: ImportPosition;
  bytesRead: number;
}

/**
 * Maps a batch. Rows up to `takenRow` were taken by an earlier run: they only count for the numbering of equal rows.
 */
export function mapBatch(
  batch: RowBatch,
  options: { mapping: ImportMapping; timeZone: string; identifier: DraftIdentifier; takenRow: number },
): MappedBatch {
  const rows: MappedSourceRow[] = [];
  for (const source of batch.rows) {
    const mapped: MappedSourceRow = { source, drafts: [], faults: [] };
    if (source.error) mapped.faults.push({ field: null, code: source.error.code });
    else {
      const result = mapRow(options.mapping, source.fields, { timeZone: options.timeZone });
      if (result.ok) mapped.drafts = result.drafts;
      else mapped.faults.push(...result.errors);
    }
    options.identifier.identify(mapped.drafts);
    if (source.row > options.takenRow) rows.push(mapped);
  }
  return {
    rows,
    position: { ...batch.checkpoint, counted: options.identifier.hasCounted },
    bytesRead: batch.bytesRead,
  };
}

/** Halves a batch. The first half ends inside what was read at once, so it keeps the place to read on from of the batch before. */
export function splitBatch(batch: MappedBatch, before: ImportPosition): [MappedBatch, MappedBatch] {
  const middle = Math.ceil(batch.rows.length / 2);
  const first = batch.rows.slice(0, middle);
  const { counted, encoding } = batch.position;
  const position: ImportPosition = { ...before, encoding, counted, row: first.at(-1)!.source.row };
  return [
    { rows: first, position, bytesRead: batch.bytesRead },
    { ...batch, rows: batch.rows.slice(middle) },
  ];
}
