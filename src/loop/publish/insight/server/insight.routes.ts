// Binds the routes of insight: the explorer, its rows and saved questions, the funnel and the dictionary.
import { may } from '../../../../ground/members/core/actor.contract.ts';
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import { listMetricsRoute, METRICS, type Metric } from '../core/dictionary.contract.ts';
import { getFunnelRoute } from '../core/funnel.contract.ts';
import * as contract from '../core/insight.contract.ts';
import { askedPeriod, checkQuestion, filtersOf } from './asked-period.ts';
import { explore, withPatience } from './explore.reads.ts';
import { readFunnel } from './funnel.reads.ts';
import { readExamples } from './metric-examples.ts';
import { listLeak, listRows } from './rows.reads.ts';
import { removeInsightView } from './verbs/remove-insight-view.ts';
import { saveInsightView } from './verbs/save-insight-view.ts';
import { listViews } from './view.reads.ts';

export function insightRoutes() {
  return [
    on(getFunnelRoute, ({ env, query }) =>
      env.db.read(async (tx) => {
        const period = await askedPeriod(tx, env, query);
        return period.ok ? ok(await readFunnel(tx, period.value, period.value.timeZone)) : period;
      }),
    ),
    on(contract.exploreRoute, ({ env, query }) =>
      env.db.read(async (tx) => {
        const asked = await askedPeriod(tx, env, query);
        if (!asked.ok) return asked;
        const measures = query.measures?.length ? query.measures : (['voices'] as const);
        const filters = filtersOf(query);
        const grain = checkQuestion(measures, [query.rows, query.columns], filters);
        if (!grain.ok) return grain;
        const { timeZone, ...period } = asked.value;
        return explore(tx, {
          grain: grain.value,
          measures,
          rows: query.rows ?? null,
          columns: query.columns ?? null,
          filters,
          timeZone,
          period,
          compare: query.compare === 'previous',
        });
      }),
    ),
    on(contract.insightRowsRoute, ({ env, query }) =>
      env.db.read(async (tx) => {
        const asked = await askedPeriod(tx, env, query);
        if (!asked.ok) return asked;
        const { from, to, timeZone } = asked.value;
        const { leak } = query;
        if (leak === 'waiting') return refuse('invalid_question');
        const filters = filtersOf(query);
        const measure = query.measure ?? 'voices';
        const grain = checkQuestion([measure], [], filters);
        const maySeeCases = may(env.actor, 'case.read');
        if (!maySeeCases && (leak || (grain.ok && grain.value !== 'voice'))) return refuse('forbidden');
        if (!grain.ok || (leak && Object.keys(filters).length > 0)) return refuse('invalid_question');
        const question = { grain: grain.value, measures: [], rows: null, columns: null, filters, from, to, timeZone };
        const page = await withPatience(tx, () =>
          leak ? listLeak(tx, leak, { from, to }, query) : listRows(tx, question, query),
        );
        if (!page) return refuse('too_much_to_count');
        const hidden = { caseId: null, caseNumber: null, status: null };
        return ok(maySeeCases ? page : { ...page, items: page.items.map((row) => ({ ...row, ...hidden })) });
      }),
    ),
    on(contract.listInsightViewsRoute, async ({ env }) =>
      ok({ items: await env.db.read((tx) => listViews(tx, env.actor.id)) }),
    ),
    on(contract.saveInsightViewRoute, ({ env, body }) => saveInsightView(env, body)),
    on(contract.removeInsightViewRoute, ({ env, params }) => removeInsightView(env, params.id)),
    on(listMetricsRoute, ({ env }) =>
      env.db.read(async (tx) => {
        const asked = await askedPeriod(tx, env, {});
        if (!asked.ok) throw new Error('The last 30 days are always a period');
        const { timeZone, ...period } = asked.value;
        const examples = await readExamples(tx, period, timeZone);
        const items = (METRICS as readonly Metric[]).map((metric) => ({
          ...metric,
          sources: [...metric.sources],
          shownAt: [...metric.shownAt],
          example: examples.get(metric.key) ?? null,
        }));
        return ok({ from: period.from, to: period.to, timeZone, items });
      }),
    ),
  ];
}
