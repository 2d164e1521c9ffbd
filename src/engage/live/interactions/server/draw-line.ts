// Stands between draws and the rooms: tells a room that a draw opened or went on, and gives back the frozen list.
import sql from 'sql-template-tag';
import type { DrawLine, DrawRow } from '../../draws/server/door.ts';
import { MOST_FROM_NETWORK } from '../core/network-rule.ts';
import type { InteractionDeps } from './interaction-deps.ts';
import { addDraw } from './load-plays.ts';
import { playsOfJournal } from './recover-play.ts';
import { interactionsIn } from './rooms-open.ts';

export function createDrawLine(deps: InteractionDeps): DrawLine {
  const roomOf = (row: DrawRow) => {
    const one = interactionsIn(row.workspaceId, row.roomId);
    return one?.room.sessionId === row.sessionId ? one : null;
  };

  /** After a crash at the very end of a show: its journal is the truth. */
  async function fromJournal(row: DrawRow) {
    const db = deps.database.workspace(row.workspaceId);
    const ended = await db.read((tx) =>
      tx.maybe(sql`
        SELECT id FROM live_shows_facts
        WHERE workspace_id = ${tx.workspaceId} AND id = ${row.sessionId!} AND state = 'ended' AND journal_gone_at IS NULL`),
    );
    if (!ended) return null;
    const found = await playsOfJournal(deps, db, row.sessionId!);
    if (!found) return null;
    const { plays } = found;
    const play = plays.draw(row.id)?.play;
    play?.freeze();
    return play ? { list: play.frozen(), comments: plays.lastComments() } : null;
  }

  return {
    perNetworkAndMinute: MOST_FROM_NETWORK,
    show(workspaceId, roomId) {
      const room = interactionsIn(workspaceId, roomId)?.room;
      return room ? { sessionId: room.sessionId, uidOf: (source, uid) => room.uidOf(source, uid) } : null;
    },
    async opened(row) {
      const one = roomOf(row);
      if (!one) return;
      await addDraw(deps, one.room.db, one.plays, row);
      const { rulesHash, commitment } = row.records!.opened;
      await one.say({
        type: 'interaction.open',
        id: `open-${row.id}`,
        ts: Date.parse(row.rules!.opensAt),
        interactionId: row.id,
        kind: 'lottery',
        rulesHash,
        commitment,
      });
      one.changed();
    },
    async freeze(row) {
      const one = roomOf(row);
      const play = one?.plays.draw(row.id)?.play;
      if (!one || !play) return fromJournal(row);
      await one.drained();
      const ts = deps.now().getTime();
      await one.say({ type: 'interaction.close', id: `close-${row.id}`, ts, interactionId: row.id, kind: 'lottery' });
      play.freeze();
      return { list: play.frozen(), comments: one.plays.lastComments() };
    },
    async changed(row) {
      const one = roomOf(row);
      if (!one?.plays.draw(row.id)) return;
      await addDraw(deps, one.room.db, one.plays, row);
      one.changed();
      if (row.state === 'draft' || row.state === 'open') return;
      const people = one.plays.draw(row.id)?.play?.list.count ?? 0;
      const claims = row.records?.outcome?.claims.length ?? 0;
      await one.say({
        type: row.state === 'final' ? 'interaction.result' : 'interaction.update',
        id: `${row.state}-${row.id}-${claims}`,
        ts: deps.now().getTime(),
        interactionId: row.id,
        kind: 'lottery',
        state: row.state,
        tallies: { people },
        ...(row.records?.revealed ? { resultHash: row.records.revealed.seed } : {}),
      });
    },
  };
}
