// Reads customers for screens (masked) and for the post (opened).
import sql from 'sql-template-tag';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/database.ts';
import type { Sealer } from '../../../platform/secrets/seal.ts';
import type { PersonHint, personView } from '../core/person.contract.ts';

/** One customer as screens may see him, or nothing. */
export async function readPerson(tx: Tx, personId: string): Promise<z.output<typeof personView> | undefined> {
  const row = await tx.maybe<{
    id: string;
    name: string | null;
    locale: string | null;
    tier: 'standard' | 'vip';
    created_at: Date;
  }>(sql`
    SELECT id, name, locale, tier, created_at FROM people WHERE workspace_id = ${tx.workspaceId} AND id = ${personId}`);
  if (!row) return undefined;
  const identities = await tx.rows<{ kind: 'external' | 'email' | 'phone'; hint: string }>(sql`
    SELECT kind, hint FROM identities WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId} ORDER BY created_at, kind LIMIT 20`);
  return {
    id: row.id,
    name: row.name,
    locale: row.locale,
    tier: row.tier,
    createdAt: row.created_at.toISOString(),
    identities,
  };
}

/** What names a known customer to the gate, so that what he says elsewhere is joined to him; null when nothing does. */
export async function hintOf(tx: Tx, sealer: Sealer, personId: string): Promise<PersonHint | null> {
  const rows = await tx.rows<{ kind: 'external' | 'email' | 'phone'; value_sealed: string }>(sql`
    SELECT kind, value_sealed FROM identities
    WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId} ORDER BY created_at LIMIT 20`);
  const open = (kind: string) => {
    const row = rows.find((candidate) => candidate.kind === kind);
    return row && sealer.open(tx.workspaceId, row.value_sealed);
  };
  const hint: PersonHint = { externalId: open('external'), email: open('email'), phone: open('phone') };
  return hint.externalId || hint.email || hint.phone ? hint : null;
}

export interface Contact {
  email: string | null;
  phone: string | null;
  name: string | null;
  locale: 'zh-CN' | 'en' | null;
}

/** Where a letter or call would reach a customer, opened for sending only: never for a screen. */
export async function contactOf(tx: Tx, sealer: Sealer, personId: string): Promise<Contact> {
  const rows = await tx.rows<{ kind: string; value_sealed: string }>(sql`
    SELECT kind, value_sealed FROM identities
    WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId} AND kind IN ('email', 'phone') ORDER BY created_at LIMIT 20`);
  const person = await tx.maybe<{ name: string | null; locale: 'zh-CN' | 'en' | null }>(
    sql`SELECT name, locale FROM people WHERE workspace_id = ${tx.workspaceId} AND id = ${personId}`,
  );
  const open = (kind: string) => {
    const row = rows.find((candidate) => candidate.kind === kind);
    return row ? sealer.open(tx.workspaceId, row.value_sealed) : null;
  };
  return { email: open('email'), phone: open('phone'), name: person?.name ?? null, locale: person?.locale ?? null };
}

/** What names each of these customers, opened: for handing them on to the gate, never for a screen. One without a name of any kind is left out. */
export async function hintsOf(tx: Tx, sealer: Sealer, personIds: readonly string[]): Promise<Map<string, PersonHint>> {
  const rows = await tx.rows<{ person_id: string; kind: 'external' | 'email' | 'phone'; value_sealed: string }>(sql`
    SELECT DISTINCT ON (person_id) person_id, kind, value_sealed FROM identities
    WHERE workspace_id = ${tx.workspaceId} AND person_id = ANY(${[...personIds]}::text[])
    ORDER BY person_id, CASE kind WHEN 'external' THEN 0 WHEN 'email' THEN 1 ELSE 2 END, created_at`);
  return new Map(
    rows.map((row) => {
      const value = sealer.open(tx.workspaceId, row.value_sealed);
      const hint: PersonHint =
        row.kind === 'external' ? { externalId: value } : row.kind === 'email' ? { email: value } : { phone: value };
      return [row.person_id, hint];
    }),
  );
}

/** By what name a customer wants to be thanked in public; both null where he has not said so. */
export interface Thanks {
  nickname: string | null;
  consentedAt: Date | null;
}

export function readThanks(tx: Tx, personId: string): Promise<Thanks | undefined> {
  return tx.maybe<Thanks>(sql`
    SELECT nickname, thanks_consent_at AS "consentedAt" FROM people WHERE workspace_id = ${tx.workspaceId} AND id = ${personId}`);
}
