// Binds the routes of widget sites: those of the console, and those a visitor's browser calls from the shop's own pages.
import { shopOf } from '../../../../ground/members/server/door.ts';
import { on, onPublic } from '../../../../ground/serve.ts';
import { isTooDeep, plainJson } from '../../../../kit/plain-json.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { Database } from '../../../../platform/database/database.ts';
import { detailsOfIssues } from '../../../../platform/http/problem.ts';
import { MAX_PHOTOS } from '../../photos/core/photo.contract.ts';
import { MAX_WORDS } from '../../visitors/core/visitor.contract.ts';
import { type SpeakDeps, type SpeakRefusal, speakOpenly } from '../../visitors/server/door.ts';
import * as contract from '../core/site.contract.ts';
import { allowCall, openSite } from './cors.ts';
import { listSites, noteVoice, type SiteRow, siteViewOf, takeTurn } from './site.reads.ts';
import { changeSite } from './verbs/change-site.ts';
import { createSite } from './verbs/create-site.ts';

export interface WidgetDeps extends SpeakDeps {
  database: Database;
}

export function widgetMountedRoutes(deps: WidgetDeps) {
  const { database } = deps;
  return [
    on(contract.listSitesRoute, async ({ env }) =>
      ok({ items: (await env.db.read((tx) => listSites(tx))).map(siteViewOf) }),
    ),
    on(contract.createSiteRoute, ({ env, body }) => createSite(env, body)),
    on(contract.changeSiteRoute, ({ env, params, body }) => changeSite(env, { ...body, siteId: params.id })),
    onPublic(contract.widgetConfigAskRoute, async (visit) => {
      const site = await openSite(database, visit);
      if (!site.ok) return site;
      allowCall(visit.reply, 'GET');
      return ok(null);
    }),
    onPublic(contract.widgetSayAskRoute, async (visit) => {
      const site = await openSite(database, visit);
      if (!site.ok) return site;
      allowCall(visit.reply, 'POST');
      return ok(null);
    }),
    onPublic(contract.widgetConfigRoute, async (visit) => {
      const site = await openSite(database, visit);
      if (!site.ok) return site;
      const { color, greetingZh, greetingEn, workspaceId } = site.value;
      const shop = await shopOf(database.machine, workspaceId);
      return ok({
        shop: shop?.name ?? '',
        color,
        greeting: { zh: greetingZh, en: greetingEn },
        maxPhotos: MAX_PHOTOS,
        maxWords: MAX_WORDS,
      });
    }),
    onPublic(contract.widgetSayRoute, async (visit) => {
      const site = await openSite(database, visit);
      if (!site.ok) return site;
      return takeVoice(deps, site.value, visit.now, visit.request.body as Buffer);
    }),
  ];
}

async function takeVoice(
  deps: WidgetDeps,
  site: SiteRow,
  now: Date,
  body: Buffer,
): Promise<Result<{ received: true; again: boolean }, SpeakRefusal | 'bad_json'>> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return refuse('bad_json');
  }
  if (isTooDeep(json)) return refuse('bad_json');
  const parsed = contract.widgetVoice.safeParse(plainJson(json));
  if (!parsed.success) return refuse('invalid', detailsOfIssues(parsed.error.issues));
  const { browser, photos, ...words } = parsed.data;
  const db = deps.database.workspace(site.workspaceId);
  if (!(await db.write((tx) => takeTurn(tx, site, now)))) return refuse('too_many_requests');
  const spoken = await speakOpenly(db, now, deps, {
    channel: 'widget',
    browser,
    words,
    photos: photos.map((text) => Buffer.from(text.replace(/^data:[^,]*,/, ''), 'base64')),
    defaults: { productName: site.productName, productSku: site.productSku },
    site: site.name,
  });
  if (!spoken.ok) return spoken;
  await db.write((tx) => noteVoice(tx, site.id, now));
  return ok({ received: true, again: spoken.value.again });
}
