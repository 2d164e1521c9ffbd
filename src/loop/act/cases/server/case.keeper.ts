// Hands out the cases a person is in, and takes him out of them: his own cases lose every sentence, shared ones what quotes him.
import sql from 'sql-template-tag';
import { NO_TRACES, type PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { ERASED, type QuoteFinder, quoteFinder, withoutQuotes } from '../../../../text/quoting.ts';

interface HisCases {
  /** Nobody else has a voice in them. */
  own: string[];
  shared: string[];
}

async function casesOfPerson(tx: Tx, personId: string): Promise<HisCases> {
  const rows = await tx.rows<{ id: string; own: boolean }>(sql`
    SELECT c.id, NOT EXISTS (
        SELECT FROM case_feedback o JOIN feedback_facts f ON f.workspace_id = o.workspace_id AND f.id = o.feedback_id
        WHERE o.workspace_id = c.workspace_id AND o.case_id = c.id AND f.person_id IS DISTINCT FROM ${personId}
          AND f.external_id <> 'erased:' || f.id) AS own
    FROM cases c WHERE c.workspace_id = ${tx.workspaceId} AND (c.person_id = ${personId} OR c.id IN (
      SELECT m.case_id FROM case_feedback m JOIN feedback_facts f ON f.workspace_id = m.workspace_id AND f.id = m.feedback_id
      WHERE m.workspace_id = ${tx.workspaceId} AND f.person_id = ${personId}))
    ORDER BY c.id`);
  return {
    own: rows.filter((row) => row.own).map((row) => row.id),
    shared: rows.filter((row) => !row.own).map((row) => row.id),
  };
}

async function emptyOwn(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.run(sql`
    UPDATE cases SET title = ${ERASED}, fields = '{}', priority_reason = NULL, vip = false,
      resolution_note = CASE WHEN resolution_note IS NULL THEN NULL ELSE ${ERASED} END
    WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${[...ids]}::text[])`);
  await tx.run(sql`
    UPDATE case_notes SET text = ${ERASED} WHERE workspace_id = ${tx.workspaceId} AND case_id = ANY(${[...ids]}::text[])`);
  await tx.run(sql`
    UPDATE notifications SET vals = '{}', about = NULL WHERE workspace_id = ${tx.workspaceId} AND case_id = ANY(${[...ids]}::text[])`);
}

async function emptyShared(tx: Tx, ids: readonly string[], quotes: QuoteFinder): Promise<void> {
  const cases = await tx.rows<{ id: string; words: { title: string } }>(sql`
    SELECT id, jsonb_build_object('title', title, 'fields', fields, 'reason', priority_reason, 'note', resolution_note) AS words
    FROM cases WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${[...ids]}::text[]) FOR UPDATE`);
  for (const row of cases) {
    const words = withoutQuotes(row.words, quotes);
    if (words === row.words) continue;
    await tx.run(sql`
      UPDATE cases SET title = w.title, fields = w.fields, priority_reason = w.reason, resolution_note = w.note
      FROM jsonb_to_record(${JSON.stringify(words)}::jsonb) AS w(title text, fields jsonb, reason text, note text)
      WHERE workspace_id = ${tx.workspaceId} AND id = ${row.id}`);
  }
  const notes = await tx.rows<{ id: string; text: string }>(sql`
    SELECT id, text FROM case_notes WHERE workspace_id = ${tx.workspaceId} AND case_id = ANY(${[...ids]}::text[])`);
  await tx.run(sql`
    UPDATE case_notes SET text = ${ERASED} WHERE workspace_id = ${tx.workspaceId}
      AND id = ANY(${notes.filter((note) => quotes(note.text)).map((note) => note.id)}::text[])`);
  const rings = await tx.rows<{ id: string; vals: unknown; about: unknown }>(sql`
    SELECT id, vals, about FROM notifications
    WHERE workspace_id = ${tx.workspaceId} AND (case_id = ANY(${[...ids]}::text[]) OR about IS NOT NULL)`);
  const quoting = rings.filter((ring) => quotes(JSON.stringify(ring.vals)) || quotes(JSON.stringify(ring.about)));
  await tx.run(sql`
    UPDATE notifications SET vals = '{}', about = CASE WHEN about IS NULL THEN NULL ELSE jsonb_set(about, '{title}', to_jsonb(${ERASED}::text)) END
    WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${quoting.map((ring) => ring.id)}::text[])`);
}

/** Must run before the keeper of feedback, which knows whose voice is whose. */
export const caseKeeper: PersonKeeper<Tx> = {
  name: 'cases',
  async traces(tx, personId) {
    const { own, shared } = await casesOfPerson(tx, personId);
    return { ids: own, shared };
  },
  async export(tx, personId) {
    const { own, shared } = await casesOfPerson(tx, personId);
    const rows = await tx.rows<Record<string, unknown>>(sql`
      SELECT number, title, status, priority, theme, channel, fields, opened_at AS "openedAt", resolved_at AS "resolvedAt", resolution,
        resolution_note AS "resolutionNote", verified_at AS "verifiedAt", closed_at AS "closedAt", reopened_count AS "reopenedCount"
      FROM cases WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${[...own, ...shared]}::text[]) ORDER BY id`);
    const notes = await tx.rows<Record<string, unknown>>(sql`
      SELECT c.number AS "caseNumber", n.text, n.created_at AS "createdAt"
      FROM case_notes n JOIN cases c ON c.workspace_id = n.workspace_id AND c.id = n.case_id
      WHERE n.workspace_id = ${tx.workspaceId} AND n.case_id = ANY(${own}::text[]) ORDER BY n.id`);
    return [
      { section: 'cases', rows },
      { section: 'case_notes', rows: notes },
    ];
  },
  async erase(tx, personId, _now, traces = NO_TRACES) {
    const { own, shared } = await casesOfPerson(tx, personId);
    await emptyOwn(tx, own);
    await emptyShared(tx, [...new Set([...shared, ...traces.shared])], quoteFinder(traces.words));
    await tx.run(sql`
      UPDATE cases SET person_id = NULL WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`);
    await tx.run(sql`
      UPDATE case_views SET filter = filter - 'personId' WHERE workspace_id = ${tx.workspaceId} AND filter ->> 'personId' = ${personId}`);
    return { fileIds: [] };
  },
};
