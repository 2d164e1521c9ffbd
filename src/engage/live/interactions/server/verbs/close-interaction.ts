// Closes an interaction: no entry counts any more, and its result is final, hashed and published.
import { createHash } from 'node:crypto';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { dropJob } from '../../../../../platform/jobs/job.store.ts';
import { canonicalJson, hashOfRecord } from '../../../draws/server/door.ts';
import { interactionClosed } from '../../core/interaction-routes.contract.ts';
import { askersOf, resultOf } from '../../core/result-of.ts';
import { findInteraction } from '../interaction.reads.ts';
import { type InteractionRow, lockInteraction, saveResult } from '../interaction.store.ts';
import type { OwnPlay } from '../show-plays.ts';
import { INTERACTION_JOB } from './open-interaction.ts';

type Closing = Result<InteractionRow, 'forbidden' | 'not_found' | 'wrong_state'>;

/** @param one frozen: the caller made sure that everything entered is counted */
export async function closeInteraction(env: Env, one: OwnPlay): Promise<Closing> {
  // permit
  if (!may(env.actor, 'live.work')) return refuse('forbidden');
  const entriesHash = createHash('sha256').update(one.tally.lines().join('\n\n')).digest('hex');
  return env.db.write(async (tx) => {
    // load
    const row = await lockInteraction(tx, one.row.id);
    // decide
    if (!row) return refuse('not_found');
    if (row.state !== 'open') return refuse('wrong_state');
    const closedAt = row.closesAt && row.closesAt < env.now ? row.closesAt : env.now;
    const result = resultOf(row.draft, one.tally, {
      id: row.id,
      rulesHash: row.rulesHash,
      opensAt: row.opensAt.toISOString(),
      closedAt: closedAt.toISOString(),
      salt: one.secret.salt,
      entriesHash,
    });
    // save
    await saveResult(tx, row.id, canonicalJson(result), hashOfRecord(result), closedAt, askersOf(one.tally));
    if (env.actor.kind !== 'system') await dropJob(tx, INTERACTION_JOB, row.id);
    // tell
    await tell(tx, env, interactionClosed, { subject: row.id, data: { interactionId: row.id, roomId: row.roomId } });
    return ok((await findInteraction(tx, row.id))!);
  });
}
