// Knows the products of a room by every name they have, and learns the platform's names as its lists come in.
import { findOrCreateProducts } from '../../../../../ground/catalog/server/door.ts';
import type { WorkspaceDb } from '../../../../../platform/database/database.ts';
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import { type ProductFinder, unknownItems } from '../../core/product-join.ts';
import type { ShelfProduct } from '../../core/room.contract.ts';
import { saveProductNames } from '../room.store.ts';

export interface ProductBook {
  finder(source: string): ProductFinder;
  /** Makes products of ours for what a platform's list names and nobody knows. */
  learn(events: readonly DecodedEvent[], source: string): Promise<void>;
  setShelf(shelf: readonly ShelfProduct[]): void;
}

/** @param names platform ids by `source\nid` */
export function createProductBook(options: {
  db: WorkspaceDb;
  names: Map<string, string>;
  shelf: readonly ShelfProduct[];
  now: () => Date;
}): ProductBook {
  const { db, names, now } = options;
  let byKey = keysOf(options.shelf);

  const finder =
    (source: string): ProductFinder =>
    ({ platformId, sku, title, index }) => {
      if (platformId !== undefined) {
        const found =
          byKey.get(`id ${platformId}`) ?? names.get(`${source}\n${platformId}`) ?? byKey.get(`sku ${platformId}`);
        if (found !== undefined) return found;
      }
      if (sku !== undefined && byKey.has(`sku ${sku}`)) return byKey.get(`sku ${sku}`);
      if (title !== undefined && byKey.has(`title ${title}`)) return byKey.get(`title ${title}`);
      return platformId === undefined && index !== undefined ? byKey.get(`index ${index}`) : undefined;
    };

  return {
    finder,
    setShelf(shelf) {
      byKey = keysOf(shelf);
    },
    async learn(events, source) {
      const items = [
        ...new Map(
          events.flatMap((event) => unknownItems(event, finder(source))).map((item) => [item.productId, item]),
        ).values(),
      ];
      if (items.length === 0) return;
      const learned = await db.write(async (tx) => {
        const hints = items.map((item) => ({ sku: item.hint?.sku, name: item.hint?.name ?? item.title }));
        const ids = await findOrCreateProducts(tx, hints, now());
        const found = items.flatMap((item, at) => {
          const productId = ids[at];
          return productId ? [{ platformId: item.productId, productId }] : [];
        });
        await saveProductNames(tx, source, found);
        return found;
      });
      for (const { platformId, productId } of learned) names.set(`${source}\n${platformId}`, productId);
    },
  };
}

function keysOf(shelf: readonly ShelfProduct[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const item of shelf) {
    keys.set(`id ${item.productId}`, item.productId);
    keys.set(`index ${item.index}`, item.productId);
    keys.set(`title ${item.title}`, item.productId);
    for (const alias of item.aliases) keys.set(`title ${alias}`, item.productId);
    if (item.sku) keys.set(`sku ${item.sku}`, item.productId);
  }
  return keys;
}
