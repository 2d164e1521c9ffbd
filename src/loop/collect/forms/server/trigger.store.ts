// Writes triggers.
import sql from 'sql-template-tag';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { FormTriggerDraft } from '../core/trigger.contract.ts';

export async function upsertTrigger(tx: Tx, formId: string, draft: FormTriggerDraft, now: Date): Promise<void> {
  // The form is held by the caller, so looking first is safe.
  const changed = await tx.run(sql`
    UPDATE form_triggers SET delay_minutes = ${draft.delayMinutes}, sample = ${draft.sample},
      cool_down_days = ${draft.coolDownDays}, enabled = ${draft.enabled}
    WHERE workspace_id = ${tx.workspaceId} AND form_id = ${formId} AND event = ${draft.event}`);
  if (changed > 0) return;
  await tx.run(sql`
    INSERT INTO form_triggers (id, workspace_id, form_id, event, delay_minutes, sample, cool_down_days, enabled, created_at)
    VALUES (${newId('ftr')}, ${tx.workspaceId}, ${formId}, ${draft.event}, ${draft.delayMinutes}, ${draft.sample},
      ${draft.coolDownDays}, ${draft.enabled}, ${now})`);
}

/** @returns whether there was one */
export async function deleteTrigger(tx: Tx, formId: string, event: string): Promise<boolean> {
  const gone = await tx.run(sql`
    DELETE FROM form_triggers WHERE workspace_id = ${tx.workspaceId} AND form_id = ${formId} AND event = ${event}`);
  return gone > 0;
}
