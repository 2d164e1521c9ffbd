// Renames a connected shop, switches it on or off.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { ShopSourceView } from '../../core/shop-source.contract.ts';
import { shopSourceChanged } from '../../core/signal-events.contract.ts';
import { shopSourceViewOf } from '../shop-source.reads.ts';
import { lockShopSource, saveShopSource, shopNameTaken } from '../shop-source.store.ts';

export async function changeShopSource(
  env: Env,
  input: { sourceId: string; name?: string | undefined; enabled?: boolean | undefined },
): Promise<Result<ShopSourceView, 'forbidden' | 'not_found' | 'name_taken'>> {
  // permit
  if (!may(env.actor, 'channel.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const before = await lockShopSource(tx, input.sourceId);
    const taken = input.name ? await shopNameTaken(tx, input.name, input.sourceId) : false;
    // decide
    if (!before) return refuse('not_found');
    if (taken) return refuse('name_taken', [{ path: 'name', code: 'name_taken' }]);
    const next = { ...before, name: input.name ?? before.name, enabled: input.enabled ?? before.enabled };
    // save
    await saveShopSource(tx, next);
    // tell
    const pick = (row: typeof next) => ({ name: row.name, enabled: row.enabled });
    await tell(tx, env, shopSourceChanged, { subject: before.id, data: { from: pick(before), to: pick(next) } });
    return ok(shopSourceViewOf(next));
  });
}
