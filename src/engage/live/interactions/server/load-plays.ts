// Puts the interactions of a show into memory as they stand in the database; the journal then tells who took part.
import type { WorkspaceDb } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { createDrawPlay, type DrawRow, drawsOfShow, secretOf, signerFor } from '../../draws/server/door.ts';
import { interactionsOfShow } from './interaction.reads.ts';
import type { InteractionRow, InteractionSecret } from './interaction.store.ts';
import { createShowPlays, type SavedPlays, type ShowPlays } from './show-plays.ts';

export async function loadPlays(
  deps: { sealer: Sealer; now: () => Date },
  db: WorkspaceDb,
  sessionId: string,
  saved?: SavedPlays,
): Promise<ShowPlays> {
  const plays = createShowPlays(saved?.comments);
  const { own, draws } = await db.read(async (tx) => ({
    own: await interactionsOfShow(tx, sessionId),
    draws: await drawsOfShow(tx, sessionId),
  }));
  for (const row of own) plays.addOwn(row, secretIn(row, deps.sealer), saved?.own[row.id]);
  for (const row of draws) await addDraw(deps, db, plays, row, saved?.draws[row.id]);
  return plays;
}

/** The list of a draw is needed for as long as somebody may ask for his receipt: to the end of the show. */
export async function addDraw(
  deps: { sealer: Sealer; now: () => Date },
  db: WorkspaceDb,
  plays: ShowPlays,
  row: DrawRow,
  saved?: SavedPlays['draws'][string],
): Promise<void> {
  const before = plays.draw(row.id)?.play;
  if (before) return plays.addDraw(row, before);
  const signer = await db.write((tx) => signerFor(tx, deps.sealer, deps.now()));
  plays.addDraw(row, createDrawPlay(row, secretOf(row, deps.sealer), signer, saved?.counted), saved);
}

export function secretIn(row: InteractionRow, sealer: Sealer): InteractionSecret {
  return JSON.parse(sealer.open(row.workspaceId, row.secretSealed)) as InteractionSecret;
}
