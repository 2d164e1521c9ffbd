// Climbs one rung of the escalation ladder when a clock says so.
import type { z } from 'zod';
import { type Env, tell } from '../../../../../ground/env.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { clockEscalated } from '../../../clocks/core/clock.contract.ts';
import { raised } from '../../core/case.priority.ts';
import { isOpen } from '../../core/case.status.ts';
import { casePriorityChanged } from '../../core/case-events.contract.ts';
import { lockCase, type StoredCase, saveCase } from '../case.store.ts';
import { noteNewFacts } from '../case-clocks.ts';
import { weigh } from '../case-priority.ts';
import { managersFor, membersOf } from '../case-team.store.ts';
import { type Ring, ring } from '../notification.store.ts';
import { assignCase } from './assign-case.ts';

type News = z.output<typeof clockEscalated.data>;

export async function escalateCase(
  tx: Tx,
  env: Env,
  input: { caseId: string; news: News },
): Promise<Result<null, 'forbidden' | 'not_found' | 'case_settled'>> {
  // permit
  if (env.actor.kind !== 'system') return refuse('forbidden');
  // load
  const row = await lockCase(tx, input.caseId);
  // decide
  if (!row) return refuse('not_found');
  if (row.merged_into || !isOpen(row.status)) return refuse('case_settled');
  const { action } = input.news;
  // save and tell
  if (action.type === 'raise_priority') await raise(tx, env, row);
  else if (action.type === 'reassign_team') {
    const moved = await assignCase(tx, env, { caseId: row.id, teamId: action.teamId, auto: true });
    // Nobody of that team is there now: it is theirs all the same.
    if (!moved.ok && moved.reason === 'nobody_available') {
      await assignCase(tx, env, { caseId: row.id, teamId: action.teamId });
    }
  } else await ring(tx, await ringsOf(tx, row, input.news), env.now);
  return ok(null);
}

async function raise(tx: Tx, env: Env, row: StoredCase): Promise<void> {
  const priority = raised(row.priority);
  if (priority === row.priority) return;
  const weighed = weigh({ ...row, priority, priority_floor: priority });
  await saveCase(tx, row.id, { priority_floor: priority, ...weighed });
  await noteNewFacts(tx, env, [{ ...row, ...weighed }]);
  const data = { from: row.priority, to: weighed.priority, byHand: false, reason: 'escalation' };
  await tell(tx, env, casePriorityChanged, { subject: row.id, data });
}

async function ringsOf(tx: Tx, row: StoredCase, news: News): Promise<Ring[]> {
  const toManagers = news.action.type === 'notify_manager';
  // A case without an owner is everybody's in its team, and the managers' without one.
  const owners = row.owner_id ? [row.owner_id] : row.team_id ? await membersOf(tx, row.team_id) : [];
  const told = toManagers || owners.length === 0 ? await managersFor(tx, row.team_id) : owners;
  const kind = toManagers ? 'escalated' : news.on === 'warn' ? 'clock_warned' : 'clock_breached';
  const values = { clock: news.kind, ...(news.dueAt ? { dueAt: news.dueAt } : {}) };
  const dedupe = `${news.clockId} ${news.round} ${news.on} ${news.step}`;
  return told.map((memberId) => ({ memberId, kind, caseId: row.id, by: null, values, dedupe }));
}
