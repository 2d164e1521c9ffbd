// Reads the figures of the gate from daily sums alone.
import sql, { type Sql } from 'sql-template-tag';
import { stretchesOf, stretchIndex } from '../../../../kit/calendar/stretches.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { GateDimension, GateSummary } from '../core/gate.contract.ts';
import { addRounds, figuresOf, type RoundSums } from '../core/gate-figures.ts';
import { readGateSettings } from './settings.store.ts';

const SUMS = sql`sum(resolved)::bigint AS resolved, sum(verified)::bigint AS verified, sum(disputed)::bigint AS disputed,
  sum(unclear)::bigint AS unclear, sum(withdrawn)::bigint AS withdrawn, sum(repeated)::bigint AS repeated`;
const DAY_MS = 86_400_000;
const MOST_GROUPS = 50;

interface Period {
  from: string;
  to: string;
}

/** All figures of a period, by the day of resolution. @param input.today the day it is in the workspace's zone */
export async function readGateSummary(
  tx: Tx,
  input: Period & { timeZone: string; today: string; by: GateDimension | null },
): Promise<GateSummary> {
  const { from, to, by } = input;
  const settings = await readGateSettings(tx);
  const days = await tx.rows<RoundSums & { day: string }>(sql`
    SELECT day, ${SUMS} FROM verify_daily
    WHERE workspace_id = ${tx.workspaceId} AND kind = 'all' AND day BETWEEN ${from}::date AND ${to}::date GROUP BY day`);
  const orders = await ordersByDay(tx, input);
  const exposureOf = orders.size > 0 ? 'orders' : 'feedback';
  const exposure = orders.size > 0 ? orders : await feedbackByDay(tx, input);
  const sums = addRounds(days);
  const watchedFrom = new Date(Date.parse(input.today) - settings.repeatDays * DAY_MS).toISOString().slice(0, 10);
  const total = figuresOf(sums, sumOf(exposure));
  const stretches = stretchesOf(from, to);
  return {
    ...total,
    from,
    to,
    timeZone: input.timeZone,
    repeatDays: settings.repeatDays,
    waiting: Math.max(0, sums.resolved - sums.verified - sums.disputed - sums.unclear - sums.withdrawn),
    unclear: sums.unclear,
    withdrawn: sums.withdrawn,
    watched: days.filter((day) => day.day > watchedFrom).reduce((sum, day) => sum + day.resolved, 0),
    exposureOf,
    trend: stretches.map((stretch, index) => {
      const own = days.filter((day) => stretchIndex(stretches, day.day) === index);
      const came = [...exposure].filter(([day]) => stretchIndex(stretches, day) === index);
      const { repeats, perThousand, exposure: of, verified } = figuresOf(addRounds(own), sumOf(new Map(came)));
      return { ...stretch, repeats, perThousand, exposure: of, verified };
    }),
    by,
    groups: by ? await readGroups(tx, by, input, exposureOf) : [],
  };
}

function sumOf(byDay: ReadonlyMap<string, number>): number {
  return [...byDay.values()].reduce((sum, count) => sum + count, 0);
}

async function ordersByDay(tx: Tx, { from, to }: Period): Promise<Map<string, number>> {
  const rows = await tx.rows<{ day: string; count: number }>(sql`
    SELECT day, sum(orders)::bigint AS count FROM signal_daily_facts
    WHERE workspace_id = ${tx.workspaceId} AND product_id = '' AND day BETWEEN ${from}::date AND ${to}::date AND orders > 0
    GROUP BY day`);
  return new Map(rows.map((row) => [row.day, row.count]));
}

async function feedbackByDay(tx: Tx, { from, to }: Period): Promise<Map<string, number>> {
  const rows = await tx.rows<{ day: string; count: number }>(sql`
    SELECT day, sum(voices)::bigint AS count FROM feedback_daily_facts
    WHERE workspace_id = ${tx.workspaceId} AND kind = 'all' AND day BETWEEN ${from}::date AND ${to}::date GROUP BY day`);
  return new Map(rows.map((row) => [row.day, row.count]));
}

const NAMES: Record<GateDimension, Sql> = {
  team: sql`LEFT JOIN teams_facts n ON n.workspace_id = s.workspace_id AND n.id = s.item`,
  product: sql`LEFT JOIN products_facts n ON n.workspace_id = s.workspace_id AND n.id = s.item`,
  // Themes are named in the reader's language by whoever shows them.
  theme: sql`LEFT JOIN (SELECT NULL::text AS name) n ON false`,
};

async function readGroups(tx: Tx, by: GateDimension, period: Period, exposureOf: 'orders' | 'feedback') {
  const rows = await tx.rows<RoundSums & { item: string; name: string | null }>(sql`
    SELECT s.*, n.name FROM (
      SELECT workspace_id, item, ${SUMS} FROM verify_daily
      WHERE workspace_id = ${tx.workspaceId} AND kind = ${by} AND day BETWEEN ${period.from}::date AND ${period.to}::date
      GROUP BY workspace_id, item ORDER BY sum(resolved) DESC, item LIMIT ${MOST_GROUPS}) s ${NAMES[by]}
    ORDER BY s.resolved DESC, s.item`);
  const exposure = await exposureByItem(tx, by, period, { items: rows.map((row) => row.item), exposureOf });
  return rows.map(({ item, name, ...sums }) => ({
    key: item,
    name: name ?? item,
    ...figuresOf(sums, exposure.get(item) ?? null),
  }));
}

/** Orders are known by product only; a theme is set against its own voices; nothing is in proportion to a team. */
async function exposureByItem(
  tx: Tx,
  by: GateDimension,
  { from, to }: Period,
  wanted: { items: string[]; exposureOf: 'orders' | 'feedback' },
): Promise<Map<string, number>> {
  if (by === 'team') return new Map();
  const { items } = wanted;
  const rows =
    by === 'product' && wanted.exposureOf === 'orders'
      ? await tx.rows<{ item: string; count: number }>(sql`
          SELECT product_id AS item, sum(orders)::bigint AS count FROM signal_daily_facts
          WHERE workspace_id = ${tx.workspaceId} AND product_id = ANY(${items}::text[])
            AND day BETWEEN ${from}::date AND ${to}::date GROUP BY product_id`)
      : await tx.rows<{ item: string; count: number }>(sql`
          SELECT item, sum(voices)::bigint AS count FROM feedback_daily_facts
          WHERE workspace_id = ${tx.workspaceId} AND kind = ${by} AND item = ANY(${items}::text[])
            AND day BETWEEN ${from}::date AND ${to}::date GROUP BY item`);
  return new Map(rows.map((row) => [row.item, row.count]));
}

/** The rules of the gate. */
export const gateSettingsOf = (tx: Tx) => readGateSettings(tx);
