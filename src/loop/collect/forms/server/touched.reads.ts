// Reads from recorded signals whom they happened to and with which product.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { SignalKind } from '../../signals/core/signal.contract.ts';
import type { FormContext } from '../core/form.contract.ts';
import type { TriggerEvent } from '../core/trigger.contract.ts';

/** Somebody an event happened to. */
export interface Touched {
  personId: string;
  /** What it was about: a case, an order, a show; the same person is asked once about it. */
  subject: string;
  context: FormContext;
  at: Date;
}

/** The moment each kind of signal is; the others ask nobody. */
const MOMENTS: Partial<Record<SignalKind, TriggerEvent>> = {
  order_placed: 'order_placed',
  delivered: 'order_delivered',
  refund: 'refund_done',
  return: 'return_done',
};

/** A file of last year's orders must not ask anybody about last year. */
const FRESH_DAYS = 7;

/** Known people of these signals by moment, those of the last days only. */
export async function touchedBySignals(
  tx: Tx,
  signalIds: readonly string[],
  now: Date,
): Promise<Map<TriggerEvent, Touched[]>> {
  const rows = await tx.rows<{
    id: string;
    kind: SignalKind;
    personId: string;
    order: string | null;
    at: Date;
    sku: string | null;
    product: string | null;
  }>(sql`
    SELECT s.id, s.kind, s.person_id AS "personId", s.order_hash AS "order", s.occurred_at AS at, l.sku, l.name AS product
    FROM signals_facts s
    LEFT JOIN signal_lines_facts l ON l.workspace_id = s.workspace_id AND l.signal_id = s.id
      AND l.line = (SELECT min(m.line) FROM signal_lines_facts m WHERE m.workspace_id = s.workspace_id AND m.signal_id = s.id)
    WHERE s.workspace_id = ${tx.workspaceId} AND s.id = ANY(${[...signalIds]}::text[]) AND s.person_id IS NOT NULL
      AND s.kind = ANY(${Object.keys(MOMENTS)}::text[])
      AND s.occurred_at > ${new Date(now.getTime() - FRESH_DAYS * 86_400_000)}`);
  const byMoment = new Map<TriggerEvent, Touched[]>();
  for (const row of rows) {
    const moment = MOMENTS[row.kind]!;
    const context: FormContext = {
      ...(row.sku ? { sku: row.sku.slice(0, 80) } : {}),
      ...(row.product ? { product: row.product.slice(0, 120) } : {}),
    };
    const touched = { personId: row.personId, subject: row.order ? `order_${row.order}` : row.id, context, at: row.at };
    byMoment.set(moment, [...(byMoment.get(moment) ?? []), touched]);
  }
  return byMoment;
}
