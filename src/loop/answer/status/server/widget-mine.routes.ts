// Tells a browser on the shop's own pages where the voices it sent stand.
import { onPublic } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import { detailsOfIssues } from '../../../../platform/http/problem.ts';
import { voicesOfBrowser } from '../../../collect/visitors/server/door.ts';
import { allowCall, openSite } from '../../../collect/widget/server/door.ts';
import { widgetMineAskRoute, widgetMineBody, widgetMineRoute } from '../core/own-voice.contract.ts';
import { ownVoicesOf } from './own-voices.reads.ts';
import type { StatusDeps } from './status.routes.ts';

export function widgetMineRoutes(deps: StatusDeps) {
  const { database, desk } = deps;
  return [
    onPublic(widgetMineAskRoute, async (visit) => {
      const site = await openSite(database, visit);
      if (!site.ok) return site;
      allowCall(visit.reply, 'POST');
      return ok(null);
    }),
    onPublic(widgetMineRoute, async (visit) => {
      const site = await openSite(database, visit);
      if (!site.ok) return site;
      let json: unknown;
      try {
        json = JSON.parse((visit.request.body as Buffer).toString('utf8'));
      } catch {
        return refuse('bad_json');
      }
      const asked = widgetMineBody.safeParse(json);
      if (!asked.success) return refuse('invalid', detailsOfIssues(asked.error.issues));
      const { browser, paths } = asked.data;
      const db = database.workspace(site.value.workspaceId);
      const voices = await db.read((tx) => voicesOfBrowser(tx, desk.sealer, browser));
      const look = (tx: Parameters<Parameters<typeof db.read>[0]>[0]) =>
        ownVoicesOf(tx, desk, voices, { now: visit.now, paths });
      visit.reply.header('cache-control', 'no-store');
      return ok({ items: await (paths ? db.write(look) : db.read(look)), origin: visit.origin });
    }),
  ];
}
