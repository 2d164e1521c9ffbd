// Writes signals, their lines, their orders and the sums of the day.
import sql, { join, raw } from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { DAILY_COLUMNS, type DailySum } from '../core/daily-count.ts';
import type { SignalKind } from '../core/signal.contract.ts';

export interface NewSignal {
  id: string;
  source: string;
  externalId: string;
  kind: SignalKind;
  occurredAt: Date;
  personId: string | null;
  orderHash: string | null;
  orderHint: string | null;
  amountMinor: number | null;
  currency: string | null;
  reason: string | null;
  forSize: boolean;
  meta: string;
}

export interface NewLine {
  signalId: string;
  line: number;
  productId: string | null;
  sku: string | null;
  name: string | null;
  qty: number;
  amountMinor: number | null;
  currency: string | null;
  size: string | null;
  sizeTo: string | null;
}

/** Which of these (source, external id) pairs are recorded already. */
export async function findKnownSignals(
  tx: Tx,
  pairs: readonly { source: string; externalId: string }[],
): Promise<{ id: string; source: string; externalId: string }[]> {
  if (pairs.length === 0) return [];
  return tx.rows(sql`
    SELECT s.id, s.source, s.external_id AS "externalId" FROM signals s
    JOIN unnest(${pairs.map((pair) => pair.source)}::text[], ${pairs.map((pair) => pair.externalId)}::text[]) AS p(source, external_id)
      ON s.source = p.source AND s.external_id = p.external_id
    WHERE s.workspace_id = ${tx.workspaceId}`);
}

/** Saves signals; one that lost a race to an equal (source, external id) is not among the answered. @returns id → local day */
export async function insertSignals(tx: Tx, signals: readonly NewSignal[], now: Date): Promise<Map<string, string>> {
  const ordered = [...signals].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const column = <T>(pick: (signal: NewSignal) => T) => ordered.map(pick);
  const saved = await tx.rows<{ id: string; day: string }>(sql`
    INSERT INTO signals (id, workspace_id, source, external_id, kind, occurred_at, received_at, day, person_id, order_hash, order_hint,
      amount_minor, currency, reason, for_size, meta)
    SELECT n.id, ${tx.workspaceId}, n.source, n.external_id, n.kind, n.occurred_at, ${now},
      (n.occurred_at AT TIME ZONE w.time_zone)::date, n.person_id, n.order_hash, n.order_hint, n.amount_minor, n.currency, n.reason,
      n.for_size, n.meta::jsonb
    FROM unnest(${column((s) => s.id)}::text[], ${column((s) => s.source)}::text[], ${column((s) => s.externalId)}::text[],
      ${column((s) => s.kind)}::text[], ${column((s) => s.occurredAt)}::timestamptz[], ${column((s) => s.personId)}::text[],
      ${column((s) => s.orderHash)}::text[], ${column((s) => s.orderHint)}::text[], ${column((s) => s.amountMinor)}::bigint[],
      ${column((s) => s.currency)}::text[], ${column((s) => s.reason)}::text[], ${column((s) => s.forSize)}::boolean[],
      ${column((s) => s.meta)}::text[]
    ) AS n(id, source, external_id, kind, occurred_at, person_id, order_hash, order_hint, amount_minor, currency, reason, for_size, meta)
    CROSS JOIN (SELECT time_zone FROM workspaces_facts WHERE workspace_id = ${tx.workspaceId}) AS w
    ON CONFLICT (workspace_id, source, external_id) DO NOTHING
    RETURNING id, day`);
  return new Map(saved.map((row) => [row.id, row.day]));
}

export const keyOf = (signal: { source: string; externalId: string }) => `${signal.source}\n${signal.externalId}`;

export async function insertLines(tx: Tx, lines: readonly NewLine[]): Promise<void> {
  if (lines.length === 0) return;
  const column = <T>(pick: (line: NewLine) => T) => lines.map(pick);
  await tx.run(sql`
    INSERT INTO signal_lines (workspace_id, signal_id, line, product_id, sku, name, qty, amount_minor, currency, size, size_to)
    SELECT ${tx.workspaceId}, n.* FROM unnest(${column((l) => l.signalId)}::text[], ${column((l) => l.line)}::int[],
      ${column((l) => l.productId)}::text[], ${column((l) => l.sku)}::text[], ${column((l) => l.name)}::text[],
      ${column((l) => l.qty)}::int[], ${column((l) => l.amountMinor)}::bigint[], ${column((l) => l.currency)}::text[],
      ${column((l) => l.size)}::text[], ${column((l) => l.sizeTo)}::text[])
      AS n(signal_id, line, product_id, sku, name, qty, amount_minor, currency, size, size_to)`);
}

/** Adds to the sums of the day. */
export async function addDaily(tx: Tx, sums: readonly DailySum[]): Promise<void> {
  if (sums.length === 0) return;
  const names = join(DAILY_COLUMNS.map((name) => raw(name)));
  const arrays = join(DAILY_COLUMNS.map((name) => sql`${sums.map((sum) => sum.counts[name] ?? 0)}::bigint[]`));
  const adding = join(DAILY_COLUMNS.map((name) => raw(`${name} = signal_daily.${name} + excluded.${name}`)));
  await tx.run(sql`
    INSERT INTO signal_daily (workspace_id, day, product_id, ${names})
    SELECT ${tx.workspaceId}, n.* FROM unnest(${sums.map((sum) => sum.day)}::date[], ${sums.map((sum) => sum.productId)}::text[], ${arrays})
      AS n(day, product_id, ${names})
    ON CONFLICT (workspace_id, day, product_id) DO UPDATE SET ${adding}`);
}

/** Keeps who delivers how much. */
export async function addSourceDays(
  tx: Tx,
  rows: readonly { source: string; day: string; lastAt: Date }[],
): Promise<void> {
  await tx.run(sql`
    INSERT INTO signal_source_days (workspace_id, source, day, signals, last_at)
    SELECT ${tx.workspaceId}, n.source, n.day, count(*), max(n.last_at)
    FROM unnest(${rows.map((row) => row.source)}::text[], ${rows.map((row) => row.day)}::date[],
      ${rows.map((row) => row.lastAt)}::timestamptz[]) AS n(source, day, last_at)
    GROUP BY n.source, n.day ORDER BY n.source, n.day
    ON CONFLICT (workspace_id, source, day) DO UPDATE SET signals = signal_source_days.signals + excluded.signals,
      last_at = greatest(signal_source_days.last_at, excluded.last_at)`);
}
