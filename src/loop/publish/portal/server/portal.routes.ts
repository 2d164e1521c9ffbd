// Binds the settings of the public pages.
import { shopOf } from '../../../../ground/members/server/door.ts';
import { on } from '../../../../ground/serve.ts';
import { ok } from '../../../../kit/result.ts';
import type { Database } from '../../../../platform/database/database.ts';
import { changePortalRoute, readPortalRoute } from '../core/portal.contract.ts';
import { portalPath, readPortal } from './door.ts';
import { changePortal } from './verbs/change-portal.ts';

export function portalSettingsRoutes(database: Database) {
  const pathOf = async (workspaceId: string) => portalPath((await shopOf(database.machine, workspaceId))?.slug ?? '');
  return [
    on(readPortalRoute, async ({ env }) =>
      ok({ settings: await env.db.read((tx) => readPortal(tx)), path: await pathOf(env.workspace) }),
    ),
    on(changePortalRoute, async ({ env, body }) => {
      const changed = await changePortal(env, body);
      return changed.ok ? ok({ settings: changed.value, path: await pathOf(env.workspace) }) : changed;
    }),
  ];
}
