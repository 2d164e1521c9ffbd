// Feeds a file through the gate batch by batch; each batch, its counts and its position are one transaction, so a crash loses and doubles nothing.
import type { Env } from '../../../../ground/env.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Gate } from '../../intake/server/door.ts';
import type { ImportCounts, ImportMapping } from '../core/import.contract.ts';
import { DraftIdentifier } from './identify-drafts.ts';
import { type ImportPosition, lockImport } from './import.store.ts';
import { type MappedBatch, mapBatch, splitBatch } from './map-batch.ts';
import type { RowReader } from './readers/row-reader.ts';
import { recordBatch } from './record-batch.ts';

export interface ImportRun {
  importId: string;
  runNumber: number;
  reader: RowReader;
  mapping: ImportMapping;
  timeZone: string;
  position: ImportPosition | null;
  gate: Gate;
  /** Answers false when the run should stop and leave the rest to a later one. */
  alive(): Promise<boolean>;
  onProgress?(counts: ImportCounts, share: number): void;
  batchSize?: number;
}

/** `ended` = all rows taken; `stopped` = told to pause; `overtaken` = cancelled, or another runner is at it. */
export type RunOutcome = 'ended' | 'stopped' | 'overtaken';

/** Takes all rows after the position. Throws ReaderError when the file cannot be read on. */
export async function runBatches(env: Env, run: ImportRun): Promise<RunOutcome> {
  const identifier = new DraftIdentifier();
  let position: ImportPosition = run.position ?? START;
  let startedMs = performance.now();
  // Rows numbered by their content must be counted from the first one on.
  const from = position.counted ? undefined : position;
  const stream = run.reader.batches({ batchSize: run.batchSize ?? 500, ...(from ? { from } : {}) });
  const source = stream[Symbol.asyncIterator]();
  const read = async (): Promise<MappedBatch | null> => {
    const next = await source.next();
    return next.done ? null : mapBatch(next.value, { ...run, identifier, takenRow: position.row });
  };
  const total: ImportCounts = { read: position.row, recorded: 0, duplicates: 0, rejected: 0, quarantined: 0 };
  try {
    let batch = await read();
    while (batch) {
      if (!(await run.alive())) return 'stopped';
      // The next rows are read and mapped while the database works on these.
      const upcoming = read();
      upcoming.catch(() => undefined);
      if (batch.rows.length > 0) {
        const nowMs = performance.now();
        const taken = await take(env, run, batch, position, nowMs - startedMs);
        startedMs = nowMs;
        if (!taken) return 'overtaken';
        position = batch.position;
        for (const key of Object.keys(taken) as (keyof ImportCounts)[]) total[key] += taken[key];
        run.onProgress?.({ ...total }, batch.bytesRead / Math.max(1, run.reader.sizeBytes));
      }
      batch = await upcoming;
    }
    return 'ended';
  } finally {
    await source.return?.();
  }
}

const START: ImportPosition = { row: 0, offset: 0, baseRow: 0, baseLine: 1, encoding: null, counted: false };

/** Records a batch. Where the database refuses it as a whole, halves are tried until the one bad row is found and named. */
async function take(
  env: Env,
  run: ImportRun,
  batch: MappedBatch,
  before: ImportPosition,
  workedMs: number,
): Promise<ImportCounts | null> {
  try {
    return await env.db.write((tx) => takeInOne(tx, env, run, batch, before, workedMs, false));
  } catch (error) {
    if (!isAboutValues(error)) throw error;
    if (batch.rows.length === 1) return env.db.write((tx) => takeInOne(tx, env, run, batch, before, workedMs, true));
    const [first, second] = splitBatch(batch, before);
    const one = await take(env, run, first, before, workedMs);
    const two = one && (await take(env, run, second, first.position, 0));
    return two && add(one, two);
  }
}

async function takeInOne(
  tx: Tx,
  env: Env,
  run: ImportRun,
  batch: MappedBatch,
  before: ImportPosition,
  workedMs: number,
  refuseAll: boolean,
): Promise<ImportCounts | null> {
  const held = await lockImport(tx, run.importId);
  const mine =
    held?.state === 'running' && held.runNumber === run.runNumber && (held.position?.row ?? 0) === before.row;
  if (!mine) return null;
  return recordBatch(tx, env, run.gate, { importId: run.importId, batch, workedMs, refuseAll });
}

/** Errors of class 22 (data) and 23 (constraint), and a value too large for an index: some row's own fault. */
function isAboutValues(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && (/^2[23]/.test(code) || code === '54000');
}

function add(one: ImportCounts, two: ImportCounts): ImportCounts {
  return {
    read: one.read + two.read,
    recorded: one.recorded + two.recorded,
    duplicates: one.duplicates + two.duplicates,
    rejected: one.rejected + two.rejected,
    quarantined: one.quarantined + two.quarantined,
  };
}
