// Reads reports for the console and for everybody.
import sql from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { PublicReport } from '../core/public-report.ts';
import { publicReportOf } from '../core/public-report.ts';
import type { ReportRow, ReportView, VersionRow, VersionState } from '../core/report.contract.ts';
import type { ReportFigures } from '../core/report-figures.contract.ts';
import type { ReportTexts } from '../core/report-texts.contract.ts';
import { readContributors } from './fix-lines.reads.ts';

interface Row extends Omit<ReportRow, 'createdAt' | 'publishedAt'> {
  createdAt: Date;
  publishedAt: Date | null;
}

const ROW = sql`r.id, r.from_on AS "from", r.to_on AS "to", r.made_by AS "madeBy", r.state, r.shown_version AS "shownVersion",
  r.last_version AS "lastVersion", r.created_at AS "createdAt", r.published_at AS "publishedAt"`;

/** Latest period first. */
export async function listReports(
  tx: Tx,
  query: { cursor?: string | undefined; limit: number; state?: string | undefined },
): Promise<Page<ReportRow>> {
  const after = decodeCursor(query.cursor, 2);
  const rows = await tx.rows<Row>(sql`
    SELECT ${ROW}, coalesce(d.title, s.title, '{"zh-CN":"","en":""}'::jsonb) AS title, d.version IS NOT NULL AS "hasDraft"
    FROM reports r
    LEFT JOIN LATERAL (SELECT version, texts -> 'title' AS title FROM report_versions v
      WHERE v.workspace_id = r.workspace_id AND v.report_id = r.id AND v.state = 'draft') d ON true
    LEFT JOIN LATERAL (SELECT texts -> 'title' AS title FROM report_versions v
      WHERE v.workspace_id = r.workspace_id AND v.report_id = r.id AND v.version = r.shown_version) s ON true
    WHERE r.workspace_id = ${tx.workspaceId} AND (${query.state ?? null}::text IS NULL OR r.state = ${query.state ?? null})
      AND (${after === null} OR (r.to_on, r.id) < (${String(after?.[0] ?? '0001-01-01')}::date, ${String(after?.[1] ?? '')}::text))
    ORDER BY r.to_on DESC, r.id DESC LIMIT ${query.limit + 1}`);
  return cutPage(rows.map(rowOf), query.limit, (row) => [row.to, row.id]);
}

function rowOf(row: Row): ReportRow {
  return { ...row, createdAt: row.createdAt.toISOString(), publishedAt: row.publishedAt?.toISOString() ?? null };
}

interface StoredVersion {
  version: number;
  state: VersionState;
  reason: string | null;
  digest: string | null;
  computedAt: Date;
  editedAt: Date;
  publishedAt: Date | null;
  publishedBy: string | null;
}

const VERSION = sql`version, state, reason, digest, computed_at AS "computedAt", edited_at AS "editedAt",
  published_at AS "publishedAt", published_by_name AS "publishedBy"`;

/** A report with one version open: the one asked for, else the draft, else the latest. */
export async function readReport(
  tx: Tx,
  reportId: string,
  slug: string,
  version?: number | undefined,
): Promise<ReportView | undefined> {
  const head = await tx.maybe<Row & { previousFrom: string; previousTo: string; withdrawnReason: string | null }>(sql`
    SELECT ${ROW}, '{}'::jsonb AS title, false AS "hasDraft", r.previous_from_on AS "previousFrom", r.previous_to_on AS "previousTo",
      r.withdrawn_reason AS "withdrawnReason"
    FROM reports r WHERE r.workspace_id = ${tx.workspaceId} AND r.id = ${reportId}`);
  if (!head) return undefined;
  const versions = await tx.rows<StoredVersion>(sql`
    SELECT ${VERSION} FROM report_versions
    WHERE workspace_id = ${tx.workspaceId} AND report_id = ${reportId} ORDER BY version DESC`);
  const wanted = version ?? versions.find((one) => one.state === 'draft')?.version ?? versions[0]?.version;
  const open = versions.find((one) => one.version === wanted);
  if (!open) return undefined;
  const words = await tx.one<{ figures: ReportFigures; texts: ReportTexts; computeMs: number }>(sql`
    SELECT figures, texts, compute_ms AS "computeMs" FROM report_versions
    WHERE workspace_id = ${tx.workspaceId} AND report_id = ${reportId} AND version = ${open.version}`);
  const thanked =
    open.state === 'draft'
      ? (await readContributors(tx, head)).length
      : (await readThanked(tx, reportId, open.version)).length;
  return {
    ...rowOf(head),
    title: words.texts.title,
    hasDraft: versions.some((one) => one.state === 'draft'),
    previousFrom: head.previousFrom,
    previousTo: head.previousTo,
    withdrawnReason: head.withdrawnReason,
    address: `/p/${slug}/reports/${reportId}`,
    versions: versions.map(versionOf),
    open: {
      ...versionOf(open),
      ...words,
      hidden: words.figures.figures.filter((figure) => figure.hidden).map((figure) => figure.key),
      thanked,
    },
  };
}

function versionOf(row: StoredVersion): VersionRow {
  return {
    ...row,
    computedAt: row.computedAt.toISOString(),
    editedAt: row.editedAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
  };
}

/** Names of those a version thanks, as they want to be called now; who took his consent back is gone. */
export async function readThanked(tx: Tx, reportId: string, version: number): Promise<string[]> {
  const rows = await tx.rows<{ name: string }>(sql`
    SELECT p.nickname AS name FROM report_thanks t
    JOIN people_facts p ON p.workspace_id = t.workspace_id AND p.id = t.person_id
    WHERE t.workspace_id = ${tx.workspaceId} AND t.report_id = ${reportId} AND t.version = ${version} AND p.nickname IS NOT NULL
    ORDER BY p.thanks_consent_at, p.id`);
  return rows.map((row) => row.name);
}

/** Names of those a draft would thank. */
export async function readThankedNow(tx: Tx, figures: ReportFigures): Promise<string[]> {
  const ids = await readContributors(tx, figures);
  const rows = await tx.rows<{ name: string }>(sql`
    SELECT nickname AS name FROM people_facts
    WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${ids}::text[]) ORDER BY thanks_consent_at, id`);
  return rows.map((row) => row.name);
}

/** What stands at a public address. */
export interface ShownReport {
  id: string;
  version: number;
  state: 'draft' | 'published' | 'superseded' | 'withdrawn';
  /** The version that stands there now; another one than `version` when an earlier one was asked for. */
  shownVersion: number | null;
  report: PublicReport;
  digest: string | null;
  publishedAt: Date | null;
  reason: string | null;
  withdrawnReason: string | null;
  withdrawnAt: Date | null;
  versions: { version: number; publishedAt: Date; reason: string | null; state: string }[];
  thanks: string[];
}

/** A published version, the one shown when none is named; nothing of drafts. */
export async function readShown(tx: Tx, reportId: string, version: number | null): Promise<ShownReport | undefined> {
  const found = await tx.maybe<Omit<ShownReport, 'versions' | 'thanks'>>(sql`
    SELECT r.id, v.version, v.state, r.shown_version AS "shownVersion", v.public AS report, v.digest, v.published_at AS "publishedAt",
      v.reason, r.withdrawn_reason AS "withdrawnReason", r.withdrawn_at AS "withdrawnAt"
    FROM reports r JOIN report_versions v ON v.workspace_id = r.workspace_id AND v.report_id = r.id
    WHERE r.workspace_id = ${tx.workspaceId} AND r.id = ${reportId} AND v.state <> 'draft'
      AND v.version = coalesce(${version}::integer, r.shown_version)`);
  if (!found) return undefined;
  const versions = await tx.rows<ShownReport['versions'][number]>(sql`
    SELECT version, published_at AS "publishedAt", reason, state FROM report_versions
    WHERE workspace_id = ${tx.workspaceId} AND report_id = ${reportId} AND state <> 'draft' ORDER BY version DESC`);
  return { ...found, versions, thanks: await readThanked(tx, reportId, found.version) };
}

/** Any version as everybody would read it, for those who may see drafts. */
export async function readPreview(tx: Tx, reportId: string, version: number): Promise<ShownReport | undefined> {
  const shown = await readShown(tx, reportId, version);
  if (shown) return shown;
  const draft = await tx.maybe<{
    figures: ReportFigures;
    texts: ReportTexts;
    reason: string | null;
    shownVersion: number | null;
  }>(sql`
    SELECT v.figures, v.texts, v.reason, r.shown_version AS "shownVersion"
    FROM report_versions v JOIN reports r ON r.workspace_id = v.workspace_id AND r.id = v.report_id
    WHERE v.workspace_id = ${tx.workspaceId} AND v.report_id = ${reportId} AND v.version = ${version} AND v.state = 'draft'`);
  if (!draft) return undefined;
  return {
    id: reportId,
    version,
    state: 'draft',
    shownVersion: draft.shownVersion,
    report: publicReportOf(draft.figures, draft.texts),
    digest: null,
    publishedAt: null,
    reason: draft.reason,
    withdrawnReason: null,
    withdrawnAt: null,
    versions: [],
    thanks: await readThankedNow(tx, draft.figures),
  };
}

export interface PublicRow {
  id: string;
  from: string;
  to: string;
  title: { 'zh-CN': string; en: string };
  version: number;
  state: 'published' | 'withdrawn';
  publishedAt: Date;
}

const MOST_LISTED = 200;

/** Published reports of a shop, latest period first; a withdrawn one stays in the list and says so. */
export function listPublic(tx: Tx): Promise<PublicRow[]> {
  return tx.rows<PublicRow>(sql`
    SELECT r.id, r.from_on AS "from", r.to_on AS "to", v.public -> 'texts' -> 'title' AS title, v.version, r.state,
      r.published_at AS "publishedAt"
    FROM reports r JOIN report_versions v ON v.workspace_id = r.workspace_id AND v.report_id = r.id AND v.version = r.shown_version
    WHERE r.workspace_id = ${tx.workspaceId} AND r.shown_version IS NOT NULL
    ORDER BY r.to_on DESC, r.id DESC LIMIT ${MOST_LISTED}`);
}

export async function readSettings(tx: Tx): Promise<{ monthly: boolean }> {
  const row = await tx.maybe<{ monthly: boolean }>(
    sql`SELECT monthly FROM report_settings WHERE workspace_id = ${tx.workspaceId}`,
  );
  return { monthly: row?.monthly ?? true };
}
