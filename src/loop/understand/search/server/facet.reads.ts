// Counts what a search finds: exactly from the daily sums where they hold the answer, else over the newest matches.
import sql, { empty, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { dayReader, EVER, timeZoneOf } from '../../overview/server/door.ts';
import type { FeedbackFacets, FeedbackFilter } from '../core/search.contract.ts';
import { newestMatches } from './find-feedback.ts';

const COUNTED = 3000;
const SHOWN_PRODUCTS = 30;
const DAY_MS = 86_400_000;

type Facet = { value: string; label: string | null; count: number };
interface Counted {
  facet: string;
  value: string;
  count: number;
}

/** @returns null when the words hold nothing to look for */
export async function readFacets(tx: Tx, filter: FeedbackFilter): Promise<FeedbackFacets | null> {
  const days = await wholeDays(tx, filter);
  if (days && fromSums(filter)) return exact(tx, filter, days);
  const found = await newestMatches(tx, filter, COUNTED);
  return found === null ? null : sampled(tx, found.ids, found.capped);
}

/** The sums know every label by itself and whole days; two labels together need the rows. */
function fromSums(filter: FeedbackFilter): boolean {
  const none = (values: readonly unknown[] | undefined) => !values || values.length === 0;
  return (
    !filter.q?.trim() &&
    none(filter.theme) &&
    none(filter.intent) &&
    none(filter.product) &&
    none(filter.rating) &&
    none(filter.class) &&
    none(filter.sentiment) &&
    none(filter.channel) &&
    filter.person === undefined &&
    filter.hasCase === undefined &&
    filter.duplicates !== true
  );
}

interface Days {
  from: string | null;
  to: string | null;
}

/** The filter's instants as whole days of the workspace, both included; null where they cut through a day. */
async function wholeDays(tx: Tx, filter: FeedbackFilter): Promise<Days | null> {
  const dayOf = dayReader(await timeZoneOf(tx));
  const first = filter.from === undefined ? null : Date.parse(filter.from);
  const end = filter.to === undefined ? null : Date.parse(filter.to);
  const starts = (ms: number) => dayOf(ms) !== dayOf(ms - 1);
  if (first !== null && !starts(first)) return null;
  if (end !== null && !starts(end)) return null;
  if (end !== null && first !== null && end - first < DAY_MS / 2) return null;
  return { from: first === null ? null : dayOf(first), to: end === null ? null : dayOf(end - 1) };
}

async function exact(tx: Tx, filter: FeedbackFilter, days: Days): Promise<FeedbackFacets> {
  const counted = filter.duplicates === false ? sql`voices` : sql`feedback`;
  const bounded = days.from !== null || days.to !== null;
  const ever = bounded ? sql`AND day > ${EVER}::date` : sql`AND day = ${EVER}::date`;
  const within = sql`${days.from ? sql`AND day >= ${days.from}::date` : empty} ${days.to ? sql`AND day <= ${days.to}::date` : empty}`;
  const [all, themes, products] = await Promise.all([
    tx.rows<Counted>(sql`
      SELECT CASE WHEN grouping(channel) = 0 THEN 'channel' WHEN grouping(sentiment) = 0 THEN 'sentiment'
          WHEN grouping(class) = 0 THEN 'class' ELSE 'day' END AS facet,
        coalesce(channel, sentiment, class, day::text) AS value, sum(${counted})::bigint AS count
      FROM feedback_daily_facts WHERE workspace_id = ${tx.workspaceId} AND kind = 'all' ${within}
      GROUP BY GROUPING SETS ((channel), (sentiment), (class), (day))`),
    tx.rows<Counted>(sql`
      SELECT 'theme' AS facet, item AS value, sum(${counted})::bigint AS count FROM feedback_daily_facts
      WHERE workspace_id = ${tx.workspaceId} AND kind = 'theme' ${within} ${ever} GROUP BY item`),
    tx.rows<Counted>(sql`
      SELECT 'product' AS facet, item AS value, sum(${counted})::bigint AS count FROM feedback_daily_facts
      WHERE workspace_id = ${tx.workspaceId} AND kind = 'product' ${within} ${ever} GROUP BY item ORDER BY 3 DESC, 2 LIMIT ${SHOWN_PRODUCTS}`),
  ]);
  const total = all.filter((row) => row.facet === 'channel').reduce((sum, row) => sum + row.count, 0);
  return {
    ...(await assemble(tx, [...all, ...themes, ...products])),
    total,
    capped: false,
    intent: null,
    rating: null,
  };
}

async function sampled(tx: Tx, ids: readonly string[], capped: boolean): Promise<FeedbackFacets> {
  const each = (facet: string, value: Sql, from: Sql = empty) => sql`
    SELECT ${facet}::text AS facet, ${value}::text AS value, count(*)::bigint AS count FROM hit j ${from} WHERE ${value} IS NOT NULL GROUP BY 2`;
  const rows = await tx.rows<Counted>(sql`
    WITH hit AS MATERIALIZED (
      SELECT channel, sentiment, class, product_id, rating, day, themes, intents FROM judgements_facts
      WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ANY(${[...ids]}::text[]))
    ${each('channel', sql`j.channel`)} UNION ALL ${each('sentiment', sql`j.sentiment`)} UNION ALL ${each('class', sql`j.class`)}
    UNION ALL ${each('product', sql`j.product_id`)} UNION ALL ${each('rating', sql`round(j.rating)`)} UNION ALL ${each('day', sql`j.day`)}
    UNION ALL ${each('theme', sql`t.value`, sql`CROSS JOIN LATERAL unnest(j.themes) AS t(value)`)}
    UNION ALL ${each('intent', sql`t.value`, sql`CROSS JOIN LATERAL unnest(j.intents) AS t(value)`)}`);
  const parts = await assemble(tx, rows);
  return {
    ...parts,
    total: ids.length,
    capped,
    intent: facetOf(rows, 'intent'),
    rating: facetOf(rows, 'rating'),
  };
}

function facetOf(rows: readonly Counted[], facet: string): Facet[] {
  return rows
    .filter((row) => row.facet === facet && row.count > 0)
    .map((row) => ({ value: row.value, label: null, count: row.count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

async function assemble(tx: Tx, rows: readonly Counted[]) {
  const products = facetOf(rows, 'product').slice(0, SHOWN_PRODUCTS);
  const names = await tx.rows<{ id: string; name: string }>(sql`
    SELECT id, name FROM products_facts
    WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${products.map((product) => product.value)}::text[])`);
  const nameOf = new Map(names.map((row) => [row.id, row.name]));
  return {
    channel: facetOf(rows, 'channel'),
    theme: facetOf(rows, 'theme'),
    sentiment: facetOf(rows, 'sentiment'),
    class: facetOf(rows, 'class'),
    product: products.map((product) => ({ ...product, label: nameOf.get(product.value) ?? null })),
    day: facetOf(rows, 'day').sort((a, b) => (a.value < b.value ? -1 : 1)),
  };
}
