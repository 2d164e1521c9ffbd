// Reads the journal a killed room left behind and holds it against what was acknowledged: nothing missing, nothing twice.
import path from 'node:path';
import sql from 'sql-template-tag';
import { createJournalReader } from '../src/engage/live/rooms/server/journal/read-journal.ts';
import { openDatabase } from '../src/platform/database/database.ts';
import { createFileStore } from '../src/platform/files/file.store.ts';
import { openPlace } from '../src/platform/store/open-store.ts';
import type { Load } from './live-kill-load.ts';

export interface JournalCount {
  events: number;
  comments: number;
  gaps: number;
  holes: number;
  doubledIds: number;
  lostEvents: number;
  lostEntries: number;
  /** Distinct people of all interactions together. */
  people: number;
}

/** The server must have stopped. */
export async function countJournal(dataDir: string, showId: string, load: Load, roomId: string): Promise<JournalCount> {
  const place = await openPlace({ dataDir });
  const database = await openDatabase({ url: place.ownerUrl });
  try {
    const rows = await database.machine.rows<{ id: string }>(sql`SELECT workspace_id AS id FROM live_shows`);
    const reader = createJournalReader({ database, files: createFileStore(path.join(dataDir, 'files')), dataDir });
    const ids = new Map<string, number>();
    const people = new Set<string>();
    const count = { events: 0, comments: 0, gaps: 0, holes: 0 };
    for await (const events of reader.read(rows[0]!.id, showId)) {
      for (const event of events) {
        ids.set(event.id, (ids.get(event.id) ?? 0) + 1);
        if (event.seq !== count.events + 1) count.holes += 1;
        count.events = event.seq;
        if (event.type === 'comment') count.comments += 1;
        if (event.type === 'room.gap' && event.cause === 'restart') count.gaps += 1;
        // What came after the close of a bag stands in the journal too, and counts for nobody.
        if (event.type === 'interaction.entry' && event.user?.uid)
          people.add(`${event.interactionId} ${event.user.uid}`);
      }
    }
    const idOf = (one: Load['entries'][number]) => `own:${roomId}:${one.interactionId}:${one.uid}:${one.name}`;
    return {
      ...count,
      doubledIds: [...ids.values()].filter((times) => times > 1).length,
      lostEvents: [...load.events].filter((id) => !ids.has(id)).length,
      lostEntries: load.entries.filter((one) => !ids.has(idOf(one))).length,
      people: people.size,
    };
  } finally {
    await database.close();
    await place.stop();
  }
}
