// Binds the explorer's routes.
import { on } from '../../../../ground/serve.ts';
import { decodeCursor, encodeCursor } from '../../../../kit/cursor.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import * as contract from '../core/search.contract.ts';
import { readFacets } from './facet.reads.ts';
import { detailOf, listUnaccepted, viewsOf } from './feedback-views.ts';
import { findFeedbackIds } from './find-feedback.ts';

const NOTHING_TO_LOOK_FOR = [{ path: 'q', code: 'nothing_to_look_for' }];

export function searchRoutes() {
  return [
    on(contract.listFeedbackRoute, ({ env, query }) =>
      env.db.read(async (tx) => {
        const { cursor, limit, ...filter } = query;
        if (filter.state !== 'accepted') {
          const after = decodeCursor(cursor, 1)?.[0];
          const ids = await listUnaccepted(tx, {
            state: filter.state,
            beforeId: typeof after === 'string' ? after : null,
            limit: limit + 1,
          });
          const shown = ids.slice(0, limit);
          const nextCursor = ids.length > limit ? encodeCursor([shown.at(-1)!]) : null;
          return ok({ items: await viewsOf(tx, shown, filter.q), nextCursor });
        }
        const found = await findFeedbackIds(tx, filter, { cursor, limit });
        if (!found) return refuse('invalid_search', NOTHING_TO_LOOK_FOR);
        return ok({ items: await viewsOf(tx, found.ids, filter.q), nextCursor: found.nextCursor });
      }),
    ),
    on(contract.feedbackFacetsRoute, ({ env, query }) =>
      env.db.read(async (tx) => {
        const facets = await readFacets(tx, query);
        return facets ? ok(facets) : refuse('invalid_search', NOTHING_TO_LOOK_FOR);
      }),
    ),
    on(contract.getFeedbackRoute, ({ env, params }) =>
      env.db.read(async (tx) => {
        const detail = await detailOf(tx, params.id);
        return detail ? ok(detail) : refuse('not_found');
      }),
    ),
  ];
}
