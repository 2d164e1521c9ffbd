// Keeps how five minutes of each show were and reads them back as the room's history.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { WindowSums } from '../core/windows.ts';

/** Windows looked back upon: two hundred are about seventeen hours of shows. */
const LOOK_BACK = 200;

/** Saves finished windows of a show; one that is known already stays as it is. */
export async function saveWindows(
  tx: Tx,
  show: { roomId: string; sessionId: string },
  windows: readonly { at: number; sums: WindowSums }[],
): Promise<void> {
  if (windows.length === 0) return;
  const of = (pick: (sums: WindowSums) => number) => windows.map((one) => Math.round(pick(one.sums)));
  await tx.run(sql`
    INSERT INTO live_desk_windows (workspace_id, session_id, room_id, at, comments, commenters, orders, gmv_minor, follows)
    SELECT ${tx.workspaceId}, ${show.sessionId}, ${show.roomId}, w.at, w.comments, w.commenters, w.orders, w.gmv, w.follows
    FROM unnest(${windows.map((one) => new Date(one.at).toISOString())}::timestamptz[], ${of((one) => one.comments)}::int[],
      ${of((one) => one.commenters)}::int[], ${of((one) => one.orders)}::int[], ${of((one) => one.gmvMinor)}::bigint[],
      ${of((one) => one.follows)}::int[]) AS w(at, comments, commenters, orders, gmv, follows)
    ON CONFLICT DO NOTHING`);
}

/** Windows of the room's other shows, newest first. */
export function readWindows(tx: Tx, show: { roomId: string; sessionId: string }): Promise<WindowSums[]> {
  return tx.rows<WindowSums>(sql`
    SELECT comments, commenters, orders, gmv_minor AS "gmvMinor", follows FROM live_desk_windows
    WHERE workspace_id = ${tx.workspaceId} AND room_id = ${show.roomId} AND session_id <> ${show.sessionId}
    ORDER BY at DESC LIMIT ${LOOK_BACK}`);
}
