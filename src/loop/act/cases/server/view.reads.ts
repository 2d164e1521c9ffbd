// The views a member sees with how many cases each holds, and what the bell has to say.
import sql, { empty } from 'sql-template-tag';
import type { Env } from '../../../../ground/env.ts';
import { may } from '../../../../ground/members/core/actor.contract.ts';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { CaseFilter, CaseSort } from '../core/case-filter.contract.ts';
import type { Notification, SavedView } from '../core/case-views.contract.ts';
import { BUILT_IN_VIEWS } from '../core/case-views.ts';
import { countCases } from './case.reads.ts';
import { conditionsOf } from './case-filter.reads.ts';
import { readView, viewsFor } from './view.store.ts';

const COUNTED = 1000;
const UNREAD_COUNTED = 100;

/** A member reads as himself; a key has no cases, teams or bell of its own. */
export function readerOf(env: Env): string | null {
  return env.actor.kind === 'member' ? env.actor.id : null;
}

export async function listViews(tx: Tx, env: Env): Promise<SavedView[]> {
  const stored = await viewsFor(tx, env.actor.id);
  const all = [
    ...BUILT_IN_VIEWS.map((view) => ({ ...view, name: null, shared: true, builtIn: true, mine: false })),
    ...stored.map((view) => ({
      id: view.id,
      name: view.name,
      filter: view.filter,
      sort: view.sort,
      shared: view.shared,
      builtIn: false,
      mine: view.member_id === env.actor.id || may(env.actor, 'rule.edit'),
    })),
  ];
  const counts = await Promise.all(
    all.map(async (view) => countCases(tx, await conditionsOf(tx, view.filter, readerOf(env), env.now), COUNTED + 1)),
  );
  return all.map((view, index) => ({
    ...view,
    count: Math.min(counts[index]!, COUNTED),
    more: counts[index]! > COUNTED,
  }));
}

/** The filter and order of a view by id or built-in name; `undefined` when there is none the reader may see. */
export async function findView(
  tx: Tx,
  env: Env,
  id: string,
): Promise<{ filter: CaseFilter; sort: CaseSort } | undefined> {
  const builtIn = BUILT_IN_VIEWS.find((view) => view.id === id);
  if (builtIn) return builtIn;
  const view = await readView(tx, id);
  return view && (view.shared || view.member_id === env.actor.id) ? view : undefined;
}

interface BellRow {
  id: string;
  kind: Notification['kind'];
  by_name: string | null;
  vals: Record<string, unknown>;
  created_at: Date;
  read_at: Date | null;
  case_id: string | null;
  number: number | null;
  title: string | null;
  about: Notification['about'];
}

export async function listNotifications(
  tx: Tx,
  memberId: string | null,
  query: { cursor?: string | undefined; limit: number; unread?: boolean | undefined },
): Promise<Page<Notification> & { unread: number }> {
  if (!memberId) return { items: [], nextCursor: null, unread: 0 };
  const [before] = decodeCursor(query.cursor, 1) ?? [null];
  const rows = await tx.rows<BellRow>(sql`
    SELECT n.id, n.kind, n.by_name, n.vals, n.created_at, n.read_at, n.case_id, n.about, c.number, c.title
    FROM notifications n LEFT JOIN cases c ON c.workspace_id = n.workspace_id AND c.id = n.case_id
    WHERE n.workspace_id = ${tx.workspaceId} AND n.member_id = ${memberId}
      ${query.unread ? sql`AND n.read_at IS NULL` : empty} ${before ? sql`AND n.id < ${before}::text` : empty}
    ORDER BY n.id DESC LIMIT ${query.limit + 1}`);
  const { unread } = await tx.one<{ unread: number }>(sql`
    SELECT count(*)::int AS unread FROM (SELECT FROM notifications
      WHERE workspace_id = ${tx.workspaceId} AND member_id = ${memberId} AND read_at IS NULL LIMIT ${UNREAD_COUNTED}) AS found`);
  const page = cutPage(rows, query.limit, (row) => [row.id]);
  const items = page.items.map((row) => ({
    id: row.id,
    kind: row.kind,
    case: row.case_id ? { id: row.case_id, number: row.number!, title: row.title! } : null,
    about: row.about,
    by: row.by_name,
    values: row.vals,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }));
  return { items, nextCursor: page.nextCursor, unread };
}
