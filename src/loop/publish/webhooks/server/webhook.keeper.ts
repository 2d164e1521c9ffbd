// Drops messages to other programs that speak of a person, sent or not; what they took in before is theirs to erase.
import sql from 'sql-template-tag';
import { NO_TRACES, type PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';

const naming = (tx: Tx, personId: string, ids: readonly string[]) => sql`
  SELECT DISTINCT m.id FROM webhook_messages m, unnest(${[personId, ...ids]}::text[]) AS n(id)
  WHERE m.workspace_id = ${tx.workspaceId} AND position(n.id IN m.body) > 0`;

export const webhookKeeper: PersonKeeper<Tx> = {
  name: 'webhooks',
  async export(tx, personId, traces = NO_TRACES) {
    const rows = await tx.rows<Record<string, unknown>>(sql`
      SELECT type, body, state, created_at AS "createdAt" FROM webhook_messages
      WHERE workspace_id = ${tx.workspaceId} AND id IN (${naming(tx, personId, traces.ids)}) ORDER BY id`);
    return [{ section: 'webhook_messages', rows }];
  },
  async erase(tx, personId, _now, traces = NO_TRACES) {
    await tx.run(sql`
      DELETE FROM webhook_messages WHERE workspace_id = ${tx.workspaceId} AND id IN (${naming(tx, personId, traces.ids)})`);
    return { fileIds: [] };
  },
};
