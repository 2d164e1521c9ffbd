// Switches the public pages on or off, names them and chooses which are shown.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { PORTAL_PAGES, type PortalSettings, portalChanged } from '../../core/portal.contract.ts';
import { readPortal, savePortal } from '../portal.store.ts';

export async function changePortal(
  env: Env,
  input: Partial<PortalSettings>,
): Promise<Result<PortalSettings, 'forbidden'>> {
  // permit
  if (!may(env.actor, 'channel.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const from = await readPortal(tx, true);
    // decide
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const next: PortalSettings = { ...from, ...given };
    const to = { ...next, pages: PORTAL_PAGES.filter((page) => next.pages.includes(page)) };
    // save
    await savePortal(tx, to, env.now);
    // tell
    await tell(tx, env, portalChanged, { subject: null, data: { from, to } });
    return ok(to);
  });
}
