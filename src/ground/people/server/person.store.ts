// Writes customers and what names them; values are kept as keyed hash and sealed original only.
import sql from 'sql-template-tag';
import { newId } from '../../../kit/ids.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Sealer } from '../../../platform/secrets/seal.ts';
import { type IdentityValue, identitiesOf } from '../core/identity.ts';
import type { PersonHint } from '../core/person.contract.ts';

/**
 * Finds or makes the customer behind each hint, in the order given; a hint that names nobody gives null.
 * Runs in a few statements however many hints there are. Two hints that share a value are one person; a hint whose
 * values belong to different people goes to the strongest one's person, and nobody is merged behind the desk's back.
 */
export async function findOrCreatePeople(
  tx: Tx,
  sealer: Sealer,
  hints: readonly (PersonHint | undefined)[],
  now: Date,
): Promise<(string | null)[]> {
  const keyed = hints.map((hint) =>
    (hint ? identitiesOf(hint) : []).map((value) => ({ ...value, hash: hashOf(tx, sealer, value) })),
  );
  if (keyed.every((list) => list.length === 0)) return hints.map(() => null);
  const known = await readKnown(tx, keyed.flat());
  const created = new Map<string, { name: string | null; locale: string | null }>();
  const added = new Map<string, { kind: string; hash: string; personId: string; sealed: string; hint: string }>();
  const result = keyed.map((list, index) => {
    if (list.length === 0) return null;
    let personId = list.map((value) => known.get(`${value.kind}\n${value.hash}`)).find((id) => id !== undefined);
    if (!personId) {
      personId = newId('per');
      created.set(personId, { name: hints[index]?.name ?? null, locale: hints[index]?.locale ?? null });
    }
    for (const value of list) {
      const key = `${value.kind}\n${value.hash}`;
      if (known.has(key)) continue;
      known.set(key, personId);
      added.set(key, {
        kind: value.kind,
        hash: value.hash,
        personId,
        sealed: sealer.seal(tx.workspaceId, value.value),
        hint: value.hint,
      });
    }
    return personId;
  });
  if (added.size === 0) return result;
  const people = [...created];
  await tx.run(sql`
    INSERT INTO people (id, workspace_id, name, locale, created_at)
    SELECT p.id, ${tx.workspaceId}, p.name, p.locale, ${now}
    FROM unnest(${people.map(([id]) => id)}::text[], ${people.map(([, person]) => person.name)}::text[],
      ${people.map(([, person]) => person.locale)}::text[]) AS p(id, name, locale)`);
  const rows = [...added.values()].sort((one, other) => (one.hash < other.hash ? -1 : 1));
  const saved = await tx.rows<{ kind: string; value_hash: string }>(sql`
    INSERT INTO identities (workspace_id, kind, value_hash, person_id, value_sealed, hint, created_at)
    SELECT ${tx.workspaceId}, i.kind, i.hash, i.person_id, i.sealed, i.hint, ${now}
    FROM unnest(${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.hash)}::text[],
      ${rows.map((row) => row.personId)}::text[], ${rows.map((row) => row.sealed)}::text[],
      ${rows.map((row) => row.hint)}::text[]) AS i(kind, hash, person_id, sealed, hint)
    ON CONFLICT DO NOTHING RETURNING kind, value_hash`);
  if (saved.length === rows.length) return result;
  return settleRace(tx, keyed, result, created);
}

/** Holds a customer until the transaction ends. @returns whether there is one */
export async function lockPerson(tx: Tx, personId: string): Promise<boolean> {
  const row = await tx.maybe(
    sql`SELECT id FROM people WHERE workspace_id = ${tx.workspaceId} AND id = ${personId} FOR UPDATE`,
  );
  return row !== undefined;
}

interface Keyed extends IdentityValue {
  hash: string;
}

/** Somebody saved the same customer at the same moment: use theirs and drop ours. */
async function settleRace(
  tx: Tx,
  keyed: readonly Keyed[][],
  result: (string | null)[],
  created: Map<string, unknown>,
): Promise<(string | null)[]> {
  const known = await readKnown(tx, keyed.flat());
  const winners = new Map<string, string>();
  const asked = new Set<string>();
  for (const [index, personId] of result.entries()) {
    if (personId === null || !created.has(personId) || asked.has(personId)) continue;
    // Only the hint that made the person decides, as it would have, had the other come a moment earlier.
    asked.add(personId);
    const ids = keyed[index]!.map((value) => known.get(`${value.kind}\n${value.hash}`));
    const winner = ids.find((id) => id !== undefined && !created.has(id));
    if (winner) winners.set(personId, winner);
  }
  // What of ours was saved goes with its person: one customer stays one also when only half of what names him was new.
  const moved = [...winners];
  await tx.run(sql`
    UPDATE identities i SET person_id = m.to_id
    FROM unnest(${moved.map(([from]) => from)}::text[], ${moved.map(([, to]) => to)}::text[]) AS m(from_id, to_id)
    WHERE i.workspace_id = ${tx.workspaceId} AND i.person_id = m.from_id`);
  const settled = result.map((personId) => (personId === null ? null : (winners.get(personId) ?? personId)));
  const used = new Set(settled);
  const orphans = [...created.keys()].filter((id) => !used.has(id));
  await tx.run(sql`
    DELETE FROM people p WHERE p.workspace_id = ${tx.workspaceId} AND p.id = ANY(${orphans}::text[])
      AND NOT EXISTS (SELECT 1 FROM identities i WHERE i.workspace_id = p.workspace_id AND i.person_id = p.id)`);
  return settled;
}

async function readKnown(tx: Tx, values: readonly Keyed[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ kind: string; value_hash: string; person_id: string }>(sql`
    SELECT i.kind, i.value_hash, i.person_id FROM identities i
    JOIN unnest(${values.map((value) => value.kind)}::text[], ${values.map((value) => value.hash)}::text[]) AS v(kind, hash)
      ON i.kind = v.kind AND i.value_hash = v.hash
    WHERE i.workspace_id = ${tx.workspaceId}`);
  return new Map(rows.map((row) => [`${row.kind}\n${row.value_hash}`, row.person_id]));
}

function hashOf(tx: Tx, sealer: Sealer, value: IdentityValue): string {
  return sealer.blindIndex(tx.workspaceId, `identity/${value.kind}`, value.value);
}

/** Changes the lane; answers whether there is such a customer. */
export async function saveTier(tx: Tx, personId: string, tier: 'standard' | 'vip'): Promise<boolean> {
  const changed = await tx.run(
    sql`UPDATE people SET tier = ${tier} WHERE workspace_id = ${tx.workspaceId} AND id = ${personId}`,
  );
  return changed > 0;
}

/** Sets both the name and the consent, or neither. */
export async function saveThanks(tx: Tx, personId: string, nickname: string | null, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE people SET nickname = ${nickname}, thanks_consent_at = ${nickname === null ? null : now}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${personId}`);
}
