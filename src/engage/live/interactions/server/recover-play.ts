// Brings an interaction to its end whose show ended without closing it, as after a crash: its journal is the truth.
import { systemEnv } from '../../../../ground/env.ts';
import type { WorkspaceDb } from '../../../../platform/database/database.ts';
import { showOf } from '../../rooms/server/door.ts';
import type { InteractionRow } from './interaction.store.ts';
import type { InteractionDeps } from './interaction-deps.ts';
import { loadPlays } from './load-plays.ts';
import type { ShowPlays } from './show-plays.ts';
import { closeInteraction } from './verbs/close-interaction.ts';
import { voidInteraction } from './verbs/void-interaction.ts';

/** A process that is ending the show right now is waited for, for as long as this. */
const ENDING_MS = 60_000;

/** @returns the plays of an ended show as its journal tells them, and whether that has come to its end; null when it is gone */
export async function playsOfJournal(
  deps: Pick<InteractionDeps, 'sealer' | 'now' | 'hub'>,
  db: WorkspaceDb,
  sessionId: string,
): Promise<{ plays: ShowPlays; isWhole: boolean } | null> {
  const plays = await loadPlays(deps, db, sessionId);
  let events = 0;
  let isWhole = false;
  for await (const batch of deps.hub.journal.read(db.workspaceId, sessionId)) {
    for (const event of batch) {
      plays.take(event);
      events += 1;
      if (event.type === 'room.end') isWhole = true;
    }
  }
  return events === 0 ? null : { plays, isWhole };
}

/** @returns when to look again; null when the interaction has come to its end */
export async function recoverPlay(
  deps: Pick<InteractionDeps, 'sealer' | 'now' | 'hub'>,
  db: WorkspaceDb,
  row: InteractionRow,
  now: Date,
): Promise<'later' | null> {
  const env = systemEnv(db, now, 'interactions');
  const show = await db.read((tx) => showOf(tx, row.sessionId));
  if (show?.state === 'live') return 'later';
  const found = show && (await playsOfJournal(deps, db, row.sessionId));
  const one = found?.plays.own(row.id);
  if (!show || !found || !one) {
    await voidInteraction(env, row.id, 'journal_gone');
    return null;
  }
  const endedAt = Date.parse(show.endedAt ?? '') || 0;
  if (!found.isWhole && now.getTime() - endedAt < ENDING_MS) return 'later';
  one.tally.freeze();
  await closeInteraction({ ...env, now: new Date(Math.min(now.getTime(), endedAt)) }, one);
  return null;
}
