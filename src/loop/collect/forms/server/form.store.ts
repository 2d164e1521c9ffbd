// Writes questionnaires and their versions.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { FormDefinition, FormSettings } from '../core/form.contract.ts';
import type { StoredForm } from './stored-form.reads.ts';

export async function insertForm(
  tx: Tx,
  form: {
    id: string;
    key: string;
    name: string;
    definition: FormDefinition;
    settings: FormSettings;
    by: string;
    now: Date;
  },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO forms (id, workspace_id, key, name, state, version, definition, settings, created_at, updated_at, updated_by)
    VALUES (${form.id}, ${tx.workspaceId}, ${form.key}, ${form.name}, 'draft', 0, ${JSON.stringify(form.definition)},
      ${JSON.stringify(form.settings)}, ${form.now}, ${form.now}, ${form.by})`);
}

/** Saves whatever may change at once; a new `version` is written down word for word. */
export async function updateForm(
  tx: Tx,
  form: StoredForm,
  change: Partial<Pick<StoredForm, 'name' | 'state' | 'version' | 'definition' | 'settings'>>,
  by: string,
  now: Date,
): Promise<void> {
  const next = { ...form, ...change };
  const opens = next.state === 'open' && form.state !== 'open';
  const closes = next.state === 'closed' && form.state !== 'closed';
  await tx.run(sql`
    UPDATE forms SET name = ${next.name}, state = ${next.state}, version = ${next.version},
      definition = ${JSON.stringify(next.definition)}, settings = ${JSON.stringify(next.settings)}, updated_at = ${now},
      updated_by = ${by}, opened_at = ${opens ? now : next.openedAt}, closed_at = ${closes ? now : opens ? null : next.closedAt}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${form.id}`);
  if (next.version === form.version) return;
  await tx.run(sql`
    INSERT INTO form_versions (workspace_id, form_id, version, definition, created_at, created_by)
    VALUES (${tx.workspaceId}, ${form.id}, ${next.version}, ${JSON.stringify(next.definition)}, ${now}, ${by})`);
}

export async function deleteFormRow(tx: Tx, formId: string): Promise<void> {
  await tx.run(sql`DELETE FROM forms WHERE workspace_id = ${tx.workspaceId} AND id = ${formId}`);
}
