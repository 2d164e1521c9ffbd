// Writes personal invitations; a token is made again from what is kept and looked up by its hash.
import sql from 'sql-template-tag';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { hashToken, type Sealer } from '../../../../platform/secrets/seal.ts';
import type { FormContext } from '../core/form.contract.ts';
import type { SkipReason } from '../core/trigger.contract.ts';

export interface Invitation {
  id: string;
  formId: string;
  triggerId: string | null;
  personId: string;
  subject: string;
  context: FormContext;
  state: 'waiting' | 'sent' | 'answered' | 'skipped';
}

const columns = sql`id, form_id AS "formId", trigger_id AS "triggerId", person_id AS "personId", subject, context, state`;

/** 192 bits that only this installation can compute. */
export function invitationToken(
  sealer: Sealer,
  workspaceId: string,
  invitationId: string,
): { token: string; hash: string } {
  const bits =
    sealer.blindIndex(workspaceId, 'form_invitation/1', invitationId) +
    sealer.blindIndex(workspaceId, 'form_invitation/2', invitationId);
  const token = Buffer.from(bits, 'hex').subarray(0, 24).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** Adds invitations; whoever is already invited to the same about the same thing is left out. @returns ids of the new ones */
export async function addInvitations(
  tx: Tx,
  sealer: Sealer,
  invitations: readonly {
    formId: string;
    triggerId: string | null;
    personId: string;
    subject: string;
    context: FormContext;
    state: 'waiting' | 'sent';
    sendAt: Date;
  }[],
  now: Date,
): Promise<{ id: string; sendAt: Date }[]> {
  if (invitations.length === 0) return [];
  const ids = invitations.map(() => newId('inv') as string);
  const column = <T>(pick: (one: (typeof invitations)[number]) => T) => invitations.map(pick);
  const added = await tx.rows<Added>(sql`
    INSERT INTO form_invitations (id, workspace_id, form_id, trigger_id, person_id, subject, context, token_hash, state,
      created_at, send_at, settled_at)
    SELECT n.id, ${tx.workspaceId}, n.form, n.trigger, n.person, n.subject, n.context::jsonb, n.hash, n.state, ${now}, n.send_at,
      CASE WHEN n.state = 'sent' THEN ${now}::timestamptz END
    FROM unnest(${ids}::text[], ${column((one) => one.formId)}::text[], ${column((one) => one.triggerId)}::text[],
      ${column((one) => one.personId)}::text[], ${column((one) => one.subject)}::text[],
      ${column((one) => JSON.stringify(one.context))}::text[],
      ${ids.map((id) => invitationToken(sealer, tx.workspaceId, id).hash)}::text[],
      ${column((one) => one.state)}::text[], ${column((one) => one.sendAt)}::timestamptz[])
      AS n(id, form, trigger, person, subject, context, hash, state, send_at)
    ON CONFLICT DO NOTHING RETURNING id, send_at AS "sendAt", form_id AS "formId", trigger_id AS "triggerId", state`);
  await count(
    tx,
    added.map((one) => ({ ...one, reason: null, by: 1 })),
  );
  return added;
}

interface Added {
  id: string;
  sendAt: Date;
  formId: string;
  triggerId: string | null;
  state: string;
}

interface Change {
  formId: string;
  triggerId: string | null;
  state: string;
  reason: string | null;
  by: 1 | -1;
}

/** Keeps the sums of states, so that no screen counts invitations. */
async function count(tx: Tx, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const column = <T>(pick: (one: Change) => T) => changes.map(pick);
  await tx.run(sql`
    INSERT INTO form_invitation_sums AS s (workspace_id, form_id, trigger_id, state, reason, count)
    SELECT ${tx.workspaceId}, n.form, n.trigger, n.state, n.reason, sum(n.by)
    FROM unnest(${column((one) => one.formId)}::text[], ${column((one) => one.triggerId ?? '')}::text[],
      ${column((one) => one.state)}::text[], ${column((one) => one.reason ?? '')}::text[], ${column((one) => one.by)}::int[])
      AS n(form, trigger, state, reason, by)
    GROUP BY 2, 3, 4, 5 ORDER BY 2, 3, 4, 5
    ON CONFLICT (workspace_id, form_id, trigger_id, state, reason) DO UPDATE SET count = s.count + excluded.count`);
}

/** The invitation of a person to a form about something. */
export function findInvitation(
  tx: Tx,
  key: { formId: string; personId: string; subject: string },
): Promise<Invitation | undefined> {
  return tx.maybe<Invitation>(sql`
    SELECT ${columns} FROM form_invitations WHERE workspace_id = ${tx.workspaceId} AND form_id = ${key.formId}
      AND person_id = ${key.personId} AND subject = ${key.subject}`);
}

/** The invitation a token opens, for this form only. */
export function openInvitation(tx: Tx, formId: string, token: string): Promise<Invitation | undefined> {
  if (!/^[A-Za-z0-9_-]{32}$/.test(token)) return Promise.resolve(undefined);
  return tx.maybe<Invitation>(sql`
    SELECT ${columns} FROM form_invitations
    WHERE workspace_id = ${tx.workspaceId} AND form_id = ${formId} AND token_hash = ${hashToken(token)}`);
}

export function lockInvitation(tx: Tx, invitationId: string): Promise<Invitation | undefined> {
  return tx.maybe<Invitation>(sql`
    SELECT ${columns} FROM form_invitations
    WHERE workspace_id = ${tx.workspaceId} AND id = ${invitationId} FOR UPDATE`);
}

/** What an invitation is about: a case's id, a signal's, or words of the caller. */
export async function readSubject(tx: Tx, invitationId: string): Promise<string | null> {
  const row = await tx.maybe<{ subject: string }>(
    sql`SELECT subject FROM form_invitations WHERE workspace_id = ${tx.workspaceId} AND id = ${invitationId}`,
  );
  return row?.subject ?? null;
}

/** @param invitation held by the caller and still waiting */
export async function settleInvitation(
  tx: Tx,
  invitation: Invitation,
  end: { state: 'sent'; mailId: string } | { state: 'skipped'; reason: SkipReason },
  now: Date,
): Promise<void> {
  const reason = end.state === 'skipped' ? end.reason : null;
  await tx.run(sql`
    UPDATE form_invitations SET state = ${end.state}, reason = ${reason},
      mail_id = ${end.state === 'sent' ? end.mailId : null}, settled_at = ${now}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${invitation.id}`);
  await count(tx, [
    { ...invitation, reason: null, by: -1 },
    { ...invitation, state: end.state, reason, by: 1 },
  ]);
}

export async function markAnswered(tx: Tx, invitationId: string, now: Date): Promise<void> {
  const invitation = await lockInvitation(tx, invitationId);
  if (!invitation || invitation.state === 'answered' || invitation.state === 'skipped') return;
  await tx.run(sql`
    UPDATE form_invitations SET state = 'answered', settled_at = coalesce(settled_at, ${now})
    WHERE workspace_id = ${tx.workspaceId} AND id = ${invitationId}`);
  await count(tx, [
    { ...invitation, reason: null, by: -1 },
    { ...invitation, state: 'answered', reason: null, by: 1 },
  ]);
}

/** What is known of a person before he is written to. */
export async function readPastOf(
  tx: Tx,
  formId: string,
  personId: string,
): Promise<{ lastSentAt: Date | null; answeredBefore: boolean }> {
  return tx.one(sql`
    SELECT (SELECT max(settled_at) FROM form_invitations WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}
        AND state IN ('sent', 'answered')) AS "lastSentAt",
      EXISTS (SELECT 1 FROM form_answers WHERE workspace_id = ${tx.workspaceId} AND form_id = ${formId}
        AND person_id = ${personId} AND state <> 'started') AS "answeredBefore"`);
}
