// Binds the console's routes of draws.
import { on } from '../../../../ground/serve.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import * as contract from '../core/draw.contract.ts';
import { type DrawRow, drawCounts, drawViewOf, findDraw, listDraws } from './draw.reads.ts';
import type { DrawDeps } from './draw-deps.ts';
import { claimPrize } from './verbs/claim-prize.ts';
import { createDraw } from './verbs/create-draw.ts';
import { endDraw } from './verbs/end-draw.ts';
import { excludeEntry } from './verbs/exclude-entry.ts';
import { openDraw } from './verbs/open-draw.ts';
import { revealDraw } from './verbs/reveal-draw.ts';
import { saveDraw } from './verbs/save-draw.ts';

/** Routes for members. */
export function drawMemberRoutes(deps: DrawDeps) {
  /** The room hears of it, and the caller sees it. */
  const shown = async <R extends string>(done: Result<DrawRow, R>) => {
    if (!done.ok) return done;
    await deps.line.changed(done.value);
    return ok(drawViewOf(done.value));
  };
  return [
    on(contract.listDrawsRoute, async ({ env, query }) =>
      ok(await env.db.read(async (tx) => ({ ...(await listDraws(tx, query)), ...(await drawCounts(tx)) }))),
    ),
    on(contract.createDrawRoute, ({ env, body: { roomId, ...draft } }) => createDraw(env, { roomId, draft })),
    on(contract.readDrawRoute, async ({ env, params }) => {
      const row = await env.db.read((tx) => findDraw(tx, params.id));
      return row ? ok(drawViewOf(row)) : refuse('not_found');
    }),
    on(contract.saveDrawRoute, ({ env, params, body }) => saveDraw(env, params.id, body)),
    on(contract.openDrawRoute, ({ env, params }) => openDraw(env, deps, params.id)),
    on(contract.cancelDrawRoute, async ({ env, params, body }) =>
      shown(await endDraw(env, deps, params.id, { what: 'cancelled', reason: body.reason })),
    ),
    on(contract.excludeEntryRoute, ({ env, params, body }) => excludeEntry(env, params.id, body)),
    on(contract.giveSeedRoute, async ({ env, params, body }) => {
      const row = await env.db.read((tx) => findDraw(tx, params.id));
      if (!row) return refuse('not_found');
      if (row.rules && row.rules.chance.kind !== 'host') return refuse('seed_not_asked');
      const done = await revealDraw(env, deps, row, { beacon: null, hostSeed: body.seed });
      if (!done.ok && done.reason !== 'forbidden' && done.reason !== 'not_found') return refuse('wrong_state');
      return shown(done);
    }),
    on(contract.claimPrizeRoute, async ({ env, params, body }) => shown(await claimPrize(env, deps, params.id, body))),
  ];
}
