// What signals keep of a customer, for his export and his erasure.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';

const MOST = 20_000;

/** Erasing keeps the counted event (a day's sum must not change) without anything that leads to the person or his order. */
export const signalKeeper: PersonKeeper<Tx> = {
  name: 'signals',
  async export(tx, personId) {
    const rows = await tx.rows<Record<string, unknown>>(sql`
      SELECT s.kind, s.occurred_at AS "occurredAt", s.source, s.order_hint AS "orderNo", s.amount_minor AS "amountMinor", s.currency, s.reason,
        (SELECT jsonb_agg(jsonb_build_object('sku', l.sku, 'name', l.name, 'qty', l.qty, 'size', l.size, 'sizeTo', l.size_to) ORDER BY l.line)
          FROM signal_lines l WHERE l.workspace_id = s.workspace_id AND l.signal_id = s.id) AS lines
      FROM signals s WHERE s.workspace_id = ${tx.workspaceId} AND s.person_id = ${personId}
      ORDER BY s.occurred_at DESC LIMIT ${MOST}`);
    return rows.length > 0 ? [{ section: 'signals', rows }] : [];
  },
  async erase(tx, personId) {
    await tx.run(sql`
      DELETE FROM signal_order_aliases a USING signal_orders o
      WHERE a.workspace_id = ${tx.workspaceId} AND o.workspace_id = a.workspace_id AND o.order_hash = a.order_hash
        AND o.person_id = ${personId}`);
    await tx.run(sql`DELETE FROM signal_orders WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`);
    await tx.run(sql`
      UPDATE signals SET person_id = NULL, order_hash = NULL, order_hint = NULL, reason = NULL, meta = '{}',
        external_id = 'erased:' || id
      WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`);
    return { fileIds: [] };
  },
};
