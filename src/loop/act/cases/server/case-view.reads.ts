// Everything the case page needs, in one transaction.
import sql from 'sql-template-tag';
import type { z } from 'zod';
import type { Tx } from '../../../../platform/database/database.ts';
import { clocksOf } from '../../clocks/server/door.ts';
import type { CaseView, caseView } from '../core/case.contract.ts';
import { offeredActions } from '../core/case.status.ts';
import { caseLine, readShown, type ShownCase } from './case.reads.ts';
import { readCaseFeedback } from './case-feedback.reads.ts';

const FIRST_FEEDBACK = 50;

type PersonCard = CaseView['personCard'];
type Note = CaseView['notes'][number];
interface PointerRow {
  id: string;
  number: number;
  title: string;
}

/** @returns the whole case, or `undefined` */
export async function readCaseView(tx: Tx, id: string, now: Date): Promise<z.input<typeof caseView> | undefined> {
  const row = await readShown(tx, id);
  if (!row) return undefined;
  const [pointers, personCard, feedback, clocks, notes] = await Promise.all([
    readPointers(tx, row),
    readPersonCard(tx, row),
    readCaseFeedback(tx, id, undefined, FIRST_FEEDBACK),
    clocksOf(tx, [id], now).then((found) => found.get(id) ?? []),
    readNotes(tx, id),
  ]);
  return {
    ...caseLine(row, now),
    parts: row.parts,
    computedPriority: row.computed_priority,
    priorityReason: row.priority_reason,
    effort: row.effort,
    fields: row.fields as CaseView['fields'],
    resolution: row.resolution,
    resolutionNote: row.resolution_note,
    closedAt: row.closed_at?.toISOString() ?? null,
    verifiedAt: row.verified_at?.toISOString() ?? null,
    reopenedCount: row.reopened_count,
    mergedInto: pointers.find((one) => one.id === row.merged_into) ?? null,
    merged: pointers.filter((one) => one.id !== row.merged_into),
    personCard,
    feedback,
    clocks,
    notes,
    actions: row.merged_into ? [] : offeredActions(row.status),
  };
}

export async function caseExists(tx: Tx, id: string): Promise<boolean> {
  return (await tx.maybe(sql`SELECT FROM cases WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`)) !== undefined;
}

async function readPointers(tx: Tx, row: ShownCase): Promise<PointerRow[]> {
  return tx.rows<PointerRow>(sql`
    (SELECT id, number, title FROM cases WHERE workspace_id = ${tx.workspaceId} AND id = ${row.merged_into})
    UNION ALL
    (SELECT id, number, title FROM cases WHERE workspace_id = ${tx.workspaceId} AND merged_into = ${row.id}
      ORDER BY id DESC LIMIT 50)`);
}

async function readPersonCard(tx: Tx, row: ShownCase): Promise<PersonCard> {
  if (!row.person_id) return null;
  const [person, otherCases] = await Promise.all([
    tx.maybe<{
      id: string;
      name: string | null;
      tier: 'standard' | 'vip';
      locale: string | null;
      created_at: Date;
      last_voice_at: Date | null;
    }>(sql`
      SELECT id, name, tier, locale, created_at, last_voice_at FROM people_facts
      WHERE workspace_id = ${tx.workspaceId} AND id = ${row.person_id}`),
    tx.rows<NonNullable<PersonCard>['otherCases'][number]>(sql`
      SELECT id, number, title, status, theme FROM cases
      WHERE workspace_id = ${tx.workspaceId} AND person_id = ${row.person_id} AND id <> ${row.id} AND merged_into IS NULL
      ORDER BY id DESC LIMIT 10`),
  ]);
  if (!person) return null;
  const { created_at, last_voice_at, ...card } = person;
  return { ...card, since: created_at.toISOString(), lastVoiceAt: last_voice_at?.toISOString() ?? null, otherCases };
}

async function readNotes(tx: Tx, caseId: string): Promise<Note[]> {
  const rows = await tx.rows<{
    id: string;
    author_kind: string;
    author_id: string;
    author_name: string;
    text: string;
    mentions: { id: string; name: string }[];
    created_at: Date;
  }>(sql`
    SELECT n.id, n.author_kind, n.author_id, n.author_name, n.text, n.created_at,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) ORDER BY m.name), '[]')
       FROM members_facts m WHERE m.workspace_id = n.workspace_id AND m.id = ANY(n.mentions)) AS mentions
    FROM (SELECT * FROM case_notes WHERE workspace_id = ${tx.workspaceId} AND case_id = ${caseId} ORDER BY id DESC LIMIT 200) n
    ORDER BY n.id`);
  return rows.map((row) => ({
    id: row.id,
    author: { kind: row.author_kind, id: row.author_id, name: row.author_name },
    text: row.text,
    mentions: row.mentions,
    createdAt: row.created_at.toISOString(),
  }));
}
