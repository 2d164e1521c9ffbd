// Binds the console's routes of the roadmap.
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import * as contract from '../core/roadmap.contract.ts';
import { readItem, readRoadmap } from './roadmap.reads.ts';
import { changeEntries } from './verbs/change-entries.ts';
import { draftItem } from './verbs/draft-item.ts';
import { moveItem } from './verbs/move-item.ts';
import { publishItem } from './verbs/publish-item.ts';
import { removeItem } from './verbs/remove-item.ts';
import { saveItem } from './verbs/save-item.ts';

/** Routes for members. */
export function roadmapRoutes() {
  return [
    on(contract.listRoadmapRoute, async ({ env, query }) =>
      ok({ items: await env.db.read((tx) => readRoadmap(tx, { kind: query.kind })) }),
    ),
    on(contract.createRoadmapItemRoute, ({ env, body }) => saveItem(env, null, body)),
    on(contract.draftRoadmapItemRoute, ({ env, body }) => draftItem(env, body)),
    on(contract.getRoadmapItemRoute, async ({ env, params }) => {
      const item = await env.db.read((tx) => readItem(tx, params.id));
      return item ? ok(item) : refuse('not_found');
    }),
    on(contract.changeRoadmapItemRoute, ({ env, params, body }) =>
      saveItem(env, params.id, { ...body, stage: 'open' }),
    ),
    on(contract.moveRoadmapItemRoute, ({ env, params, body }) => moveItem(env, { itemId: params.id, ...body })),
    on(contract.publishRoadmapItemRoute, ({ env, params }) => publishItem(env, { itemId: params.id, shown: true })),
    on(contract.hideRoadmapItemRoute, ({ env, params }) => publishItem(env, { itemId: params.id, shown: false })),
    on(contract.removeRoadmapItemRoute, ({ env, params }) => removeItem(env, params.id)),
    on(contract.addChangelogEntryRoute, ({ env, params, body }) =>
      changeEntries(env, { itemId: params.id, entry: { add: body.text } }),
    ),
    on(contract.removeChangelogEntryRoute, ({ env, params }) =>
      changeEntries(env, { itemId: params.id, entry: { remove: params.entryId } }),
    ),
  ];
}
