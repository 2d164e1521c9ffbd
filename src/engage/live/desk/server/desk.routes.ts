// Opens the operator's line of a room to members, and the prompter's page and line to whoever holds its link.
import type { FastifyRequest } from 'fastify';
import { type GroundCaller, on, onPublic } from '../../../../ground/serve.ts';
import { refuse } from '../../../../kit/result.ts';
import type { Database } from '../../../../platform/database/database.ts';
import { sent } from '../../../../platform/http/mounted-route.ts';
import { LANGUAGES } from '../../../../platform/i18n/translate.ts';
import { messagePage } from '../../../../platform/pages/page-frame.ts';
import { sendPage } from '../../../../platform/pages/send-page.ts';
import { readRoom } from '../../rooms/server/door.ts';
import { findLink } from '../../viewer/server/door.ts';
import { deskRoute } from '../core/desk.contract.ts';
import { prompterLineRoute, prompterPageRoute } from '../core/prompter.contract.ts';
import type { Desk } from './desk.ts';
import type { Operator } from './do-deed.ts';
import { prompterPage, sendPrompter } from './prompter-page.ts';

export function deskRoutes({
  desk,
  database,
  identify,
}: {
  desk: Desk;
  database: Database;
  /** Who sent a request, by what is known now. */
  identify: (request: FastifyRequest) => Promise<GroundCaller | null>;
}) {
  return [
    on(deskRoute, async ({ params, env, caller, request, socket }) => {
      const room = await env.db.read((tx) => readRoom(tx, params.id));
      if (!room || !socket) return refuse('not_found');
      const operatorOf = ({ actor, permits }: GroundCaller): Operator => ({
        workspaceId: env.workspace,
        id: actor.id,
        name: actor.name,
        mayWork: permits('live.work'),
        env: { ...env, actor },
      });
      const still = async () => {
        const now = await identify(request);
        return now?.workspaceId === env.workspace && now.permits('live.read') ? operatorOf(now) : null;
      };
      desk.serve(socket, operatorOf(caller), params.id, still);
      return sent;
    }),
    onPublic(prompterPageRoute, async ({ params, query, language: asked, reply, origin }) => {
      const language = LANGUAGES.find((one) => one === query.lang) ?? asked;
      const link = await findLink(database, 'prompter', params.key);
      if (!link) return sendPage(reply, messagePage(language, 'lost'), { status: 404 });
      return sendPrompter(reply, prompterPage(language, params.key), origin);
    }),
    onPublic(prompterLineRoute, async ({ params, query, language: asked, socket }) => {
      const language = LANGUAGES.find((one) => one === query.lang) ?? asked;
      const isOpen = async () => (await findLink(database, 'prompter', params.key)) !== undefined;
      const link = await findLink(database, 'prompter', params.key);
      if (!link || !socket) return refuse('not_found');
      desk.servePrompter(socket, link, language, isOpen);
      return sent;
    }),
  ];
}
