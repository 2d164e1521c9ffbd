// Reads which triggers follow an event, and what became of their invitations.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { FormTriggerView, TriggerEvent } from '../core/trigger.contract.ts';

export interface LiveTrigger {
  id: string;
  formId: string;
  delayMinutes: number;
  sample: number;
  coolDownDays: number;
  enabled: boolean;
}

const columns = sql`id, form_id AS "formId", delay_minutes AS "delayMinutes", sample, cool_down_days AS "coolDownDays", enabled`;

/** Triggers that follow an event, of forms that are open. */
export function liveTriggers(tx: Tx, event: TriggerEvent): Promise<LiveTrigger[]> {
  return tx.rows<LiveTrigger>(sql`
    SELECT ${columns} FROM form_triggers t
    WHERE workspace_id = ${tx.workspaceId} AND event = ${event} AND enabled
      AND EXISTS (SELECT 1 FROM forms f WHERE f.workspace_id = t.workspace_id AND f.id = t.form_id AND f.state = 'open')
    ORDER BY id`);
}

export function findTrigger(tx: Tx, triggerId: string): Promise<LiveTrigger | undefined> {
  return tx.maybe<LiveTrigger>(
    sql`SELECT ${columns} FROM form_triggers WHERE workspace_id = ${tx.workspaceId} AND id = ${triggerId}`,
  );
}

/** The triggers of a questionnaire with what became of their invitations. */
export async function readTriggers(tx: Tx, formId: string): Promise<FormTriggerView[]> {
  const triggers = await tx.rows<LiveTrigger & { event: TriggerEvent }>(sql`
    SELECT ${columns}, event FROM form_triggers WHERE workspace_id = ${tx.workspaceId} AND form_id = ${formId} ORDER BY id`);
  const counts = await tx.rows<{ triggerId: string; state: string; reason: string | null; count: number }>(sql`
    SELECT trigger_id AS "triggerId", state, reason, sum(count)::int8 AS count FROM form_invitation_sums
    WHERE workspace_id = ${tx.workspaceId} AND form_id = ${formId} GROUP BY 1, 2, 3 HAVING sum(count) > 0`);
  return triggers.map(({ formId: _form, ...trigger }) => {
    const own = counts.filter((row) => row.triggerId === trigger.id);
    const count = (state: string) => own.filter((row) => row.state === state).reduce((sum, row) => sum + row.count, 0);
    return {
      ...trigger,
      // Kept as a single-precision number: 0.1 must come back as 0.1.
      sample: Number(trigger.sample.toFixed(4)),
      waiting: count('waiting'),
      sent: count('sent') + count('answered'),
      answered: count('answered'),
      skipped: own.flatMap((row) =>
        row.state === 'skipped' && row.reason ? [{ reason: row.reason, count: row.count }] : [],
      ),
    };
  });
}
