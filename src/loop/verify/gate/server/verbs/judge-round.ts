// Looks at a round with everything seen so far and carries out what the gate decides.
import sql from 'sql-template-tag';
import { type Env, tell } from '../../../../../ground/env.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { mergeCase, reopenCase, verifyCase } from '../../../../act/cases/server/door.ts';
import { type DisputedHow, fixDisputed, fixUnclear, fixVerified, type VerifiedHow } from '../../core/gate.contract.ts';
import { decideGate, type GateVerdict } from '../../core/gate-decision.ts';
import { addEvidence, readEvidence, type StoredRound, saveConfirmations, saveState } from '../round.store.ts';

/** More than so many of the same complaints are not counted. */
const MOST_SAID_AGAIN = 100;

/**
 * Runs inside a reaction or a sweep that holds the round. A round that was disputed or withdrawn is over: the case has a new one, or will.
 * @returns what was decided; `already_settled` when there was nothing to decide
 */
export async function judgeRound(
  tx: Tx,
  env: Env,
  round: StoredRound,
): Promise<Result<GateVerdict['verdict'], 'forbidden' | 'already_settled'>> {
  // permit
  if (env.actor.kind !== 'system') return refuse('forbidden');
  // load
  if (round.state === 'disputed' || round.state === 'withdrawn') return refuse('already_settled');
  const evidence = await readEvidence(tx, round.id);
  const passed = round.windowEndsAt !== null && round.windowEndsAt <= env.now;
  const again = round.known === 0 && passed ? await saidAgain(tx, round) : null;
  // decide
  const decided = decideGate(
    {
      resolvedAtMs: round.resolvedAt.getTime(),
      windowEndsAtMs: round.windowEndsAt?.getTime() ?? null,
      reporters: round.reporters,
      known: round.known,
      rules: round,
      evidence,
      saidAgain: again === null ? null : again.unknown || again.count > 0,
    },
    env.now.getTime(),
  );
  // save · tell
  if (decided.verdict === 'wait') await saveConfirmations(tx, round.id, decided.confirmations);
  else if (decided.verdict === 'verified') {
    if (round.state !== 'verified') await verify(tx, env, round, decided.how);
  } else if (decided.verdict === 'disputed') await dispute(tx, env, round, decided.how);
  else if (round.state === 'waiting') await leaveUnclear(tx, env, round, again?.count ?? 0);
  return ok(decided.verdict);
}

async function verify(tx: Tx, env: Env, round: StoredRound, how: VerifiedHow): Promise<void> {
  const verified = await verifyCase(tx, env, { caseId: round.caseId, how, note: null });
  // Opened again, merged or verified by hand in this moment: the news of that is on its way and settles the round.
  if (!verified.ok) return;
  if (how === 'window') {
    await addEvidence(tx, round.id, { kind: 'window_passed', at: env.now, dedupe: 'window' });
  }
  await saveState(tx, round, { state: 'verified', how, now: env.now });
  const data = { caseId: round.caseId, round: round.round, how, reason: null };
  await tell(tx, env, fixVerified, { subject: round.caseId, data });
}

/** Opens the case again. Where the person has meanwhile another open case of this theme, both become one and that one carries on. */
async function dispute(tx: Tx, env: Env, round: StoredRound, how: DisputedHow): Promise<void> {
  const reopened = await reopenCase(tx, env, { caseId: round.caseId, reason: null, by: 'system' });
  let carriedOnId: string | null = null;
  if (!reopened.ok && reopened.reason === 'open_case_exists') {
    const twin = reopened.details?.find((detail) => detail.code === 'open_case_exists')?.message ?? null;
    const merged = twin ? await mergeCase(tx, env, { caseId: round.caseId, intoId: twin }) : null;
    carriedOnId = merged?.ok ? twin : null;
  }
  await saveState(tx, round, { state: 'disputed', how, now: env.now });
  const data = { caseId: round.caseId, round: round.round, how, carriedOnId };
  await tell(tx, env, fixDisputed, { subject: round.caseId, data });
}

async function leaveUnclear(tx: Tx, env: Env, round: StoredRound, count: number): Promise<void> {
  await addEvidence(tx, round.id, {
    kind: 'said_again',
    note: count > 0 ? String(count) : null,
    at: env.now,
    dedupe: 'said_again',
  });
  await saveState(tx, round, { state: 'unclear', how: null, now: env.now });
  await tell(tx, env, fixUnclear, { subject: round.caseId, data: { caseId: round.caseId, round: round.round } });
}

/**
 * Whether people nobody knows have complained of the same theme and product again within the window: their cases, opened since, at most
 * 100. Without a theme there is nothing to compare.
 */
async function saidAgain(tx: Tx, round: StoredRound): Promise<{ count: number; unknown: boolean }> {
  if (round.theme === null) return { count: 0, unknown: true };
  const { count } = await tx.one<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM (
      SELECT FROM cases_facts
      WHERE workspace_id = ${tx.workspaceId} AND theme = ${round.theme} AND id > ${round.caseId} AND person_id IS NULL
        AND product_id IS NOT DISTINCT FROM ${round.productId}::text AND opened_at > ${round.resolvedAt}
        AND opened_at < ${round.windowEndsAt} LIMIT ${MOST_SAID_AGAIN}) AS found`);
  return { count, unknown: false };
}
