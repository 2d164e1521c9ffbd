// Changes where the widget may stand, how it looks, how much it may take, and whether it is on.
import type { z } from 'zod';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type changeSiteRoute, type SiteView, siteChanged } from '../../core/site.contract.ts';
import { lockSite, type SiteRow, saveSite, siteNameTaken, siteViewOf } from '../site.store.ts';

type Change = z.output<(typeof changeSiteRoute)['body']>;

export async function changeSite(
  env: Env,
  input: Change & { siteId: string },
): Promise<Result<SiteView, 'forbidden' | 'not_found' | 'name_taken'>> {
  // permit
  if (!may(env.actor, 'channel.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const before = await lockSite(tx, input.siteId);
    const taken = input.name ? await siteNameTaken(tx, input.name, input.siteId) : false;
    // decide
    if (!before) return refuse('not_found');
    if (taken) return refuse('name_taken', [{ path: 'name', code: 'name_taken' }]);
    const { siteId: _id, ...given } = input;
    const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const next: SiteRow = { ...before, ...changes, origins: [...new Set(input.origins ?? before.origins)] };
    // save
    await saveSite(tx, next);
    // tell
    const facts = ({ name, origins, enabled }: SiteRow) => ({ name, origins, enabled });
    await tell(tx, env, siteChanged, { subject: next.id, data: { from: facts(before), to: facts(next) } });
    return ok(siteViewOf(next));
  });
}
