// Calls the people of a case when a later room hears something that must not wait: its owner (or team) and those who lead it.
import sql from 'sql-template-tag';
import type { Env } from '../../../../../ground/env.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { managersFor, membersOf } from '../case-team.store.ts';
import { type Ring, ring } from '../notification.store.ts';

/** @param input.dedupe names the news: it rings once, however often it is heard */
export async function alarmCase(
  tx: Tx,
  env: Env,
  input: {
    caseId: string;
    kind: Ring['kind'];
    by: string | null;
    values: Record<string, string | number>;
    dedupe: string;
    /** Only those who hold the case; its leaders are called where nobody holds it. */
    nearOnly?: boolean;
  },
): Promise<Result<{ told: number }, 'not_found'>> {
  // permit
  // Only the rooms of the house call this, inside the change that is the news.
  // load
  const found = await tx.maybe<{ owner_id: string | null; team_id: string | null }>(
    sql`SELECT owner_id, team_id FROM cases WHERE workspace_id = ${tx.workspaceId} AND id = ${input.caseId}`,
  );
  // decide
  if (!found) return refuse('not_found');
  const near = found.owner_id ? [found.owner_id] : found.team_id ? await membersOf(tx, found.team_id) : [];
  const quiet = input.nearOnly === true && near.length > 0;
  const told = [...new Set([...near, ...(quiet ? [] : await managersFor(tx, found.team_id))])];
  // save
  const { caseId, kind, by, values, dedupe } = input;
  await ring(
    tx,
    told.map((memberId) => ({ memberId, kind, caseId, by, values, dedupe })),
    env.now,
  );
  // tell: whoever calls tells the news itself
  return ok({ told: told.length });
}
