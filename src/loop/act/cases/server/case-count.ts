// Counts one case again from its feedback after a change by hand, and weighs its priority anew.
import type { Env } from '../../../../ground/env.ts';
import { tell } from '../../../../ground/env.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { casePriorityChanged } from '../core/case-events.contract.ts';
import { type StoredCase, saveCase } from './case.store.ts';
import { noteNewFacts } from './case-clocks.ts';
import { tallyOf } from './case-feedback.store.ts';
import { weigh } from './case-priority.ts';

/** @param row the locked case; its counts are replaced */
export async function recount(tx: Tx, env: Env, row: StoredCase): Promise<void> {
  const { last_voice_at, ...tally } = await tallyOf(tx, row.id);
  const counted = { ...row, ...tally };
  const weighed = weigh(counted);
  await saveCase(tx, row.id, { ...tally, ...(last_voice_at ? { last_voice_at } : {}), ...weighed });
  if (weighed.priority === row.priority && tally.vip === row.vip) return;
  if (!row.merged_into) await noteNewFacts(tx, env, [{ ...counted, ...weighed }]);
  if (weighed.priority === row.priority) return;
  const data = { from: row.priority, to: weighed.priority, byHand: false, reason: null };
  await tell(tx, env, casePriorityChanged, { subject: row.id, data });
}
