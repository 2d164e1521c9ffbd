// Hands out what a person said in live rooms as far as the shop knows him, and takes him out of their journals.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { enqueueJobs } from '../../../../platform/jobs/job.store.ts';
import { type JournalPlace, readBatches } from './journal/read-journal.ts';

export const FORGET_JOB = 'live.forget';

export interface ForgetPayload {
  showId: string;
  uids: string[];
}

async function seenOf(tx: Tx, personId: string): Promise<Map<string, { title: string; at: Date; uids: string[] }>> {
  const rows = await tx.rows<{ uid: string; show_id: string; title: string; started_at: Date }>(sql`
    SELECT k.uid, k.show_id, s.title, s.started_at
    FROM live_known_people k JOIN live_shows s ON s.workspace_id = k.workspace_id AND s.id = k.show_id
    WHERE k.workspace_id = ${tx.workspaceId} AND k.person_id = ${personId} ORDER BY s.started_at`);
  const seen = new Map<string, { title: string; at: Date; uids: string[] }>();
  for (const row of rows) {
    const show = seen.get(row.show_id) ?? { title: row.title, at: row.started_at, uids: [] };
    show.uids.push(row.uid);
    seen.set(row.show_id, show);
  }
  return seen;
}

/**
 * Journals know viewers only by keyed hashes; who became a known person stands in `live_known_people`. What is cut out of the
 * journals is cut by a job, since files are no part of a transaction: the names in these tables go at once.
 * @param place null where journals cannot be read; then the shows are named without what was said in them
 */
export function liveKeeper(place: JournalPlace | null): PersonKeeper<Tx> {
  return {
    name: 'live_rooms',
    async export(tx, personId) {
      const seen = await seenOf(tx, personId);
      const rows: Record<string, unknown>[] = [];
      for (const [showId, show] of seen) {
        const uids = new Set(show.uids);
        rows.push({ showId, show: show.title, startedAt: show.at.toISOString() });
        if (!place) continue;
        for await (const { events } of readBatches(place, tx.workspaceId, showId))
          for (const event of events)
            if (event.user?.uid && uids.has(event.user.uid))
              rows.push({
                showId,
                at: new Date(event.ts).toISOString(),
                type: event.type,
                ...(event.user.name ? { name: event.user.name } : {}),
                ...('text' in event && event.text ? { text: event.text } : {}),
                ...('answer' in event && event.answer ? { answer: event.answer } : {}),
                ...('choice' in event && event.choice ? { choice: event.choice } : {}),
              });
      }
      return rows.length === 0 ? [] : [{ section: 'live_rooms', rows }];
    },
    async erase(tx, personId, now) {
      const seen = await seenOf(tx, personId);
      await enqueueJobs(
        tx,
        [...seen].map(([showId, { uids }]) => ({
          kind: FORGET_JOB,
          payload: { showId, uids } satisfies ForgetPayload,
          runAt: now,
          maxAttempts: 20,
        })),
        now,
      );
      await tx.run(
        sql`DELETE FROM live_known_people WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`,
      );
      return { fileIds: [] };
    },
  };
}
