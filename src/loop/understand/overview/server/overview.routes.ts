// Binds the overview's route.
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import { getOverviewRoute } from '../core/overview.contract.ts';
import { dayReader, periodOf } from '../core/workspace-day.ts';
import { newestDay, readOverview } from './overview.reads.ts';
import { timeZoneOf } from './time-zone.reads.ts';

export function overviewRoutes() {
  return [
    on(getOverviewRoute, ({ env, query }) =>
      env.db.read(async (tx) => {
        const today = dayReader(await timeZoneOf(tx))(env.now.getTime());
        const period = periodOf(query.from, query.to, query.to ?? (await newestDay(tx, today)));
        if (!period) return refuse('invalid_period');
        return ok(await readOverview(tx, period, query.channel ?? null));
      }),
    ),
  ];
}
