// Plans a call in the caller's transaction, for rules, verbs and later rooms.

import { type Env, tell } from '../../../../ground/env.ts';
import { addWorkingMs } from '../../../../kit/calendar/working-time.ts';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { shopHours } from '../../../act/clocks/server/door.ts';
import { resolutionNumber } from '../../desk/server/door.ts';
import { type CallbackReason, callbackPlanned } from '../core/callback.contract.ts';
import { insertCallback } from './callback.store.ts';
import { readCallbackRules } from './callback-rules.reads.ts';
import { giveScripts } from './script.store.ts';

export interface CallbackPlan {
  caseId: string;
  personId: string | null;
  reason: CallbackReason;
  dueAt?: Date | undefined;
  assigneeId?: string | null | undefined;
  scriptId?: string | null | undefined;
  note?: string | undefined;
}

/** @returns the new call's id, or null when one to this person about this case is open already */
export async function planCallback(tx: Tx, env: Env, plan: CallbackPlan): Promise<string | null> {
  await giveScripts(tx, env.now);
  const rules = await readCallbackRules(tx);
  const due = plan.dueAt ?? (await afterWorking(tx, env.now, rules.dueWorkingHours));
  const id = newId('cbk');
  const planned = await insertCallback(tx, {
    id,
    case_id: plan.caseId,
    person_id: plan.personId,
    reason: plan.reason,
    resolution: await resolutionNumber(tx, plan.caseId),
    script_id: plan.scriptId ?? (plan.reason === 'hand' ? null : rules.reasons[plan.reason].scriptId),
    state: 'open',
    assignee_id: plan.assigneeId ?? null,
    due_at: due,
    next_at: env.now,
    max_attempts: rules.maxAttempts,
    attempts: 0,
    outcome: null,
    note: null,
    plan_note: plan.note ?? null,
    feedback_id: null,
    created_at: env.now,
    created_by: env.actor.name,
    done_at: null,
    done_by: null,
  });
  if (!planned) return null;
  await tell(tx, env, callbackPlanned, {
    subject: plan.caseId,
    data: { callbackId: id, reason: plan.reason, dueAt: due.toISOString() },
  });
  return id;
}

/** An instant so many working hours on; a shop that never opens counts plain hours. */
export async function afterWorking(tx: Tx, now: Date, hours: number): Promise<Date> {
  const at = addWorkingMs(await shopHours(tx), now.getTime(), hours * 3_600_000);
  return new Date(at.ok ? at.value : now.getTime() + hours * 3_600_000);
}
