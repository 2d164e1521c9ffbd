// Finds and locks the open case that stands for a person and theme, or for a group of people we do not know.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { isOpen } from '../core/case.status.ts';
import { type CaseVoice, keyOfVoice } from '../core/case-voice.contract.ts';
import { lockCases, type StoredCase, standsFor } from './case.store.ts';

interface Pointer {
  id: string;
  person_id: string | null;
  group_key: string | null;
  theme: string | null;
}

/**
 * Locks the open cases of these keys. Where the case was merged into another that is still open, that one stands for it.
 * @param firsts one voice of each key
 * @returns case by key
 */
export async function lockOpenByKeys(tx: Tx, firsts: readonly CaseVoice[]): Promise<Map<string, StoredCase>> {
  const found = new Map<string, StoredCase>();
  if (firsts.length === 0) return found;
  const known = firsts.filter((voice) => voice.personId !== null);
  const groups = firsts.filter((voice) => voice.personId === null).map((voice) => voice.groupKey ?? '');
  const people = known.map((voice) => voice.personId);
  const themes = known.map((voice) => voice.theme ?? '');
  const ids = await tx.rows<{ id: string }>(sql`
    SELECT c.id FROM unnest(${people}::text[], ${themes}::text[]) AS k(person_id, theme)
    JOIN cases c ON c.workspace_id = ${tx.workspaceId} AND c.person_id = k.person_id AND coalesce(c.theme, '') = k.theme AND c.is_open
    UNION ALL
    SELECT id FROM cases WHERE workspace_id = ${tx.workspaceId} AND group_key = ANY(${groups}::text[]) AND is_open`);
  const rows = await lockCases(
    tx,
    ids.map((row) => row.id),
  );
  for (const row of rows.values()) {
    if (isOpen(row.status) && !row.merged_into) found.set(keyOfCase(row), row);
  }
  for (const pointer of await mergedOf(tx, people, themes, groups)) {
    const key = keyOfCase(pointer);
    if (found.has(key)) continue;
    const holderId = await standsFor(tx, pointer.id);
    const holder = rows.get(holderId) ?? (await lockCases(tx, [holderId])).get(holderId);
    if (holder && isOpen(holder.status) && !holder.merged_into) found.set(key, holder);
  }
  return found;
}

/** Merged cases of these keys that were open when they were merged, newest first. */
async function mergedOf(
  tx: Tx,
  people: readonly (string | null)[],
  themes: readonly string[],
  groups: readonly string[],
): Promise<Pointer[]> {
  return tx.rows<Pointer>(sql`
    SELECT c.id, c.person_id, c.group_key, c.theme
    FROM unnest(${[...people]}::text[], ${[...themes]}::text[]) AS k(person_id, theme)
    JOIN cases c ON c.workspace_id = ${tx.workspaceId} AND c.person_id = k.person_id AND coalesce(c.theme, '') = k.theme
      AND c.merged_into IS NOT NULL AND c.status IN ('new', 'open', 'pending', 'on_hold')
    UNION ALL
    SELECT id, person_id, group_key, theme FROM cases
    WHERE workspace_id = ${tx.workspaceId} AND group_key = ANY(${[...groups]}::text[]) AND merged_into IS NOT NULL
      AND status IN ('new', 'open', 'pending', 'on_hold')
    ORDER BY id DESC LIMIT 1000`);
}

function keyOfCase(row: Pointer): string {
  return keyOfVoice({ personId: row.person_id, groupKey: row.group_key, theme: row.theme });
}
