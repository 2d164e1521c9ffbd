// Binds what members do for viewers: secret addresses, sites a room may stand on, and moderation with its reason.
import { type GroundCaller, on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import type { WorkspaceDb } from '../../../../platform/database/database.ts';
import type { MountedRoute } from '../../../../platform/http/mounted-route.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import type { RoomView } from '../../rooms/core/room.contract.ts';
import { readRoom } from '../../rooms/server/door.ts';
import { moderateRoute } from '../core/hide-reason.contract.ts';
import * as links from '../core/link.contract.ts';
import { type EmbedView, readEmbedRoute, renewIdentitySecretRoute, saveEmbedRoute } from '../core/viewer.contract.ts';
import { type EmbedRow, readEmbed } from './embed.reads.ts';
import type { FanOut } from './fan-out.ts';
import { linkViewOf, listLinks } from './link.reads.ts';
import type { RoomFinder } from './public-room.reads.ts';
import { createLink } from './verbs/create-link.ts';
import { renewIdentitySecret } from './verbs/renew-identity-secret.ts';
import { revokeLink } from './verbs/revoke-link.ts';
import { saveEmbed } from './verbs/save-embed.ts';

export interface ManageDeps {
  sealer: Sealer;
  fanOut: FanOut;
  finder: RoomFinder;
}

/** The prompter's page belongs to the desk. */
const PATHS = { overlay: '/live/overlay', prompter: '/live/prompt' } as const;

const roomOf = (db: WorkspaceDb, id: string) => db.read((tx) => readRoom(tx, id));

function embedViewOf(room: RoomView, row: EmbedRow, origin: string): EmbedView {
  return {
    origins: row.origins,
    hasIdentitySecret: row.identitySecret !== null,
    snippet: `<script src="${origin}/live.js" data-room="${room.slug}" async></script>`,
    url: `${origin}/watch/${room.slug}`,
  };
}

export function manageMountedRoutes(deps: ManageDeps): MountedRoute<GroundCaller | null>[] {
  return [
    on(links.listLinksRoute, async ({ env, params }) => {
      if (!(await roomOf(env.db, params.id))) return refuse('not_found');
      return ok({ items: (await env.db.read((tx) => listLinks(tx, params.id))).map(linkViewOf) });
    }),
    on(links.createLinkRoute, async ({ env, params, body, origin }) => {
      if (!(await roomOf(env.db, params.id))) return refuse('not_found');
      const made = await createLink(env, { roomId: params.id, ...body });
      if (!made.ok) return made;
      const { link, token } = made.value;
      return ok({ ...link, url: `${origin}${PATHS[link.kind]}/${token}` });
    }),
    on(links.revokeLinkRoute, async ({ env, params }) => {
      const closed = await revokeLink(env, { linkId: params.id });
      if (closed.ok) deps.fanOut.closeLink(params.id);
      return closed;
    }),
    on(readEmbedRoute, async ({ env, params, origin }) => {
      const room = await roomOf(env.db, params.id);
      if (!room) return refuse('not_found');
      return ok(embedViewOf(room, await env.db.read((tx) => readEmbed(tx, tx.workspaceId, room.id)), origin));
    }),
    on(saveEmbedRoute, async ({ env, params, body, origin }) => {
      const room = await roomOf(env.db, params.id);
      if (!room) return refuse('not_found');
      const saved = await saveEmbed(env, { roomId: room.id, origins: body.origins });
      deps.finder.forget();
      return saved.ok ? ok(embedViewOf(room, saved.value, origin)) : saved;
    }),
    on(renewIdentitySecretRoute, async ({ env, params }) => {
      const room = await roomOf(env.db, params.id);
      if (!room) return refuse('not_found');
      const renewed = await renewIdentitySecret(env, { roomId: room.id, sealer: deps.sealer });
      deps.finder.forget();
      return renewed;
    }),
    on(moderateRoute, async ({ env, params, body, now }) => {
      const room = await roomOf(env.db, params.id);
      if (!room) return refuse('not_found');
      const show = deps.fanOut.showOf(env.workspace, room.id);
      if (!show) return refuse('no_show');
      await show.batch.add({
        type: 'moderation.action',
        id: `moderation:${env.actor.id}:${now.getTime()}:${body.targetId}`,
        ts: now.getTime(),
        targetId: body.targetId,
        action: body.action,
        ...(body.action === 'restore' ? {} : { reasonCode: body.reasonCode }),
        actor: env.actor.id,
      });
      return ok({ hidden: show.hiddenByReason() });
    }),
  ];
}
