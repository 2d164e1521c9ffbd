// Takes one batch through the gate and saves counts, bad rows and position with it.
import type { Env } from '../../../../ground/env.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { RecordOutcome } from '../../intake/core/feedback.contract.ts';
import { type Gate, recordInTransaction, validateStep } from '../../intake/server/door.ts';
import { type ImportCounts, NO_COUNTS } from '../core/import.contract.ts';
import { type RowFaults, saveBatch } from './import.store.ts';
import type { MappedBatch, MappedSourceRow } from './map-batch.ts';

/** @param input.refuseAll the database would not have these rows: they are named as bad instead of tried again */
export async function recordBatch(
  tx: Tx,
  env: Env,
  gate: Gate,
  input: { importId: string; batch: MappedBatch; workedMs: number; refuseAll: boolean },
): Promise<ImportCounts> {
  const { batch } = input;
  const outcomes = input.refuseAll ? [] : await passGate(tx, env, gate, batch.rows);
  const counts: ImportCounts = { ...NO_COUNTS, read: batch.rows.length };
  const errors: RowFaults[] = [];
  let next = 0;
  for (const row of batch.rows) {
    const faults = [...row.faults];
    if (faults.length > 0) counts.rejected += 1;
    for (const _draft of row.drafts) {
      const outcome: RecordOutcome = outcomes[next] ?? { outcome: 'rejected', id: null, reason: 'not_saved' };
      next += 1;
      if (outcome.outcome === 'recorded') counts.recorded += 1;
      else if (outcome.outcome === 'duplicate') counts.duplicates += 1;
      else if (outcome.outcome === 'quarantined') counts.quarantined += 1;
      else {
        counts.rejected += 1;
        const { path, code } = outcome.errors?.[0] ?? { path: '', code: outcome.reason ?? 'other' };
        faults.push({ field: path || null, code: 'refused_at_gate', detail: code });
      }
    }
    if (faults.length > 0) errors.push(faultsOf(row, faults, tx, gate));
  }
  const { position, bytesRead } = batch;
  await saveBatch(tx, input.importId, { counts, position, bytesRead, workedMs: input.workedMs, errors });
  return counts;
}

/** Outcomes of all drafts of the rows, in order. */
async function passGate(tx: Tx, env: Env, gate: Gate, rows: readonly MappedSourceRow[]): Promise<RecordOutcome[]> {
  const drafts = rows.flatMap((row) => row.drafts);
  const outcomes: RecordOutcome[] = new Array(drafts.length);
  const valid = validateStep(gate, drafts);
  for (const [index, outcome] of valid.rejected) outcomes[index] = outcome;
  // A follow-up review finds the review it follows only once that is saved, so reviews go first.
  for (const followUps of [false, true]) {
    const part = valid.drafts.filter(({ draft }) => (draft.followsExternalId !== undefined) === followUps);
    if (part.length === 0) continue;
    const recorded = await recordInTransaction(
      gate,
      tx,
      env,
      part.map(({ draft }) => draft),
    );
    for (const [position, { index }] of part.entries()) outcomes[index] = recorded[position]!;
  }
  return outcomes;
}

/** Longest value of a bad row that is kept for the error file. */
const KEPT_CHARS = 8_000;

function faultsOf(row: MappedSourceRow, faults: RowFaults['faults'], tx: Tx, gate: Gate): RowFaults {
  const { source } = row;
  const kept = source.error
    ? { raw: source.raw.slice(0, KEPT_CHARS) }
    : {
        fields: Object.fromEntries(
          Object.entries(source.fields).map(([column, value]) => [column, value.slice(0, KEPT_CHARS)]),
        ),
      };
  return { row: source.row, line: source.line, faults, sealed: gate.sealer.seal(tx.workspaceId, JSON.stringify(kept)) };
}
