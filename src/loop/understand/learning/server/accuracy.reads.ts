// Reads what people decided about the engine's labels in a window, counted by the database.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { dayReader, timeZoneOf } from '../../overview/server/door.ts';
import type { AccuracyView } from '../core/accuracy.contract.ts';
import { barOf, byKey, type CheckGroup, coverageCurve, type SampleCheck, shareOf } from '../core/accuracy-figures.ts';

const DAY_MS = 86_400_000;
/** A shop that checks more than this in a window is answered by its newest. */
const MOST_SAMPLES = 5000;
const MOST_ROWS = 12;

/** Labels with one value, whose before and after can be told in a table. */
const SINGLE = ['sentiment', 'class', 'urgency', 'spam'];

export async function readAccuracy(tx: Tx, days: number, now: Date): Promise<AccuracyView> {
  const timeZone = await timeZoneOf(tx);
  const dayOf = dayReader(timeZone);
  const to = dayOf(now.getTime());
  const from = dayOf(now.getTime() - (days - 1) * DAY_MS);
  const since = new Date(now.getTime() - (days + 1) * DAY_MS);
  const inside = sql`at >= ${since} AND day >= ${from}::date`;
  const [groups, samples, confusion, changed] = await Promise.all([
    tx.rows<CheckGroup>(sql`
      SELECT date_trunc('week', day)::date AS week, source, channel, product_id AS "productId", engine, was_doubtful AS doubtful,
        count(*)::int AS count, (count(*) FILTER (WHERE agrees))::int AS agrees
      FROM label_checks WHERE workspace_id = ${tx.workspaceId} AND ${inside} AND label = 'sentiment' GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1`),
    tx.rows<SampleCheck>(sql`
      SELECT confidence, was_doubtful AS doubtful, agrees FROM label_checks
      WHERE workspace_id = ${tx.workspaceId} AND ${inside} AND label = 'sentiment' AND source = 'sample' AND confidence IS NOT NULL ORDER BY at DESC LIMIT ${MOST_SAMPLES}`),
    tx.rows<{ label: string; from: string | null; to: string | null; count: number }>(sql`
      SELECT label, machine_value #>> '{}' AS "from", decided #>> '{}' AS "to", count(*)::int AS count FROM label_checks
      WHERE workspace_id = ${tx.workspaceId} AND ${inside} AND label = ANY(${SINGLE}::text[]) GROUP BY 1, 2, 3 ORDER BY count DESC`),
    tx.rows<{ label: string; count: number }>(sql`
      SELECT label, (count(*) FILTER (WHERE NOT agrees))::int AS count FROM label_checks
      WHERE workspace_id = ${tx.workspaceId} AND ${inside} AND label <> ALL(${SINGLE}::text[]) GROUP BY label ORDER BY label`),
  ]);
  const only = (source: CheckGroup['source']) => groups.filter((group) => group.source === source);
  const products = await namesOf(tx, groups);
  return {
    from,
    to,
    timeZone,
    sample: shareOf(only('sample')),
    checked: shareOf(groups),
    sure: shareOf(groups.filter((group) => !group.doubtful)),
    doubtful: shareOf(groups.filter((group) => group.doubtful)),
    weeks: byKey(groups, (group) => group.week).map(({ key, groups: own }) => ({
      week: key,
      sample: shareOf(own.filter((group) => group.source === 'sample')),
      checked: shareOf(own),
    })),
    confusion: confusion.map((row) => ({ ...row, from: row.from ?? 'none', to: row.to ?? 'none' })),
    changed,
    channels: ranked(byKey(groups, (group) => group.channel)).map(({ key, checked }) => ({ channel: key, checked })),
    products: ranked(byKey(groups, (group) => group.productId)).map(({ key, checked }) => ({
      id: key,
      name: products.get(key) ?? '',
      checked,
    })),
    curve: coverageCurve(samples),
    bar: barOf(samples),
    engines: byKey(groups, (group) => group.engine).map(({ key, groups: own }) => ({
      engine: key,
      checked: shareOf(own),
    })),
  };
}

/** Most checked first. */
function ranked(parts: readonly { key: string; groups: CheckGroup[] }[]) {
  return parts
    .map(({ key, groups }) => ({ key, checked: shareOf(groups) }))
    .sort((one, other) => other.checked.of - one.checked.of)
    .slice(0, MOST_ROWS);
}

async function namesOf(tx: Tx, groups: readonly CheckGroup[]): Promise<Map<string, string>> {
  const ids = [...new Set(groups.flatMap((group) => group.productId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; name: string }>(
    sql`SELECT id, name FROM products_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${ids}::text[])`,
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
