// Does what an operator asks: the deed becomes an event of record and is acknowledged when that is on disk.
import type { Env } from '../../../../ground/env.ts';
import type { Result } from '../../../../kit/result.ts';
import type { LiveRoom } from '../../rooms/server/door.ts';
import { deedEvent } from '../core/deed-event.ts';
import type { DeskRefusal, OperatorDeed } from '../core/desk.contract.ts';

export interface Operator {
  workspaceId: string;
  id: string;
  name: string;
  mayWork: boolean;
  /** For what reaches beyond the room. */
  env: Env;
}

export type Acknowledged = { ok: true; caseId?: string } | { ok: false; reason: DeskRefusal };

/** What a case is asked for: an alarm, or a line and when it was said. */
export interface CaseMatter {
  alertId?: string | undefined;
  eventId?: string | undefined;
  at?: number | undefined;
}

/** Opens a case for an alarm or a line, or finds the one that was opened before. */
export type OpenCase = (room: LiveRoom, about: CaseMatter, env: Env) => Promise<Result<{ caseId: string }, string>>;

export interface AskedDeed {
  room: LiveRoom | null;
  /** Questions handed to the host; their groups may have left the state. */
  queued?: readonly { groupId: string }[];
  operator: Operator;
  /** Made by the browser; names the event, so that a repetition is no second one. */
  id: string;
  deed: OperatorDeed;
  openCase: OpenCase | undefined;
  now: number;
  /** Told of what went wrong inside: the operator only hears that it is not saved. */
  onFault?: ((error: unknown) => void) | undefined;
}

/** @returns whether it is done and durable, or why not; never throws */
export async function doDeed(asked: AskedDeed): Promise<Acknowledged> {
  const { room, operator, deed } = asked;
  if (!operator.mayWork) return { ok: false, reason: 'not_allowed' };
  if (!room) return { ok: false, reason: 'no_show' };
  try {
    if (deed.do === 'open_case') return await openCaseOf(asked, room, deed);
    const state = room.state();
    const event = deedEvent({
      id: asked.id,
      deed,
      by: { uid: operator.id, name: operator.name, role: 'staff' },
      now: asked.now,
      shelf: room.shelf(),
      onAir: state.onAir?.productId ?? null,
      groups: new Set([...state.groups, ...(asked.queued ?? [])].map((one) => one.groupId)),
      alerts: new Set(state.alerts.map((one) => one.alertId)),
    });
    if (typeof event === 'string') return { ok: false, reason: event };
    if (event) await room.accept([event], { source: 'desk', trust: 'own' });
    return { ok: true };
  } catch (error) {
    asked.onFault?.(error);
    return { ok: false, reason: 'not_saved' };
  }
}

async function openCaseOf(asked: AskedDeed, room: LiveRoom, about: CaseMatter): Promise<Acknowledged> {
  if (!asked.openCase || (!about.alertId && !about.eventId)) return { ok: false, reason: 'invalid' };
  const opened = await asked.openCase(room, about, asked.operator.env);
  return opened.ok ? { ok: true, caseId: opened.value.caseId } : { ok: false, reason: 'not_found' };
}
