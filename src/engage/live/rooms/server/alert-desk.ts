// Watches every room for red alarms and makes a case of each, the moment it is raised; also of those a restart interrupted.

import { systemEnv } from '../../../../ground/env.ts';
import { keepNewest } from '../../../../kit/keep-newest.ts';
import type { Gate } from '../../../../loop/collect/intake/server/door.ts';
import type { Log } from '../../../../platform/log/log.ts';
import type { LiveAlert } from '../../analysis/core/analysis.contract.ts';
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import { OWN } from './hub/shelf-event.ts';
import type { JournalReader, LiveRoom } from './hub.types.ts';
import { openAlertCase } from './verbs/open-alert-case.ts';

/** The newest words of a room are at hand; older ones are read from its journal. */
const AT_HAND = 5_000;
const TRIES = 5;

export function createAlertDesk(deps: { gate: Gate; journal: JournalReader; log: Log; now: () => Date }) {
  return {
    /** Hand to `hub.attend`. */
    attend(room: LiveRoom): () => Promise<void> {
      const recent = new Map<string, LiveEvent>();
      const begun = new Set<string>();
      let work: Promise<void> = Promise.resolve();

      async function wordsOf(alert: LiveAlert): Promise<LiveEvent[]> {
        const wanted = new Set([...alert.evidence, ...alert.samples.map((sample) => sample.eventId)]);
        const found = new Map<string, LiveEvent>();
        for (const id of wanted) {
          const event = recent.get(id);
          if (event) found.set(id, event);
        }
        if (found.size < wanted.size) {
          for await (const batch of deps.journal.read(room.workspaceId, room.sessionId))
            for (const event of batch) if (wanted.has(event.id)) found.set(event.id, event);
        }
        return [...found.values()].sort((one, other) => one.seq - other.seq);
      }

      async function open(alert: LiveAlert): Promise<void> {
        const env = systemEnv(room.db, deps.now(), 'live');
        const caseId = await openAlertCase(env, deps.gate, {
          alert,
          events: await wordsOf(alert),
          product: room.shelf().find((item) => item.productId === alert.productId) ?? null,
          room,
        });
        if (caseId === null) return;
        await room.accept(
          [
            {
              type: 'system',
              name: 'desk',
              data: { deed: 'link_case', alertId: alert.alertId, caseId },
              ts: deps.now().getTime(),
              id: `case-${alert.alertId}`,
            },
          ],
          OWN,
        );
      }

      async function openAgain(alert: LiveAlert, tries = 1): Promise<void> {
        try {
          await open(alert);
        } catch (error) {
          deps.log.error({ error, showId: room.sessionId }, 'a case of a live alarm could not be opened');
          if (tries < TRIES) await openAgain(alert, tries + 1);
          else begun.delete(alert.alertId);
        }
      }

      function look(alerts: readonly LiveAlert[]): void {
        for (const alert of alerts) {
          if (alert.level !== 'red' || alert.kind !== 'risk' || alert.caseId !== null) continue;
          if (begun.has(alert.alertId)) continue;
          begun.add(alert.alertId);
          work = work.then(() => openAgain(alert));
        }
      }

      const stops = [
        room.onEvents((events) => {
          for (const event of events) {
            if (!('text' in event)) continue;
            recent.set(event.id, event);
            keepNewest(recent, AT_HAND);
          }
        }),
        room.onPatch((patch) => look(patch.alerts?.put ?? [])),
      ];
      look(room.state().alerts);
      return async () => {
        for (const stop of stops) stop();
        await work;
      };
    },
  };
}
