// Reads a show's journal once more through the analysis and gathers its record.
import { createBreath } from '../../../../platform/ingest/breathe.ts';
import type { AnalysedProduct, Analyser } from '../../analysis/core/analyser.contract.ts';
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import { type KeptShow, RecordBuilder } from '../core/record-builder.ts';
import type { ShowHead } from '../core/show-collector.ts';

export type MakeAnalyser = (start: {
  roomId: string;
  sessionId: string;
  startedAt: number;
  shelf: readonly AnalysedProduct[];
}) => Analyser;

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
  const builder = new RecordBuilder(head, analyser);
  const breathe = createBreath();
  let count = 0;
  for await (const batch of events) {
    for (const event of batch) {
      if (builder.before(event)) await breathe();
      analyser.take(event);
      builder.after(event);
    }
    count += batch.length;
    await breathe();
    if (!(await onProgress(count))) return null;
  }
  return builder.finish();
}
