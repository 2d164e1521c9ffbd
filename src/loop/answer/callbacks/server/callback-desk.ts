// What the verbs of call-backs are handed, and the masked number that screens may show.
import sql from 'sql-template-tag';
import { readPerson } from '../../../../ground/people/server/door.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Gate } from '../../../collect/intake/server/door.ts';

export interface CallbackDesk {
  gate: Gate;
}

/** The masked phone number of each person who has one. */
export async function phoneHints(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  const hints = new Map<string, string>();
  for (const id of new Set(personIds)) {
    const phone = (await readPerson(tx, id))?.identities.find((one) => one.kind === 'phone');
    if (phone) hints.set(id, phone.hint);
  }
  return hints;
}

/** Whether somebody may be given a call: an active member who may work on them. */
export async function mayBeGiven(tx: Tx, memberId: string): Promise<boolean> {
  const row = await tx.maybe(sql`
    SELECT 1 AS one FROM members_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${memberId} AND state = 'active'
      AND role IN ('owner', 'admin', 'manager', 'agent')`);
  return row !== undefined;
}
