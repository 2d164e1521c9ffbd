// Hands out the engine each shop has made its own; a few are kept ready, the rest is put together from its weights when asked.

import sql from 'sql-template-tag';
import { keepNewest } from '../../../../kit/keep-newest.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { ShopWeights } from '../../../../text/adapt/adapt.contract.ts';
import { readShop } from '../../../../text/adapt/shop-bytes.ts';
import type { TextEngine } from '../../../../text/judge.contract.ts';
import type { EngineOfShop } from '../../judgement/server/door.ts';
import { readWeights } from './version.store.ts';

/** An engine holds buffers of some megabytes; a shop that has to wait for its own waits a few milliseconds. */
const MOST_KEPT = 8;

export interface ShopEngines extends EngineOfShop {
  readonly base: TextEngine;
  /** An engine over these weights, without keeping it. */
  make(shop: ShopWeights): Promise<TextEngine>;
}

/** @param make puts an engine together over the weights of a shop */
export function createShopEngines(input: {
  base: TextEngine;
  make: (shop: ShopWeights) => Promise<TextEngine>;
}): ShopEngines {
  const kept = new Map<string, { id: string; engine: TextEngine }>();
  return {
    base: input.base,
    make: input.make,
    async of(tx: Tx) {
      const row = await tx.maybe<{ id: string }>(sql`
        SELECT e.id FROM learning_settings s JOIN shop_engines e ON e.workspace_id = s.workspace_id AND e.id = s.active_id
        WHERE s.workspace_id = ${tx.workspaceId} AND s.is_on AND e.base = ${input.base.version}`);
      if (!row) return input.base;
      const known = kept.get(tx.workspaceId);
      if (known?.id === row.id) {
        // The most used one is the last to go.
        kept.delete(tx.workspaceId);
        kept.set(tx.workspaceId, known);
        return known.engine;
      }
      const bytes = await readWeights(tx, row.id);
      if (!bytes) return input.base;
      const engine = await input.make(readShop(bytes));
      kept.set(tx.workspaceId, { id: row.id, engine });
      keepNewest(kept, MOST_KEPT);
      return engine;
    },
  };
}
