// Reads questionnaires as they are kept, with their versions and the shop they speak for.
import sql, { empty } from 'sql-template-tag';
import type { Statements, Tx } from '../../../../platform/database/database.ts';
import type { FormDefinition, FormSettings, FormState } from '../core/form.contract.ts';

export interface StoredForm {
  id: string;
  key: string;
  name: string;
  state: FormState;
  version: number;
  definition: FormDefinition;
  settings: FormSettings;
  updatedAt: Date;
  updatedBy: string;
  openedAt: Date | null;
  closedAt: Date | null;
}

export const formColumns = sql`id, key, name, state, version, definition, settings, updated_at AS "updatedAt",
  updated_by AS "updatedBy", opened_at AS "openedAt", closed_at AS "closedAt"`;

/**
 * One questionnaire, or nothing. `change` holds it until the transaction ends, yet lets others begin answers meanwhile (whose
 * rows point at it); `remove` lets nobody.
 */
export function findForm(tx: Tx, formId: string, hold?: 'change' | 'remove'): Promise<StoredForm | undefined> {
  return tx.maybe<StoredForm>(sql`
    SELECT ${formColumns} FROM forms WHERE workspace_id = ${tx.workspaceId} AND id = ${formId}
    ${hold === 'change' ? sql`FOR NO KEY UPDATE` : hold === 'remove' ? sql`FOR UPDATE` : empty}`);
}

/** Which workspace and questionnaire a public key names; the visitor knows nothing else. */
export function findByKey(
  machine: Statements,
  key: string,
): Promise<{ workspaceId: string; formId: string } | undefined> {
  if (!/^[a-z0-9]{6,40}$/.test(key)) return Promise.resolve(undefined);
  return machine.maybe(sql`SELECT workspace_id AS "workspaceId", id AS "formId" FROM forms WHERE key = ${key}`);
}

/** What a version asked, or nothing when there is no such version. */
export async function readVersion(tx: Tx, formId: string, version: number): Promise<FormDefinition | undefined> {
  const row = await tx.maybe<{ definition: FormDefinition }>(sql`
    SELECT definition FROM form_versions
    WHERE workspace_id = ${tx.workspaceId} AND form_id = ${formId} AND version = ${version}`);
  return row?.definition;
}

/** Every version, the latest first. */
export function readVersions(
  tx: Tx,
  formId: string,
): Promise<{ version: number; definition: FormDefinition; createdAt: Date }[]> {
  return tx.rows(sql`
    SELECT version, definition, created_at AS "createdAt" FROM form_versions
    WHERE workspace_id = ${tx.workspaceId} AND form_id = ${formId} ORDER BY version DESC LIMIT 200`);
}

/** The shop a page speaks for. */
export function readShop(tx: Tx): Promise<{ name: string; locale: 'zh-CN' | 'en'; timeZone: string }> {
  return tx.one(sql`
    SELECT name, locale, time_zone AS "timeZone" FROM workspaces_facts WHERE workspace_id = ${tx.workspaceId}`);
}
