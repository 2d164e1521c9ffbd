// Puts a product of the shelf on air, or takes the one on air off.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { OWN } from '../hub/shelf-event.ts';
import type { LiveHub } from '../hub.types.ts';
import { readRoom } from '../room.reads.ts';

/** Saved in the journal of the show, whose line is the event: nothing of it stands in the database. */
export async function pinProduct(
  env: Env,
  hub: LiveHub,
  input: { roomId: string; productId: string | null },
): Promise<
  Result<{ productId: string | null }, 'forbidden' | 'not_found' | 'no_show' | 'room_elsewhere' | 'unknown_product'>
> {
  // permit
  if (!may(env.actor, 'live.work')) return refuse('forbidden');
  // load
  const view = await env.db.read((tx) => readRoom(tx, input.roomId));
  const room = hub.room(env.workspace, input.roomId);
  // decide
  if (!view) return refuse('not_found');
  if (!view.show) return refuse('no_show');
  if (!room) return refuse('room_elsewhere');
  const product = room.shelf().find((item) => item.productId === input.productId);
  if (input.productId !== null && !product) return refuse('unknown_product');
  // save
  const now = env.now.getTime();
  const before = room.state().onAir?.productId;
  if (product) {
    await room.accept(
      [
        {
          type: 'product.pin',
          action: 'pin',
          ts: now,
          productId: product.productId,
          title: product.title,
          index: product.index,
          ...(product.price ? { price: product.price } : {}),
        },
      ],
      OWN,
    );
  } else {
    await room.accept(
      [{ type: 'product.pin', action: 'unpin', ts: now, ...(before ? { productId: before } : {}) }],
      OWN,
    );
  }
  // tell: whoever watches the room hears of the event itself
  return ok({ productId: input.productId });
}
