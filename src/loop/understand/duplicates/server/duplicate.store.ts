// Finds what a feedback repeats and keeps the links; a link always points to the first of a voice, never to another repeat.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { DuplicateKind } from '../core/duplicate.contract.ts';
import { mayRepeat, repeatsWithin, type Voice } from '../core/same-voice.ts';

/**
 * The earliest feedback of the same voice for each of a batch that is about to be saved: id → first.
 * Two point look-ups of an index a feedback, in one statement, however often the words were said.
 */
export async function findRepeats(tx: Tx, voices: readonly Voice[]): Promise<Map<string, string>> {
  const asked = voices.filter(mayRepeat);
  if (asked.length === 0) return new Map();
  const stored = await tx.rows<{ id: string; first: string }>(sql`
    SELECT k.id, coalesce(d.duplicate_of_id, f.feedback_id) AS first
    FROM unnest(${asked.map((voice) => voice.id)}::text[], ${asked.map((voice) => voice.textKey)}::bigint[],
      ${asked.map((voice) => voice.personKey)}::bigint[], ${asked.map((voice) => voice.particular)}::boolean[])
      AS k(id, text_key, person_key, particular)
    CROSS JOIN LATERAL (
      (SELECT j.feedback_id FROM judgements_facts j WHERE j.workspace_id = ${tx.workspaceId} AND k.person_key <> 0
        AND j.text_key = k.text_key AND j.person_key = k.person_key LIMIT 1)
      UNION ALL
      (SELECT j.feedback_id FROM judgements_facts j WHERE j.workspace_id = ${tx.workspaceId} AND k.particular AND k.person_key <> 0
        AND j.text_key = k.text_key AND j.person_key = 0 LIMIT 1)
      UNION ALL
      (SELECT j.feedback_id FROM judgements_facts j WHERE j.workspace_id = ${tx.workspaceId} AND k.particular AND k.person_key = 0
        AND j.text_key = k.text_key LIMIT 1)
      LIMIT 1) f
    LEFT JOIN duplicates d ON d.workspace_id = ${tx.workspaceId} AND d.feedback_id = f.feedback_id AND d.duplicate_of_id IS NOT NULL`);
  const repeats = new Map(stored.map((row) => [row.id, row.first]));
  for (const [id, first] of repeatsWithin(asked)) if (!repeats.has(id)) repeats.set(id, repeats.get(first) ?? first);
  return repeats;
}

export interface NewLink {
  feedbackId: string;
  duplicateOfId: string;
  kind: DuplicateKind;
  similarity: number;
}

/** Saves links. What a person has set or undone is left as it is. */
export async function saveLinks(tx: Tx, links: readonly NewLink[], now: Date): Promise<void> {
  if (links.length === 0) return;
  await tx.run(sql`
    INSERT INTO duplicates (workspace_id, feedback_id, duplicate_of_id, kind, similarity, at)
    SELECT ${tx.workspaceId}, l.id, l.first, l.kind, l.similarity, ${now}
    FROM unnest(${links.map((link) => link.feedbackId)}::text[], ${links.map((link) => link.duplicateOfId)}::text[],
      ${links.map((link) => link.kind)}::text[], ${links.map((link) => link.similarity)}::real[]) AS l(id, first, kind, similarity)
    ON CONFLICT (workspace_id, feedback_id) DO NOTHING`);
}

/** The link of a feedback, its row locked. `duplicateOfId` is null where a person undid it. */
export function lockLink(
  tx: Tx,
  feedbackId: string,
): Promise<{ duplicateOfId: string | null; kind: string } | undefined> {
  return tx.maybe(sql`
    SELECT duplicate_of_id AS "duplicateOfId", kind FROM duplicates
    WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ${feedbackId} FOR UPDATE`);
}

/** Sets a link by hand, over whatever was there. */
export async function putLink(tx: Tx, link: NewLink, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO duplicates (workspace_id, feedback_id, duplicate_of_id, kind, similarity, at)
    VALUES (${tx.workspaceId}, ${link.feedbackId}, ${link.duplicateOfId}, ${link.kind}, ${link.similarity}, ${now})
    ON CONFLICT (workspace_id, feedback_id) DO UPDATE SET
      duplicate_of_id = excluded.duplicate_of_id, kind = excluded.kind, similarity = excluded.similarity, at = excluded.at`);
}

/** Remembers that this feedback stands apart, so that no later look links it again. */
export async function putApart(tx: Tx, feedbackId: string, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO duplicates (workspace_id, feedback_id, duplicate_of_id, kind, similarity, at)
    VALUES (${tx.workspaceId}, ${feedbackId}, NULL, 'apart', 0, ${now})
    ON CONFLICT (workspace_id, feedback_id) DO UPDATE SET duplicate_of_id = NULL, kind = 'apart', similarity = 0, at = excluded.at`);
}

/** Lets what pointed to one feedback point to another. */
export async function moveLinks(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.run(sql`
    UPDATE duplicates SET duplicate_of_id = ${toId}
    WHERE workspace_id = ${tx.workspaceId} AND duplicate_of_id = ${fromId} AND feedback_id <> ${toId}`);
}
