// Binds the routes of the gate, and the case's own verification, which only the gate may give.
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import { verifyCaseRoute } from '../../../act/cases/core/case-routes.contract.ts';
import { dayReader, periodOf, timeZoneOf } from '../../../understand/overview/server/door.ts';
import {
  caseRoundsRoute,
  gateSummaryRoute,
  getGateSettingsRoute,
  listRepeatsRoute,
  listRoundsRoute,
  setGateSettingsRoute,
} from '../core/gate.contract.ts';
import { countRounds, listRepeats, listRounds, readCaseRounds } from './gate.reads.ts';
import { gateSettingsOf, readGateSummary } from './gate-summary.reads.ts';
import { setGateSettings } from './verbs/set-gate-settings.ts';
import { verifyByHand } from './verbs/verify-by-hand.ts';

/** Routes of the gate. */
export function gateRoutes() {
  return [
    on(gateSummaryRoute, ({ env, query }) =>
      env.db.read(async (tx) => {
        const timeZone = await timeZoneOf(tx);
        const today = dayReader(timeZone)(env.now.getTime());
        const period = periodOf(query.from, query.to, today);
        if (!period) return refuse('invalid_period');
        const { from, to } = period;
        return ok(await readGateSummary(tx, { from, to, timeZone, today, by: query.by ?? null }));
      }),
    ),
    on(listRoundsRoute, ({ env, query }) =>
      env.db.read(async (tx) => ok({ ...(await listRounds(tx, query)), ...(await countRounds(tx)) })),
    ),
    on(listRepeatsRoute, ({ env, query }) => env.db.read(async (tx) => ok(await listRepeats(tx, query)))),
    on(caseRoundsRoute, async ({ env, params }) => {
      const rounds = await env.db.read((tx) => readCaseRounds(tx, params.id));
      return rounds ? ok(rounds) : refuse('not_found');
    }),
    on(getGateSettingsRoute, ({ env }) => env.db.read(async (tx) => ok(await gateSettingsOf(tx)))),
    on(setGateSettingsRoute, ({ env, body }) => setGateSettings(env, body)),
    on(verifyCaseRoute, ({ env, params, body }) => verifyByHand(env, { caseId: params.id, reason: body.reason })),
  ];
}
