// Reads a show's journal once more through the analysis and gathers its record.
import { createBreath } from '../../../../platform/ingest/breathe.ts';
import type { AnalysedProduct, Analyser } from '../../analysis/core/analyser.contract.ts';
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import { type Asker, AskerList } from '../core/asker-list.ts';
import { SecondIndex } from '../core/second-index.ts';
import { ShowCollector, type ShowHead } from '../core/show-collector.ts';
import type { ShowRecord } from '../core/show-record.contract.ts';

/** What lies in a show's record file. */
export interface KeptShow {
  record: ShowRecord;
  /** Who asked each question; never sent to a browser. */
  askers: Record<string, Asker[]>;
  /** See `SecondIndex`. */
  seconds: number[];
  events: number;
}

export type MakeAnalyser = (start: {
  roomId: string;
  sessionId: string;
  startedAt: number;
  shelf: readonly AnalysedProduct[];
}) => Analyser;

const BUCKET_MS = 10_000;

/**
 * @param events in the order of the journal
 * @param onProgress told how many events were read; answers false to stop
 * @returns null when it was stopped
 */
export async function makeRecord(
  head: Omit<ShowHead, 'bucketMs'>,
  shelf: readonly AnalysedProduct[],
  events: AsyncIterable<readonly LiveEvent[]>,
  makeAnalyser: MakeAnalyser,
  onProgress: (events: number) => Promise<boolean> = async () => true,
): Promise<KeptShow | null> {
  const { roomId, showId, startedAt } = head;
  const analyser = makeAnalyser({ roomId, sessionId: showId, startedAt, shelf });
  const collector = new ShowCollector({ ...head, bucketMs: BUCKET_MS });
  const askers = new AskerList();
  const seconds = new SecondIndex(startedAt);
  const breathe = createBreath();
  let count = 0;
  let lastSeq = 0;
  let patchAt = startedAt + BUCKET_MS;
  const takePatch = () => {
    const patch = analyser.patch();
    if (patch) collector.patch(patch);
  };
  for await (const batch of events) {
    for (const event of batch) {
      // A patch for every bucket, before the first event of the next one.
      if (event.ts >= patchAt) {
        takePatch();
        patchAt = Math.max(patchAt + BUCKET_MS, event.ts);
        await breathe();
      }
      analyser.take(event);
      collector.event(event);
      askers.take(event, analyser.verdict());
      seconds.take(event.ts, event.seq);
      lastSeq = event.seq;
      count += 1;
    }
    await breathe();
    if (!(await onProgress(count))) return null;
  }
  takePatch();
  const record = collector.record(analyser.state(), analyser.sums());
  return {
    record,
    askers: askers.of(record.groups.map((one) => one.groupId)),
    seconds: seconds.list(lastSeq),
    events: count,
  };
}
