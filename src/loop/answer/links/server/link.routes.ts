// Binds the routes of status links.
import { on } from '../../../../ground/serve.ts';
import { ok } from '../../../../kit/result.ts';
import type { AnswerDesk } from '../../desk/server/door.ts';
import { revokeStatusLinkRoute, shareStatusLinkRoute } from '../core/link.contract.ts';
import { revokeStatusLink } from './verbs/revoke-status-link.ts';
import { shareStatusLink } from './verbs/share-status-link.ts';

/** Routes by which members hand out and end links. */
export function linkMountedRoutes(desk: AnswerDesk) {
  return [
    on(shareStatusLinkRoute, async ({ env, params, body, origin }) => {
      const shared = await shareStatusLink(env, desk, { caseId: params.id, reporter: body.reporter });
      if (!shared.ok) return shared;
      const { path, expiresAt } = shared.value;
      return ok({ path, url: `${origin}${path}`, expiresAt: expiresAt.toISOString() });
    }),
    on(revokeStatusLinkRoute, ({ env, params }) =>
      revokeStatusLink(env, { caseId: params.id, reporter: params.reporter }),
    ),
  ];
}
