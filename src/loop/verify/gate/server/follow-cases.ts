// Hears what happens to cases and what their reporters say, in the order it happened, and keeps the rounds by it.
import sql from 'sql-template-tag';
import { type Env, tell } from '../../../../ground/env.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { StoredEvent } from '../../../../platform/events/event.store.ts';
import {
  caseClosed,
  caseMerged,
  caseReopened,
  caseResolved,
  caseVerified,
} from '../../../act/cases/core/case-events.contract.ts';
import { callbackDone } from '../../../answer/callbacks/core/callback.contract.ts';
import { caseConfirmedByPerson } from '../../../answer/status/core/status.contract.ts';
import { dayReader, timeZoneOf } from '../../../understand/overview/server/door.ts';
import { ratingGiven } from '../../ratings/core/rating.contract.ts';
import { fixVerified } from '../core/gate.contract.ts';
import { addEvidence, insertRound, lockLatestRound, type NewEvidence, saveNextLook, saveState } from './round.store.ts';
import { readGateSettings, windowOf } from './settings.store.ts';
import { judgeRound } from './verbs/judge-round.ts';

type Handler = (tx: Tx, env: Env, event: StoredEvent, caseId: string) => Promise<void>;

/** Event type → what the gate does on hearing it. */
export const HEARD: Record<string, Handler> = {
  [caseResolved.type]: begin,
  [caseConfirmedByPerson.type]: (tx, env, event, caseId) => {
    const { resolution, personId } = caseConfirmedByPerson.data.parse(event.data);
    return hear(tx, env, caseId, resolution, { ...saidBy(event, personId), kind: 'confirmed' }, true);
  },
  [ratingGiven.type]: (tx, env, event, caseId) => {
    const { resolution, score, reporter } = ratingGiven.data.parse(event.data);
    return hear(tx, env, caseId, resolution, { ...saidBy(event, reporter), kind: 'rated', score }, score > 2);
  },
  [callbackDone.type]: async (tx, env, event, caseId) => {
    const { outcome, personId, resolution, note, feedbackId } = callbackDone.data.parse(event.data);
    if (outcome !== 'fixed' && outcome !== 'not_fixed') return;
    const isFixed = outcome === 'fixed';
    const said: NewEvidence = {
      ...saidBy(event, personId ?? feedbackId),
      kind: isFixed ? 'callback_fixed' : 'callback_not_fixed',
      memberId: event.actor.kind === 'member' ? event.actor.id : null,
      note,
    };
    await hear(tx, env, caseId, resolution, said, isFixed);
  },
  [caseReopened.type]: reopened,
  [caseVerified.type]: verified,
  [caseClosed.type]: (tx, _env, event, caseId) => end(tx, event, caseId, 'closed'),
  [caseMerged.type]: (tx, _env, event, caseId) => end(tx, event, caseId, 'merged'),
};

function saidBy(event: StoredEvent, reporter: string | null): Pick<NewEvidence, 'reporter' | 'at' | 'dedupe'> {
  const who = event.actor.kind === 'person' ? event.actor.id : reporter;
  return { reporter: who, at: event.at, dedupe: event.id };
}

async function begin(tx: Tx, _env: Env, event: StoredEvent, caseId: string): Promise<void> {
  const settings = await readGateSettings(tx);
  const resolvedOn = dayReader(await timeZoneOf(tx))(event.at.getTime());
  const theme = await themeOf(tx, caseId);
  const windowDays = windowOf(settings, theme);
  await insertRound(tx, {
    caseId,
    resolvedSeq: event.seq,
    resolvedAt: event.at,
    resolvedOn,
    windowDays,
    settings,
  });
}

/**
 * Takes in what somebody said of a resolution. What was said of an earlier one is written down with that; only a no still counts, because
 * whoever says it is not helped now.
 */
async function hear(
  tx: Tx,
  env: Env,
  caseId: string,
  resolution: number,
  evidence: NewEvidence,
  friendly: boolean,
): Promise<void> {
  const round = await lockLatestRound(tx, caseId);
  if (!round || (friendly && resolution < round.resolution)) return;
  if (await addEvidence(tx, round.id, evidence)) await judgeRound(tx, env, round);
}

async function reopened(tx: Tx, env: Env, event: StoredEvent, caseId: string): Promise<void> {
  const { by, reason } = caseReopened.data.parse(event.data);
  const round = await lockLatestRound(tx, caseId);
  if (!round || round.state === 'disputed' || round.state === 'withdrawn') return;
  if (by === 'person') {
    if (await addEvidence(tx, round.id, { ...saidBy(event, null), kind: 'denied', note: reason })) {
      await judgeRound(tx, env, round);
    }
    return;
  }
  // The score that opened it again was told just before and has settled the round; what is left is the work of members.
  const memberId = event.actor.kind === 'member' ? event.actor.id : null;
  const dedupe = event.id;
  await addEvidence(tx, round.id, { kind: 'reopened_by_member', memberId, note: reason, at: event.at, dedupe });
  await saveState(tx, round, { state: 'withdrawn', how: null, now: event.at });
}

async function verified(tx: Tx, env: Env, event: StoredEvent, caseId: string): Promise<void> {
  const { note } = caseVerified.data.parse(event.data);
  const round = await lockLatestRound(tx, caseId);
  // What the gate decided itself is settled already.
  if (!round || (round.state !== 'waiting' && round.state !== 'unclear')) return;
  const memberId = event.actor.kind === 'member' ? event.actor.id : null;
  await addEvidence(tx, round.id, { kind: 'verified_by_member', memberId, note, at: event.at, dedupe: event.id });
  await saveState(tx, round, { state: 'verified', how: 'member', now: event.at });
  const data = { caseId, round: round.round, how: 'member' as const, reason: note };
  await tell(tx, env, fixVerified, { subject: caseId, data });
}

/** Closed or merged before anything was decided: nothing will be. */
async function end(tx: Tx, event: StoredEvent, caseId: string, kind: 'closed' | 'merged'): Promise<void> {
  const round = await lockLatestRound(tx, caseId);
  if (!round) return;
  await saveNextLook(tx, round.id, null);
  if (round.state !== 'waiting' && round.state !== 'unclear') return;
  const memberId = event.actor.kind === 'member' ? event.actor.id : null;
  await addEvidence(tx, round.id, { kind, memberId, at: event.at, dedupe: event.id });
  await saveState(tx, round, { state: 'withdrawn', how: null, now: event.at });
}

async function themeOf(tx: Tx, caseId: string): Promise<string | null> {
  const row = await tx.maybe<{ theme: string | null }>(
    sql`SELECT theme FROM cases_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${caseId}`,
  );
  return row?.theme ?? null;
}
