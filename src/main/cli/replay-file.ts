// Reads a recording, takes each event once and feeds it to an analyser: the whole path of a show without a store.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Analyser } from '../../engage/live/analysis/core/analyser.contract.ts';
import type { ReplaySummary } from '../../engage/live/analysis/core/replay-summary.contract.ts';
import { createAnalyser, createDeduper, idOf } from '../../engage/live/analysis/server/door.ts';
import { openRecording } from '../../engage/live/connectors/server/door.ts';
import type { RECORDING_FORMATS } from '../../engage/live/connectors/server/files/recording.types.ts';
import type { DecodedEvent, LiveEvent } from '../../engage/live/stream/core/live-event.contract.ts';
import { createEngine } from '../../text/engine.ts';
import { loadModel } from '../../text/node/load-engine.ts';
import { createShortJudge } from '../../text/short/short-judge.ts';

export interface Replayed {
  summary: ReplaySummary;
  analyser: Analyser;
  rejected: number;
}

const SOURCE = 'replay';
const ROOM = 'replay';

/** Looks on while events go by: a report is gathered by one. */
export interface Onlooker {
  before(event: LiveEvent): unknown;
  after(event: LiveEvent): void;
}

/**
 * @param speed times as fast as it was; infinite for as fast as it goes
 * @param look made with the analyser before its first event
 * @throws UnknownRecording when the file is of no known kind, and what the file system throws
 */
export async function replayFile(
  path: string,
  format: (typeof RECORDING_FORMATS)[number] | 'auto' = 'auto',
  speed: number = Number.POSITIVE_INFINITY,
  look?: (analyser: Analyser, startedAt: number) => Onlooker,
): Promise<Replayed> {
  const model = await loadModel();
  const engine = createEngine(model);
  const short = createShortJudge(model);
  // The clock starts when the words are known: a show has them in memory.
  const begun = performance.now();
  const recording = await openRecording(path, format);
  const deduper = createDeduper();
  let analyser: Analyser | null = null;
  let onlooker: Onlooker | undefined;
  let events = 0;
  let deduped = 0;
  let seq = 0;
  let first = 0;
  const make = (startedAt: number) =>
    createAnalyser({ roomId: ROOM, sessionId: path, startedAt, short, engine, shelf: [] });
  for await (const batch of recording.events) {
    for (const decoded of batch) {
      events += 1;
      const id = idOf(decoded);
      if (!deduper.take(id, decoded.ts)) {
        deduped += 1;
        continue;
      }
      if (analyser === null) {
        first = recording.meta.startedAt ?? decoded.ts;
        analyser = make(first);
        onlooker = look?.(analyser, first);
      }
      if (speed !== Number.POSITIVE_INFINITY) {
        const dueIn = (decoded.ts - first) / speed - (performance.now() - begun);
        if (dueIn > 5) await sleep(dueIn);
      }
      seq += 1;
      const event = recorded(decoded, id, path, seq);
      onlooker?.before(event);
      analyser.take(event);
      onlooker?.after(event);
    }
  }
  analyser ??= make(recording.meta.startedAt ?? 0);
  analyser.addLosses({ repeated: deduped, unread: recording.counts().rejected });
  const wallMs = performance.now() - begun;
  const { comments, merged, groups, questions, alerts, gaps } = analyser.account();
  return {
    analyser,
    rejected: recording.counts().rejected,
    summary: {
      events,
      deduped,
      comments,
      merged,
      groups,
      questions,
      alerts,
      gaps,
      wallMs: Math.round(wallMs),
      eventsPerSecond: Math.round((events / wallMs) * 1000),
      peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    },
  };
}

function recorded(decoded: DecodedEvent, id: string, sessionId: string, seq: number): LiveEvent {
  const event = decoded as LiveEvent;
  event.v = 1;
  event.id = id;
  event.source = SOURCE;
  event.roomId = ROOM;
  event.sessionId = sessionId;
  event.rts = decoded.ts;
  event.seq = seq;
  event.trust = 'imported';
  return event;
}
