// Notes that a reply went out; the answering room calls it through the door.
import { type Env, tell } from '../../../../../ground/env.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { actionTowards, isOpen, nextStatus, type StatusRefusal } from '../../core/case.status.ts';
import { caseStatusChanged } from '../../core/case-events.contract.ts';
import { lockCase, saveCase, standsFor } from '../case.store.ts';
import { noteOnClocks } from '../case-clocks.ts';
import { resolveCase } from './resolve-case.ts';

type Refusal = 'not_found' | 'forbidden' | 'case_merged' | 'open_case_exists' | StatusRefusal;

/** A reply went out. A bot's reply is noted but never counts as the first one. */
export async function noteAgentReply(
  tx: Tx,
  env: Env,
  input: { caseId: string; bot: boolean; nextStatus?: 'open' | 'pending' | 'on_hold' | 'resolved' },
): Promise<Result<{ id: string }, Refusal>> {
  // permit
  // Whoever may send a reply has been let in by the answering room.
  // load
  const row = await lockCase(tx, await standsFor(tx, input.caseId));
  // decide
  if (!row) return refuse('not_found');
  const next = nextStatus(row.status, 'agent_replied');
  if (!next.ok) return next;
  const wanted = input.nextStatus && input.nextStatus !== 'resolved' && isOpen(row.status) ? input.nextStatus : null;
  const chosen = wanted && wanted !== next.value ? nextStatus(next.value, actionTowards(wanted)) : next;
  if (!chosen.ok) return chosen;
  const status = input.bot && !input.nextStatus ? row.status : chosen.value;
  // save
  await saveCase(tx, row.id, { status, ...(input.bot || row.first_reply_at ? {} : { first_reply_at: env.now }) });
  await noteOnClocks(tx, env, [
    { row, event: { type: 'reply', by: input.bot ? 'bot' : 'member' } },
    ...(status !== row.status && (status === 'open' || status === 'pending' || status === 'on_hold')
      ? [{ row, event: { type: 'status' as const, to: status } }]
      : []),
  ]);
  // tell
  if (status !== row.status) {
    await tell(tx, env, caseStatusChanged, { subject: row.id, data: { from: row.status, to: status } });
  }
  if (input.nextStatus === 'resolved' && isOpen(status)) {
    const settled = { caseId: row.id, resolution: 'fixed' as const, note: null, message: null };
    // A single reporter has just been told by the reply itself; where there are more, everybody hears of it.
    return resolveCase(tx, env, { ...settled, tell: row.people + row.unknown_voices > 1 });
  }
  return ok({ id: row.id });
}
