// Keeps saved views of the inbox.
import sql from 'sql-template-tag';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { ViewDraft } from '../core/case-views.contract.ts';

export interface StoredView {
  id: string;
  member_id: string;
  name: string;
  filter: ViewDraft['filter'];
  sort: ViewDraft['sort'];
  shared: boolean;
}

export const MOST_VIEWS = 50;

/** Shared views and those of one member, oldest first. */
export async function viewsFor(tx: Tx, memberId: string): Promise<StoredView[]> {
  return tx.rows<StoredView>(sql`
    SELECT id, member_id, name, filter, sort, shared FROM case_views
    WHERE workspace_id = ${tx.workspaceId} AND (shared OR member_id = ${memberId}) ORDER BY id LIMIT 200`);
}

export async function lockView(tx: Tx, id: string): Promise<StoredView | undefined> {
  return tx.maybe<StoredView>(sql`
    SELECT id, member_id, name, filter, sort, shared FROM case_views
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`);
}

export async function readView(tx: Tx, id: string): Promise<StoredView | undefined> {
  return tx.maybe<StoredView>(sql`
    SELECT id, member_id, name, filter, sort, shared FROM case_views
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function countViews(tx: Tx, memberId: string): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM case_views WHERE workspace_id = ${tx.workspaceId} AND member_id = ${memberId}`);
  return count;
}

export async function insertView(tx: Tx, memberId: string, draft: ViewDraft, now: Date): Promise<string> {
  const id = newId('viw');
  await tx.run(sql`
    INSERT INTO case_views (id, workspace_id, member_id, name, filter, sort, shared, created_at)
    VALUES (${id}, ${tx.workspaceId}, ${memberId}, ${draft.name}, ${JSON.stringify(draft.filter)}::jsonb, ${draft.sort},
      ${draft.shared}, ${now})`);
  return id;
}

export async function updateView(tx: Tx, id: string, draft: ViewDraft): Promise<void> {
  await tx.run(sql`
    UPDATE case_views SET name = ${draft.name}, filter = ${JSON.stringify(draft.filter)}::jsonb, sort = ${draft.sort},
      shared = ${draft.shared}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function deleteView(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM case_views WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}
