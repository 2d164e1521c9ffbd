// Connects a shop: its orders come in under a signing secret of its own.
import { randomBytes } from 'node:crypto';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Sealer } from '../../../../../platform/secrets/seal.ts';
import type { Platform, ShopSourceView } from '../../core/shop-source.contract.ts';
import { shopSourceCreated } from '../../core/signal-events.contract.ts';
import { shopSourceViewOf } from '../shop-source.reads.ts';
import { type ShopSourceRow, saveShopSource, shopNameTaken } from '../shop-source.store.ts';

/** 32 random bytes in hexadecimal: what both platforms' forms accept. */
export function newShopSecret(): string {
  return randomBytes(32).toString('hex');
}

/** @param input.secret the platform's own secret, where it makes one itself */
export async function createShopSource(
  env: Env,
  sealer: Sealer,
  input: { name: string; platform: Platform; secret?: string | undefined },
): Promise<Result<{ source: ShopSourceView; secret: string }, 'forbidden' | 'name_taken'>> {
  // permit
  if (!may(env.actor, 'channel.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const taken = await shopNameTaken(tx, input.name, '');
    // decide
    if (taken) return refuse('name_taken', [{ path: 'name', code: 'name_taken' }]);
    const secret = input.secret ?? newShopSecret();
    const source: ShopSourceRow = {
      id: newId('shop'),
      workspace_id: tx.workspaceId,
      name: input.name,
      platform: input.platform,
      secret_sealed: sealer.seal(tx.workspaceId, secret),
      enabled: true,
      created_at: env.now,
      last_delivery_at: null,
    };
    // save
    await saveShopSource(tx, source);
    // tell
    await tell(tx, env, shopSourceCreated, {
      subject: source.id,
      data: { name: source.name, platform: source.platform },
    });
    return ok({ source: shopSourceViewOf(source), secret });
  });
}
