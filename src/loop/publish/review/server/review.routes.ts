// Binds the routes of review packs and their decisions.
import sql from 'sql-template-tag';
import type { Env } from '../../../../ground/env.ts';
import { on } from '../../../../ground/serve.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { timeZoneOf } from '../../../understand/overview/server/door.ts';
import * as contract from '../core/review.contract.ts';
import { listPacks, readDecisions, readPack } from './review.reads.ts';
import { readSettings } from './review-settings.reads.ts';
import { addDecision } from './verbs/add-decision.ts';
import { changeDecision } from './verbs/change-decision.ts';
import { changePack } from './verbs/change-pack.ts';
import { holdPack } from './verbs/hold-pack.ts';
import { makePack } from './verbs/make-pack.ts';
import { setReviewSettings } from './verbs/set-review-settings.ts';

/** The pack after a deed went well. */
async function packAfter<R extends string>(
  env: Env,
  packId: string | null,
  done: Result<{ id: string }, R>,
): Promise<Result<contract.PackView, R | 'not_found'>> {
  if (!done.ok) return done;
  const pack = await env.db.read((tx) => readPack(tx, packId ?? done.value.id, env.now));
  return pack ? ok(pack) : refuse('not_found');
}

export function reviewRoutes() {
  return [
    on(contract.listPacksRoute, async ({ env, query }) => ok(await env.db.read((tx) => listPacks(tx, query)))),
    on(contract.getPackRoute, async ({ env, params }) => {
      const pack = await env.db.read((tx) => readPack(tx, params.id, env.now));
      return pack ? ok(pack) : refuse('not_found');
    }),
    on(contract.makePackRoute, async ({ env, body }) => packAfter(env, null, await makePack(env, body))),
    on(contract.changePackRoute, async ({ env, params, body }) =>
      packAfter(env, params.id, await changePack(env, { id: params.id, ...body })),
    ),
    on(contract.holdPackRoute, async ({ env, params }) => packAfter(env, params.id, await holdPack(env, params.id))),
    on(contract.addDecisionRoute, async ({ env, params, body }) =>
      packAfter(env, params.id, await addDecision(env, { packId: params.id, ...body })),
    ),
    on(contract.changeDecisionRoute, async ({ env, params, body }) => {
      const done = await changeDecision(env, { id: params.id, ...body });
      if (!done.ok) return done;
      const [decision] = await env.db.read(async (tx) =>
        readDecisions(tx, sql`d.id = ${params.id}`, await timeZoneOf(tx), env.now),
      );
      return decision ? ok(decision) : refuse('not_found');
    }),
    on(contract.getReviewSettingsRoute, async ({ env }) => ok(await env.db.read(readSettings))),
    on(contract.setReviewSettingsRoute, ({ env, body }) => setReviewSettings(env, body)),
  ];
}
