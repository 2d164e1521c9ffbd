// Reads a questionnaire as the public may see it.
import type { Tx } from '../../../../platform/database/database.ts';
import { formDefinition } from '../core/form.contract.ts';
import { availability } from '../core/form-availability.ts';
import type { PublicForm } from '../core/public-form.contract.ts';
import { isFull } from '../core/quota.ts';
import type { FormDesk } from './form-desk.ts';
import { findByKey, findForm, readShop, readVersion } from './stored-form.reads.ts';
import { readQuotaCounts } from './sum.reads.ts';

/** An opened questionnaire by its key, without questions unless it may be begun now; nothing for a draft or a wrong key. */
export async function readPublicForm(desk: FormDesk, key: string, now: Date): Promise<PublicForm | undefined> {
  return byKey(desk, key, async (tx, formId) => {
    const form = await findForm(tx, formId);
    if (!form || form.version === 0) return undefined;
    const definition = formDefinition.parse(await readVersion(tx, formId, form.version));
    const full = form.settings.quota !== null && isFull(form.settings, await readQuotaCounts(tx, formId, null));
    const state = availability(form, full, now);
    const { name } = await readShop(tx);
    return {
      key,
      state,
      version: form.version,
      language: form.settings.language,
      definition: state === 'open' ? definition : { ...definition, questions: [] },
      shop: name,
    };
  });
}

/** Sites that may use a questionnaire from a script; nothing for a draft or a wrong key. */
export function readOrigins(desk: FormDesk, key: string): Promise<string[] | undefined> {
  return byKey(desk, key, async (tx, formId) => {
    const form = await findForm(tx, formId);
    return form && form.version > 0 ? form.settings.origins : undefined;
  });
}

/** @param origin as the browser sent it; a program without one has no visitor's cookies to misuse */
export function mayUse(origins: readonly string[], origin: string | undefined, own: string): boolean {
  return origin === undefined || origin === own || origins.includes(origin.toLowerCase());
}

async function byKey<T>(
  desk: FormDesk,
  key: string,
  read: (tx: Tx, formId: string) => Promise<T | undefined>,
): Promise<T | undefined> {
  const found = await findByKey(desk.database.machine, key);
  return found && desk.database.workspace(found.workspaceId).read((tx) => read(tx, found.formId));
}
