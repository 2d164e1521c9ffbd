// Keeps what could not be handled, so that nothing is lost and a person can look, replay or discard.
import sql from 'sql-template-tag';
import { newId } from '../../kit/ids.ts';
import type { MachineTx } from '../database/database.ts';

export interface NewDeadLetter {
  workspaceId: string;
  source: 'reaction' | 'job' | 'mail' | 'webhook';
  name: string;
  payload: unknown;
  error: string;
  attempts: number;
  now: Date;
}

/** Saves a dead letter; the caller's transaction also moves past what failed. */
export async function saveDeadLetter(tx: Pick<MachineTx, 'run'>, letter: NewDeadLetter): Promise<void> {
  await tx.run(sql`
    INSERT INTO dead_letters (id, workspace_id, source, name, payload, error, attempts, created_at)
    VALUES (${newId('dead')}, ${letter.workspaceId}, ${letter.source}, ${letter.name},
      ${JSON.stringify(letter.payload)}::jsonb, ${letter.error.slice(0, 4000)}, ${letter.attempts}, ${letter.now})`);
}
