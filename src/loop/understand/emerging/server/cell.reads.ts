// Reads the sums a sweep looks at, and the voices behind a rise.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Cell, type CellDay, daysBefore, firstDay } from '../core/cell-series.ts';

/** Cells with fewer voices in the newest four weeks are never a problem. */
const LEAST = 3;
const MOST_CELLS = 5000;

/** Days of every cell of complaints that has something in the newest four weeks. */
export function readCells(tx: Tx, last: string): Promise<CellDay[]> {
  return tx.rows<CellDay>(sql`
    WITH lively AS (
      SELECT item FROM feedback_daily_facts
      WHERE workspace_id = ${tx.workspaceId} AND kind = 'cell' AND day > ${daysBefore(last, 28)}::date AND day <= ${last}::date
        AND right(item, 3) = '|-1'
      GROUP BY item HAVING sum(voices) >= ${LEAST} ORDER BY sum(voices) DESC LIMIT ${MOST_CELLS})
    SELECT d.item::text AS item, d.day, sum(d.voices)::int AS voices FROM feedback_daily_facts d JOIN lively l ON l.item = d.item
    WHERE d.workspace_id = ${tx.workspaceId} AND d.kind = 'cell' AND d.day BETWEEN ${firstDay(last)}::date AND ${last}::date
    GROUP BY d.item, d.day`);
}

/** All voices of the shop by day. */
export function readWhole(tx: Tx, last: string): Promise<{ day: string; voices: number }[]> {
  return tx.rows(sql`
    SELECT day, sum(voices)::int AS voices FROM feedback_daily_facts
    WHERE workspace_id = ${tx.workspaceId} AND kind = 'all' AND day BETWEEN ${firstDay(last)}::date AND ${last}::date GROUP BY day`);
}

export interface CellVoice {
  id: string;
  text: string;
}

const MOST_VOICES = 200;
/** So many voices are looked through for those of the cell. */
const WITHIN = 20_000;

/** Voices of a cell in a span of days, newest first. */
export function voicesOf(tx: Tx, cell: Cell, since: string, last: string): Promise<CellVoice[]> {
  return tx.rows<CellVoice>(sql`
    WITH days AS (
      SELECT feedback_id, aspects, product_id, occurred_at FROM judgements_facts
      WHERE workspace_id = ${tx.workspaceId} AND occurred_at >= ${since}::date - 1 AND occurred_at < ${last}::date + 2
        AND day BETWEEN ${since}::date AND ${last}::date AND NOT repeats AND coalesce(product_id, '') = ${cell.productId ?? ''}
      ORDER BY occurred_at DESC LIMIT ${WITHIN})
    SELECT f.id, f.text FROM days d JOIN feedback_facts f ON f.workspace_id = ${tx.workspaceId} AND f.id = d.feedback_id
    WHERE EXISTS (SELECT FROM jsonb_array_elements(d.aspects) a WHERE a ->> 0 = ${cell.aspect} AND sign((a ->> 1)::float8) = ${cell.polarity})
    ORDER BY d.occurred_at DESC LIMIT ${MOST_VOICES}`);
}

const BACKGROUND = 800;

/** What the shop's customers usually say: the words of a rise stand out against them. */
export async function usualTexts(tx: Tx, before: string): Promise<string[]> {
  const rows = await tx.rows<{ text: string }>(sql`
    SELECT f.text FROM (SELECT feedback_id FROM judgements_facts
      WHERE workspace_id = ${tx.workspaceId} AND occurred_at < ${before}::date AND NOT repeats
      ORDER BY occurred_at DESC LIMIT ${BACKGROUND}) j
    JOIN feedback_facts f ON f.workspace_id = ${tx.workspaceId} AND f.id = j.feedback_id`);
  return rows.map((row) => row.text);
}
