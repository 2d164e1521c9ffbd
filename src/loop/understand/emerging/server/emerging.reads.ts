// Reads rises with the words of the voices behind them.
import sql, { empty } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { EmergingView } from '../core/emerging.contract.ts';
import { EMERGING_COLUMNS, type EmergingRow } from './emerging.store.ts';

const SHOWN = 4;

async function viewsOf(tx: Tx, rows: readonly EmergingRow[]): Promise<EmergingView[]> {
  if (rows.length === 0) return [];
  const shown = (row: EmergingRow) =>
    [...new Set([...(row.voiceId ? [row.voiceId] : []), ...row.sampleIds])].slice(0, SHOWN);
  const [voices, products] = await Promise.all([
    tx.rows<{ id: string; text: string; occurredAt: Date }>(sql`
      SELECT id, left(text, 400) AS text, occurred_at AS "occurredAt" FROM feedback_facts
      WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${rows.flatMap(shown)}::text[]) AND text <> ''`),
    tx.rows<{ id: string; name: string }>(sql`
      SELECT id, name FROM products_facts
      WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${rows.flatMap((row) => row.productId ?? [])}::text[])`),
  ]);
  const voiceOf = new Map(voices.map((voice) => [voice.id, voice]));
  const nameOf = new Map(products.map((product) => [product.id, product.name]));
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    product: row.productId ? { id: row.productId, name: nameOf.get(row.productId) ?? '' } : null,
    aspect: row.aspect,
    polarity: row.polarity,
    since: row.since,
    lastDay: row.lastDay,
    observed: row.observed,
    expected: Math.round(row.expected * 10) / 10,
    falseAYear: row.falseAYear,
    phrases: row.phrases,
    title: (row.voiceId && voiceOf.get(row.voiceId)?.text) || null,
    samples: shown(row).flatMap((id) => {
      const voice = voiceOf.get(id);
      return voice ? [{ ...voice, occurredAt: voice.occurredAt.toISOString() }] : [];
    }),
    feedbackIds: row.sampleIds,
    foundAt: row.foundAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    endedBy: row.endedBy,
    reason: row.reason,
  }));
}

export async function readEmerging(tx: Tx, id: string): Promise<EmergingView | undefined> {
  const rows = await tx.rows<EmergingRow>(
    sql`SELECT ${EMERGING_COLUMNS} FROM emerging_problems WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`,
  );
  return (await viewsOf(tx, rows))[0];
}

/** Newest first. */
export async function listEmerging(
  tx: Tx,
  query: { state: EmergingView['state']; cursor?: string | undefined; limit: number },
): Promise<Page<EmergingView>> {
  const after = decodeCursor(query.cursor, 1)?.[0] ?? null;
  const rows = await tx.rows<EmergingRow>(sql`
    SELECT ${EMERGING_COLUMNS} FROM emerging_problems
    WHERE workspace_id = ${tx.workspaceId} AND state = ${query.state} ${after === null ? empty : sql`AND id < ${String(after)}`}
    ORDER BY id DESC LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => [row.id]);
  return { items: await viewsOf(tx, page.items), nextCursor: page.nextCursor };
}
