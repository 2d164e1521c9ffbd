// Keeps a leaf of every step of a draw in the evidence log, in the step's own transaction.
import { keepEvidence } from '../../../../loop/publish/evidence/server/door.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { hashOfRecord } from '../core/draw-hash.ts';
import type { Records } from './draw.store.ts';

type Step = 'opened' | 'closed' | 'revealed' | 'void' | 'cancelled' | 'claimed';

/** @param step the last record of it is what the leaf holds */
export async function keepDraw(
  tx: Tx,
  sealer: Sealer,
  id: string,
  step: Step,
  records: Records,
  now: Date,
): Promise<void> {
  const record = records.ended ?? records.outcome ?? records.revealed ?? records.closed ?? records.opened;
  const content = {
    what: `draw.${step}`,
    of: id,
    at: now.toISOString(),
    rulesHash: records.opened.rulesHash,
    commitment: records.opened.commitment,
    ...(records.closed ? { root: records.closed.root, count: records.closed.count } : {}),
    ...(records.revealed ? { serverSeed: records.revealed.serverSeed, seed: records.revealed.seed } : {}),
    record: hashOfRecord(record),
  };
  const claims = records.outcome?.claims.length ?? 0;
  const sourceId = `${id}_${step}${step === 'claimed' ? claims : ''}`;
  await keepEvidence(tx, sealer, [{ kind: 'draw', at: now, subjectId: id, sourceId, content, keepContent: true }], now);
}
