// What signals themselves complete is noticed at once: the second exchange for size, the third cart left behind.
import sql from 'sql-template-tag';
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import type { Gate } from '../../../collect/intake/server/door.ts';
import { signalReceived } from '../../../collect/signals/core/signal-events.contract.ts';
import { envInside } from './inside.ts';
import { runRule } from './run-rules.ts';

export function latentReactions(gate: Gate): Reaction[] {
  return [
    {
      name: 'latent.notice_repeats',
      on: [signalReceived.type],
      most: 20,
      async run({ tx, events, now }) {
        const on = await tx.rows<{ key: 'size_exchange' | 'cart_leave' }>(sql`
          SELECT key FROM latent_rules WHERE workspace_id = ${tx.workspaceId} AND is_on AND key IN ('size_exchange', 'cart_leave')`);
        if (on.length === 0) return;
        const ids = events.flatMap((event) => signalReceived.data.parse(event.data).signalIds);
        const people = await tx.rows<{ person_id: string }>(sql`
          SELECT DISTINCT person_id FROM signals_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${ids}::text[])
            AND person_id IS NOT NULL AND (for_size OR kind = 'add_to_cart')`);
        if (people.length === 0) return;
        const env = envInside(tx, now, 'latent');
        for (const { key } of on) {
          await runRule(
            tx,
            env,
            gate,
            key,
            people.map((row) => row.person_id),
          );
        }
      },
    },
  ];
}
