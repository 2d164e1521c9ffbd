// Lets the widget stand on a site of the shop.
import { randomBytes } from 'node:crypto';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { translator } from '../../../../../platform/i18n/translate.ts';
import { type SiteView, siteCreated } from '../../core/site.contract.ts';
import { type SiteRow, saveSite, siteNameTaken, siteViewOf } from '../site.store.ts';

export async function createSite(
  env: Env,
  input: { name: string; origins: readonly string[] },
): Promise<Result<SiteView, 'forbidden' | 'name_taken'>> {
  // permit
  if (!may(env.actor, 'channel.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const taken = await siteNameTaken(tx, input.name, '');
    // decide
    if (taken) return refuse('name_taken', [{ path: 'name', code: 'name_taken' }]);
    const site: SiteRow = {
      id: newId('site'),
      workspaceId: tx.workspaceId,
      key: `hyw_${randomBytes(15).toString('base64url')}`,
      name: input.name,
      origins: [...new Set(input.origins)],
      color: '#0f766e',
      greetingZh: translator('zh-CN')('widget:greeting'),
      greetingEn: translator('en')('widget:greeting'),
      productName: null,
      productSku: null,
      perHour: 600,
      enabled: true,
      createdAt: env.now,
      lastVoiceAt: null,
    };
    // save
    await saveSite(tx, site);
    // tell
    const { name, origins, enabled } = site;
    await tell(tx, env, siteCreated, { subject: site.id, data: { name, origins, enabled } });
    return ok(siteViewOf(site));
  });
}
