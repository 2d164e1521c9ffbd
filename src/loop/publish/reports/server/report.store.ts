// Writes reports and their versions.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { PublicReport } from '../core/public-report.ts';
import type { EarlierReport } from '../core/redact.ts';
import type { VersionState } from '../core/report.contract.ts';
import type { ReportFigures } from '../core/report-figures.contract.ts';
import type { ReportPeriod } from '../core/report-period.ts';
import type { ReportTexts } from '../core/report-texts.contract.ts';

export interface StoredReport extends ReportPeriod {
  id: string;
  state: 'draft' | 'published' | 'withdrawn';
  shownVersion: number | null;
  lastVersion: number;
  /** The draft's number; null without one. */
  draft: number | null;
}

/** Published reports held against a new one: the latest, for figures of long ago share no days with it. */
const HELD_AGAINST = 24;

/** Locks a report for a change. */
export async function lockReport(tx: Tx, reportId: string): Promise<StoredReport | undefined> {
  const report = await tx.maybe<Omit<StoredReport, 'draft'>>(sql`
    SELECT id, from_on AS "from", to_on AS "to", previous_from_on AS "previousFrom", previous_to_on AS "previousTo", state,
      shown_version AS "shownVersion", last_version AS "lastVersion"
    FROM reports WHERE workspace_id = ${tx.workspaceId} AND id = ${reportId} FOR UPDATE`);
  if (!report) return undefined;
  const draft = await tx.maybe<{ version: number }>(sql`
    SELECT version FROM report_versions WHERE workspace_id = ${tx.workspaceId} AND report_id = ${reportId} AND state = 'draft'`);
  return { ...report, draft: draft?.version ?? null };
}

/** One publication at a time, so that each is held against all that came before it. */
export async function lockPublishing(tx: Tx): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`reports:${tx.workspaceId}`}, 0))`);
}

/** Figures of everything published before; superseded versions stay readable and count too. */
export async function readPublished(tx: Tx): Promise<EarlierReport[]> {
  const rows = await tx.rows<{ public: PublicReport }>(sql`
    SELECT v.public FROM report_versions v
    WHERE v.workspace_id = ${tx.workspaceId} AND v.state <> 'draft'
    ORDER BY v.published_at DESC LIMIT ${HELD_AGAINST}`);
  return rows.map((row) => row.public);
}

/** @returns false when the schedule has made this report already */
export async function insertReport(
  tx: Tx,
  report: ReportPeriod & { id: string; madeBy: 'member' | 'schedule' },
  now: Date,
): Promise<boolean> {
  const made = await tx.run(sql`
    INSERT INTO reports (id, workspace_id, from_on, to_on, previous_from_on, previous_to_on, made_by, state, last_version, created_at)
    VALUES (${report.id}, ${tx.workspaceId}, ${report.from}, ${report.to}, ${report.previousFrom}, ${report.previousTo},
      ${report.madeBy}, 'draft', 0, ${now})
    ON CONFLICT DO NOTHING`);
  return made > 0;
}

/** Adds a draft with the next number. @returns its number */
export async function insertVersion(
  tx: Tx,
  reportId: string,
  draft: { figures: ReportFigures; texts: ReportTexts; reason: string | null; computeMs: number },
  now: Date,
): Promise<number> {
  const { version } = await tx.one<{ version: number }>(sql`
    UPDATE reports SET last_version = last_version + 1
    WHERE workspace_id = ${tx.workspaceId} AND id = ${reportId} RETURNING last_version AS version`);
  await tx.run(sql`
    INSERT INTO report_versions (workspace_id, report_id, version, state, figures, texts, reason, computed_at, compute_ms, edited_at)
    VALUES (${tx.workspaceId}, ${reportId}, ${version}, 'draft', ${JSON.stringify(draft.figures)}::jsonb,
      ${JSON.stringify(draft.texts)}::jsonb, ${draft.reason}, ${now}, ${draft.computeMs}, ${now})`);
  return version;
}

export async function saveFigures(
  tx: Tx,
  reportId: string,
  version: number,
  draft: { figures: ReportFigures; texts: ReportTexts; computeMs: number },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE report_versions SET figures = ${JSON.stringify(draft.figures)}::jsonb, texts = ${JSON.stringify(draft.texts)}::jsonb,
      computed_at = ${now}, compute_ms = ${draft.computeMs}
    WHERE workspace_id = ${tx.workspaceId} AND report_id = ${reportId} AND version = ${version}`);
}

export async function saveTexts(
  tx: Tx,
  reportId: string,
  version: number,
  texts: ReportTexts,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE report_versions SET texts = ${JSON.stringify(texts)}::jsonb, edited_at = ${now}
    WHERE workspace_id = ${tx.workspaceId} AND report_id = ${reportId} AND version = ${version}`);
}

/** Makes a draft what everybody reads; what stood there before stays under its number. */
export async function showVersion(
  tx: Tx,
  reportId: string,
  version: number,
  out: { figures: ReportFigures; public: PublicReport; digest: string; by: { id: string; name: string } },
  now: Date,
): Promise<void> {
  await moveVersions(tx, reportId, 'superseded');
  await tx.run(sql`
    UPDATE report_versions SET state = 'published', figures = ${JSON.stringify(out.figures)}::jsonb,
      public = ${JSON.stringify(out.public)}::jsonb, digest = ${out.digest}, published_at = ${now}, published_by_id = ${out.by.id},
      published_by_name = ${out.by.name}
    WHERE workspace_id = ${tx.workspaceId} AND report_id = ${reportId} AND version = ${version}`);
  await tx.run(sql`
    UPDATE reports SET state = 'published', shown_version = ${version}, published_at = ${now}, withdrawn_at = NULL,
      withdrawn_reason = NULL
    WHERE workspace_id = ${tx.workspaceId} AND id = ${reportId}`);
}

export async function withdrawShown(tx: Tx, reportId: string, reason: string, now: Date): Promise<void> {
  await moveVersions(tx, reportId, 'withdrawn');
  await tx.run(sql`
    UPDATE reports SET state = 'withdrawn', withdrawn_at = ${now}, withdrawn_reason = ${reason}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${reportId}`);
}

async function moveVersions(tx: Tx, reportId: string, to: VersionState): Promise<void> {
  await tx.run(sql`
    UPDATE report_versions SET state = ${to}
    WHERE workspace_id = ${tx.workspaceId} AND report_id = ${reportId} AND state = 'published'`);
}

/** Keeps who is thanked by a version. */
export async function insertThanks(
  tx: Tx,
  reportId: string,
  version: number,
  personIds: readonly string[],
): Promise<void> {
  await tx.run(sql`
    INSERT INTO report_thanks (workspace_id, report_id, version, person_id)
    SELECT ${tx.workspaceId}, ${reportId}, ${version}, p FROM unnest(${[...personIds]}::text[]) AS p`);
}

/** Drops the draft, and the report when nothing else is left of it. */
export async function deleteDraft(tx: Tx, reportId: string, version: number): Promise<void> {
  await tx.run(sql`
    DELETE FROM report_versions
    WHERE workspace_id = ${tx.workspaceId} AND report_id = ${reportId} AND version = ${version} AND state = 'draft'`);
  await tx.run(sql`
    DELETE FROM reports r WHERE r.workspace_id = ${tx.workspaceId} AND r.id = ${reportId}
      AND NOT EXISTS (SELECT FROM report_versions v WHERE v.workspace_id = r.workspace_id AND v.report_id = r.id)`);
}

export async function saveSettings(tx: Tx, monthly: boolean, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO report_settings (workspace_id, monthly, updated_at) VALUES (${tx.workspaceId}, ${monthly}, ${now})
    ON CONFLICT (workspace_id) DO UPDATE SET monthly = excluded.monthly, updated_at = excluded.updated_at`);
}
