// Opens a case from the desk: an alarm with its evidence, or one line with what the room knew of it.
import { ok, refuse } from '../../../../kit/result.ts';
import type { Gate } from '../../../../loop/collect/intake/server/door.ts';
import type { LiveAlert, RoomLine } from '../../analysis/core/analysis.contract.ts';
import { type LiveHub, type LiveRoom, openAlertCase } from '../../rooms/server/door.ts';
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import type { OpenCase } from './do-deed.ts';

/** @returns how the desk opens cases */
export function caseOpener(deps: { gate: Gate; hub: LiveHub; now(): number }): OpenCase {
  return async (room, about, env) => {
    const state = room.state();
    const line = state.lines.find((one) => one.eventId === about.eventId);
    const alert = about.alertId
      ? state.alerts.find((one) => one.alertId === about.alertId)
      : about.eventId
        ? alarmOfLine(about.eventId, line, about.at ?? deps.now())
        : undefined;
    if (!alert) return refuse('not_found');
    if (alert.caseId) return ok({ caseId: alert.caseId });
    const caseId = await openAlertCase(env, deps.gate, {
      alert,
      events: await wordsOf(deps.hub, room, alert),
      product: room.shelf().find((item) => item.productId === alert.productId) ?? null,
      room,
    });
    if (caseId === null) return refuse('not_found');
    if (about.alertId)
      await room.accept(
        [
          {
            type: 'system',
            name: 'desk',
            data: { deed: 'link_case', alertId: alert.alertId, caseId },
            ts: deps.now(),
            id: `case-${alert.alertId}`,
          },
        ],
        { source: 'desk', trust: 'own' },
      );
    return ok({ caseId });
  };
}

/** One line as the smallest alarm there is. */
function alarmOfLine(eventId: string, line: RoomLine | undefined, saidAt: number): LiveAlert {
  const at = line?.firstAt ?? saidAt;
  return {
    alertId: `line-${eventId}`,
    kind: 'complaint',
    level: 'amber',
    class: line?.class ?? null,
    word: null,
    productId: line?.productId ?? null,
    since: at,
    lastAt: line?.lastAt ?? at,
    raisedAt: at,
    people: line?.people ?? 1,
    count: line?.count ?? 1,
    z: null,
    reasons: [],
    samples: line ? [{ eventId, text: line.text, name: line.name, at }] : [],
    evidence: [eventId],
    price: null,
    state: 'open',
    caseId: null,
  };
}

/** What was said, read from the journal: masked there already. */
async function wordsOf(hub: LiveHub, room: LiveRoom, alert: LiveAlert): Promise<LiveEvent[]> {
  const wanted = new Set([...alert.evidence, ...alert.samples.map((sample) => sample.eventId)]);
  return hub.journal.find(room.workspaceId, room.sessionId, wanted, { from: alert.since, to: alert.lastAt });
}
