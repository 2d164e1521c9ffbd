// Turns a filter into conditions on the cases' indexes.
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { OPEN_STATUSES } from '../core/case.contract.ts';
import type { CaseFilter } from '../core/case-filter.contract.ts';

/** Words are looked for among so many newest cases. */
const SEARCHED = 20_000;
const SOON_MS = 4 * 3_600_000;
const TODAY_MS = 24 * 3_600_000;
const PRIORITY_RANKS = ['urgent', 'high', 'medium', 'low', 'none'];

/**
 * @param reader the member who looks; null when a key does, for which `me` and `mine` hold nothing
 * @returns one condition on `c`
 */
export async function conditionsOf(tx: Tx, filter: CaseFilter, reader: string | null, now: Date): Promise<Sql> {
  const conditions: Sql[] = [];
  const statuses = filter.statuses?.length ? filter.statuses : [...OPEN_STATUSES];
  const onlyOpen = statuses.every((status) => (OPEN_STATUSES as readonly string[]).includes(status));
  // Naming the very condition of the partial indexes lets them be used.
  conditions.push(onlyOpen ? sql`c.is_open` : sql`c.merged_into IS NULL`);
  if (!onlyOpen || statuses.length < OPEN_STATUSES.length) conditions.push(sql`c.status = ANY(${statuses}::text[])`);
  if (filter.priorities?.length === 1) {
    // Equality lets the index by priority give the rows in the order of their due instants.
    conditions.push(sql`c.priority_rank = ${PRIORITY_RANKS.indexOf(filter.priorities[0]!)}::smallint`);
  } else if (filter.priorities?.length) {
    conditions.push(
      sql`c.priority_rank = ANY(${filter.priorities.map((one) => PRIORITY_RANKS.indexOf(one))}::smallint[])`,
    );
  }
  if (filter.owners?.length) conditions.push(anyOrNone(sql`c.owner_id`, ownersOf(filter.owners, reader)));
  if (filter.teams?.length) conditions.push(anyOrNone(sql`c.team_id`, await teamsOf(tx, filter.teams, reader)));
  if (filter.themes?.length) conditions.push(themeCondition(filter.themes));
  if (filter.channels?.length) conditions.push(sql`c.channel = ANY(${filter.channels}::text[])`);
  if (filter.productIds?.length) conditions.push(sql`c.product_id = ANY(${filter.productIds}::text[])`);
  if (filter.personId) conditions.push(sql`c.person_id = ${filter.personId}`);
  if (filter.vip !== undefined) conditions.push(sql`c.vip = ${filter.vip}`);
  const before = { late: 0, soon: SOON_MS, today: TODAY_MS };
  if (filter.due) conditions.push(sql`c.due_rank < ${new Date(now.getTime() + before[filter.due])}`);
  if ((filter.snoozed ?? 'hide') === 'hide')
    conditions.push(sql`(c.snoozed_until IS NULL OR c.snoozed_until <= ${now})`);
  if (filter.snoozed === 'only') conditions.push(sql`c.snoozed_until > ${now}`);
  if (filter.openedFrom) conditions.push(sql`c.opened_at >= ${new Date(filter.openedFrom)}`);
  if (filter.openedTo) conditions.push(sql`c.opened_at < ${new Date(filter.openedTo)}`);
  if (filter.q) conditions.push(wordsCondition(tx, filter.q));
  return join(conditions, ' AND ');
}

function anyOrNone(column: Sql, wanted: { ids: string[]; none: boolean }): Sql {
  const nobody = wanted.none ? sql`OR ${column} IS NULL` : empty;
  if (wanted.none && wanted.ids.length === 0) return sql`${column} IS NULL`;
  if (!wanted.none && wanted.ids.length === 1) return sql`${column} = ${wanted.ids[0]}`;
  return sql`(${column} = ANY(${wanted.ids}::text[]) ${nobody})`;
}

function ownersOf(owners: readonly string[], reader: string | null): { ids: string[]; none: boolean } {
  const ids = owners.flatMap((owner) => (owner === 'none' ? [] : owner === 'me' ? (reader ?? []) : owner));
  return { ids, none: owners.includes('none') };
}

async function teamsOf(
  tx: Tx,
  teams: readonly string[],
  reader: string | null,
): Promise<{ ids: string[]; none: boolean }> {
  const ids = teams.filter((team) => team !== 'none' && team !== 'mine');
  if (teams.includes('mine') && reader) {
    const rows = await tx.rows<{ team_id: string }>(sql`
      SELECT team_id FROM team_members_facts WHERE workspace_id = ${tx.workspaceId} AND member_id = ${reader}`);
    ids.push(...rows.map((row) => row.team_id));
  }
  return { ids, none: teams.includes('none') };
}

/** A branch (`logistics`) takes in its leaves; `/` is the character after `.`, so the range is exactly `logistics.…`. */
function themeCondition(themes: readonly string[]): Sql {
  const each = themes.map((theme) =>
    theme.includes('.')
      ? sql`c.theme = ${theme}`
      : sql`(c.theme = ${theme} OR (c.theme >= ${`${theme}.`} AND c.theme < ${`${theme}/`}))`,
  );
  return sql`(${join(each, ' OR ')})`;
}

function wordsCondition(tx: Tx, q: string): Sql {
  if (/^#?\d{1,9}$/.test(q)) return sql`c.number = ${Number(q.replace('#', ''))}`;
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`c.id IN (
    SELECT n.id FROM (SELECT id, title FROM cases WHERE workspace_id = ${tx.workspaceId} ORDER BY id DESC LIMIT ${SEARCHED}) n
    WHERE n.title ILIKE ${pattern})`;
}
