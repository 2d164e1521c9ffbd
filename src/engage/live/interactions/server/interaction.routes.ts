// Binds the routes of interactions: for members at the desk, and for viewers of our own room.
import type { FastifyRequest } from 'fastify';
import { shopOf } from '../../../../ground/members/server/door.ts';
import { on, onPublic } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import { LANGUAGES } from '../../../../platform/i18n/translate.ts';
import { messagePage } from '../../../../platform/pages/page-frame.ts';
import { sendPage } from '../../../../platform/pages/send-page.ts';
import { readRoom } from '../../rooms/server/door.ts';
import * as contract from '../core/interaction-routes.contract.ts';
import { networkOf } from '../core/network-rule.ts';
import { cancelPlay, finishPlay } from './finish-play.ts';
import { findInteraction, listPast, publicResult } from './interaction.reads.ts';
import type { InteractionDeps } from './interaction-deps.ts';
import { resultPage } from './result-page.ts';
import type { RoomInteractions } from './room-interactions.ts';
import { interactionsAt, interactionsIn } from './rooms-open.ts';
import { openInteraction } from './verbs/open-interaction.ts';

/** Who a viewer is, by what his request carries; the viewers' door knows. */
export type ViewerOf = (
  request: Pick<FastifyRequest, 'headers' | 'query' | 'body'>,
) => { workspaceId: string; uid: string; name: string | null; isSigned: boolean } | null;

/** Routes for members. */
export function interactionMemberRoutes(deps: InteractionDeps) {
  const roomOf = async (env: { db: Parameters<typeof finishPlay>[0]['db']; workspace: string }, id: string) => {
    const row = await env.db.read((tx) => findInteraction(tx, id));
    return row ? { room: interactionsIn(env.workspace, row.roomId) } : null;
  };
  return [
    on(contract.listInteractionsRoute, async ({ env, params }) => {
      const room = await env.db.read((tx) => readRoom(tx, params.id));
      if (!room) return refuse('not_found');
      return ok({ items: [...(interactionsIn(env.workspace, params.id)?.views() ?? [])] });
    }),
    on(contract.listPastInteractionsRoute, async ({ env, query }) =>
      ok(await env.db.read((tx) => listPast(tx, query))),
    ),
    on(contract.openInteractionRoute, async ({ env, params, body }) => {
      const room = await env.db.read((tx) => readRoom(tx, params.id));
      if (!room) return refuse('not_found');
      return openInteraction(env, deps, interactionsIn(env.workspace, params.id), body);
    }),
    on(contract.closeInteractionRoute, async ({ env, params }) => {
      const found = await roomOf(env, params.id);
      if (!found) return refuse('not_found');
      return found.room ? finishPlay(env, found.room, params.id, deps.now()) : refuse('no_show');
    }),
    on(contract.cancelInteractionRoute, async ({ env, params, body }) => {
      const found = await roomOf(env, params.id);
      if (!found) return refuse('not_found');
      return found.room ? cancelPlay(env, found.room, params.id, deps.now(), body?.reason || null) : refuse('no_show');
    }),
    on(contract.markQuestionRoute, async ({ env, params, body }) => {
      const found = await roomOf(env, params.id);
      if (!found) return refuse('not_found');
      const { room } = found;
      if (!room) return refuse('no_show');
      const { id, questionId } = params;
      if (
        !room.plays
          .own(id)
          ?.tally.questions()
          .some((one) => one.questionId === questionId)
      )
        return refuse('not_found');
      const state = 'hidden' in body ? `hidden:${questionId}:${body.hidden}` : `answered:${questionId}`;
      const ts = deps.now().getTime();
      await room.say({ type: 'interaction.update', id: `${state}-${id}`, ts, interactionId: id, kind: 'qna', state });
      return ok(room.views().find((view) => view.interactionId === id)!);
    }),
  ];
}

/** Routes for viewers and everybody. */
export function interactionPublicRoutes(deps: InteractionDeps & { viewerOf: ViewerOf }) {
  const own = (call: { request: FastifyRequest; params: { slug: string } }) => {
    const room: RoomInteractions | null = interactionsAt(call.params.slug);
    const viewer = deps.viewerOf(call.request);
    return { room, viewer: viewer && viewer.workspaceId === room?.room.workspaceId ? viewer : null };
  };
  return [
    onPublic(contract.enterRoute, async (call) => {
      const { room, viewer } = own(call);
      if (!room) return refuse('no_show');
      if (!viewer) return refuse('no_viewer');
      const { name, choice, answer } = call.body;
      return room.enter({
        interactionId: call.params.id,
        viewer,
        messageName: name,
        network: networkOf(call.request.ip),
        at: call.now.getTime(),
        ...(choice === undefined ? {} : { choice }),
        ...(answer === undefined ? {} : { answer }),
      });
    }),
    onPublic(contract.myEntryRoute, async (call) => {
      const { room, viewer } = own(call);
      if (!room) return refuse('no_show');
      if (!viewer) return refuse('no_viewer');
      const mine = room.mine(call.params.id, viewer.uid);
      return mine ? ok(mine) : refuse('no_such_interaction');
    }),
    onPublic(contract.publicResultRoute, async ({ params, query, reply, request, language, origin, now }) => {
      const found = await publicResult(deps.database.machine, params.id);
      const isRead = query.format !== 'json' && /\btext\/html\b/.test(request.headers.accept ?? '');
      const shown = LANGUAGES.find((one) => one === query.lang) ?? language;
      if (isRead && !found) return sendPage(reply, messagePage(shown, 'lost'), { status: 404 });
      if (!found) return refuse('not_found');
      reply.header('vary', 'accept, accept-language');
      const shop = isRead ? await shopOf(deps.database.machine, found.workspaceId) : undefined;
      if (shop) {
        const visit = { shop, language: shown, origin, now };
        return sendPage(reply, resultPage(JSON.parse(found.result), found.resultHash, visit));
      }
      reply.header('access-control-allow-origin', '*');
      return ok({ result: JSON.parse(found.result) as Record<string, unknown>, resultHash: found.resultHash });
    }),
  ];
}
