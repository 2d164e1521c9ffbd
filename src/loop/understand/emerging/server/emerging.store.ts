// Keeps what rises, what was dismissed and what is over.
import sql from 'sql-template-tag';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Cell } from '../core/cell-series.ts';
import type { EmergingView } from '../core/emerging.contract.ts';

export interface EmergingRow extends Cell {
  id: string;
  state: EmergingView['state'];
  since: string;
  lastDay: string;
  observed: number;
  expected: number;
  p: number;
  falseAYear: number;
  phrases: string[];
  voiceId: string | null;
  sampleIds: string[];
  foundAt: Date;
  seenOn: string;
  endedAt: Date | null;
  endedBy: string | null;
  reason: string | null;
}

export const EMERGING_COLUMNS = sql`id, state, nullif(product_id, '') AS "productId", aspect, polarity, since, last_day AS "lastDay", observed,
  expected, p, false_a_year AS "falseAYear", phrases, voice_id AS "voiceId", sample_ids AS "sampleIds", found_at AS "foundAt",
  seen_on AS "seenOn", ended_at AS "endedAt", ended_by AS "endedBy", reason`;

export function lockEmerging(tx: Tx, id: string): Promise<EmergingRow | undefined> {
  return tx.maybe<EmergingRow>(sql`
    SELECT ${EMERGING_COLUMNS} FROM emerging_problems WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`);
}

/** What rises now, and what was dismissed since a day: both are not to be found anew. */
export function readKnown(tx: Tx, dismissedSince: Date): Promise<EmergingRow[]> {
  return tx.rows<EmergingRow>(sql`
    SELECT ${EMERGING_COLUMNS} FROM emerging_problems
    WHERE workspace_id = ${tx.workspaceId} AND (state = 'rising' OR (state = 'dismissed' AND ended_at >= ${dismissedSince}))`);
}

export type FoundRise = Omit<EmergingRow, 'id' | 'state' | 'foundAt' | 'endedAt' | 'endedBy' | 'reason'>;

/** Adds a rise. @returns its id */
export async function insertEmerging(tx: Tx, rise: FoundRise, now: Date): Promise<string> {
  const id = newId('emg');
  await tx.run(sql`
    INSERT INTO emerging_problems (id, workspace_id, product_id, aspect, polarity, state, since, last_day, observed, expected, p,
      false_a_year, phrases, voice_id, sample_ids, found_at, seen_on)
    VALUES (${id}, ${tx.workspaceId}, ${rise.productId ?? ''}, ${rise.aspect}, ${rise.polarity}, 'rising', ${rise.since}::date,
      ${rise.lastDay}::date, ${rise.observed}, ${rise.expected}, ${rise.p}, ${rise.falseAYear}, ${JSON.stringify(rise.phrases)}::jsonb,
      ${rise.voiceId}, ${JSON.stringify(rise.sampleIds)}::jsonb, ${now}, ${rise.seenOn}::date)`);
  return id;
}

/** The same rise a day later: its first day stays. */
export async function refreshEmerging(tx: Tx, id: string, rise: FoundRise): Promise<void> {
  await tx.run(sql`
    UPDATE emerging_problems SET since = least(since, ${rise.since}::date), last_day = ${rise.lastDay}::date, observed = ${rise.observed},
      expected = ${rise.expected}, p = ${rise.p}, false_a_year = ${rise.falseAYear}, phrases = ${JSON.stringify(rise.phrases)}::jsonb,
      voice_id = ${rise.voiceId}, sample_ids = ${JSON.stringify(rise.sampleIds)}::jsonb, seen_on = ${rise.seenOn}::date
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function saveState(
  tx: Tx,
  id: string,
  to: Pick<EmergingRow, 'state' | 'endedAt' | 'endedBy' | 'reason'>,
): Promise<void> {
  await tx.run(sql`
    UPDATE emerging_problems SET state = ${to.state}, ended_at = ${to.endedAt}, ended_by = ${to.endedBy}, reason = ${to.reason}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

/** Takes the turn of a day. @returns false when it was looked at already */
export async function takeTurn(tx: Tx, day: string): Promise<boolean> {
  const taken = await tx.run(sql`
    INSERT INTO emerging_sweeps AS s (workspace_id, swept_on) VALUES (${tx.workspaceId}, ${day}::date)
    ON CONFLICT (workspace_id) DO UPDATE SET swept_on = excluded.swept_on WHERE s.swept_on < excluded.swept_on`);
  return taken > 0;
}

/** Whether the same cell was found anew meanwhile. */
export async function hasRising(tx: Tx, cell: Cell): Promise<boolean> {
  const row = await tx.maybe(sql`
    SELECT 1 AS one FROM emerging_problems
    WHERE workspace_id = ${tx.workspaceId} AND product_id = ${cell.productId ?? ''} AND aspect = ${cell.aspect}
      AND polarity = ${cell.polarity} AND state = 'rising'`);
  return row !== undefined;
}
