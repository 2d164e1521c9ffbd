// Replaces the shelf of a room; what is named only in words becomes a product of the catalog.

import { findOrCreateProducts } from '../../../../../ground/catalog/server/door.ts';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { ShelfProduct } from '../../core/room.contract.ts';
import { liveShelfSaved } from '../../core/room-events.contract.ts';
import { firstDouble } from '../../core/shelf.ts';
import type { LiveHub } from '../hub.types.ts';
import { knownProducts, readShelf } from '../room.reads.ts';
import { lockRoom, replaceShelf } from '../room.store.ts';

export type ShelfDraft = Omit<ShelfProduct, 'productId' | 'sku' | 'stock' | 'listPrice'> &
  Partial<Pick<ShelfProduct, 'productId' | 'sku' | 'stock' | 'listPrice'>>;

export async function saveShelf(
  env: Env,
  hub: LiveHub,
  input: { roomId: string; items: readonly ShelfDraft[] },
): Promise<Result<{ shelf: ShelfProduct[] }, 'forbidden' | 'not_found' | 'index_taken'>> {
  // permit
  if (!may(env.actor, 'live.work')) return refuse('forbidden');
  const done = await env.db.write(async (tx) => {
    // load
    const room = await lockRoom(tx, input.roomId);
    // decide
    if (!room) return refuse('not_found');
    const double = firstDouble(input.items.map((item) => item.index));
    if (double !== null) return refuse('index_taken', [{ path: `items.${double}.index`, code: 'index_taken' }]);
    const items = await joined(tx, input.items, env.now);
    // save
    await replaceShelf(tx, room.id, items);
    // tell
    await tell(tx, env, liveShelfSaved, { subject: room.id, data: { products: items.length } });
    return ok({ shelf: await readShelf(tx, room.id) });
  });
  if (done.ok) await hub.refresh(env.workspace, input.roomId);
  return done;
}

/** A product id of ours stays; everything else is found or made by stock code, else by name. */
async function joined(tx: Tx, items: readonly ShelfDraft[], now: Date): Promise<ShelfProduct[]> {
  const known = await knownProducts(
    tx,
    items.flatMap((item) => item.productId ?? []),
  );
  const hints = items.map((item) =>
    item.productId && known.has(item.productId) ? undefined : { sku: item.sku ?? undefined, name: item.title },
  );
  const found = await findOrCreateProducts(tx, hints, now);
  return items.map((item, at) => ({
    ...item,
    productId: found[at] ?? item.productId!,
    sku: item.sku ?? null,
    stock: item.stock ?? null,
    listPrice: item.listPrice ?? null,
  }));
}
