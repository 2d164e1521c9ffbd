// Reads the log for screens, for anybody who checks, and for those whose voice it holds.
import sql, { empty } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { fingerprintOf } from '../core/check-evidence.ts';
import type { LeafRow, LogView } from '../core/evidence.contract.ts';
import type { EvidenceFile, PublicLeaf, SignedHead } from '../core/evidence-file.ts';
import type { LeafKind } from '../core/leaf.ts';
import { readAudit } from './audit.reads.ts';
import { readLog, readLogAndLeaf } from './log.store.ts';
import { headOf, proofsOf, takeFile } from './take-file.ts';

/** The log as its members see it. */
export async function readLogView(tx: Tx, checkPath: string): Promise<LogView> {
  const log = await readLog(tx);
  return {
    key: log?.publicKey ?? null,
    fingerprint: log ? fingerprintOf(log.publicKey) : null,
    size: log?.size ?? 0,
    head: headOf(log),
    lastAudit: (await readAudit(tx)) ?? null,
    checkPath,
  };
}

/** Leaves, newest first. */
export async function listLeaves(
  tx: Tx,
  query: { kind?: LeafKind; cursor?: string; limit: number },
): Promise<Page<LeafRow>> {
  const after = decodeCursor(query.cursor, 1);
  const rows = await tx.rows<{
    seq: number;
    kind: LeafKind;
    at: Date;
    digest: Buffer;
    subject_id: string | null;
    content: string | null;
    erased: boolean;
  }>(sql`
    SELECT seq, kind, at, digest, subject_id, content, salt IS NULL AS erased FROM evidence_leaves
    WHERE workspace_id = ${tx.workspaceId} ${query.kind ? sql`AND kind = ${query.kind}` : empty}
      ${after ? sql`AND seq < ${Number(after[0])}` : empty}
    ORDER BY seq DESC LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => [row.seq]);
  return {
    items: page.items.map((row) => ({
      seq: row.seq,
      kind: row.kind,
      at: row.at.toISOString(),
      digest: row.digest.toString('hex'),
      subjectId: row.subject_id,
      what: row.erased ? null : row.content === null ? 'feedback.received' : String(JSON.parse(row.content).what),
    })),
    nextCursor: page.nextCursor,
  };
}

/** The evidence of a case and of all that was said in it. */
export async function caseFile(tx: Tx, caseId: string): Promise<EvidenceFile | 'not_found' | undefined> {
  const found = await tx.maybe(
    sql`SELECT id FROM cases_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${caseId}`,
  );
  if (!found) return 'not_found';
  const voices = await tx.rows<{ id: string }>(sql`
    SELECT feedback_id AS id FROM case_feedback_facts WHERE workspace_id = ${tx.workspaceId} AND case_id = ${caseId}
    ORDER BY feedback_id LIMIT 1000`);
  return takeFile(tx, { feedbackIds: voices.map((voice) => voice.id), subjectIds: [caseId] });
}

/** What one reporter may take away: receipts of his own words, and the steps of the case they are in. */
export async function reporterFile(
  tx: Tx,
  link: { subject: string; reporter: string },
): Promise<EvidenceFile | undefined> {
  const cases = link.subject.startsWith('case_')
    ? [link.subject]
    : (
        await tx.rows<{ id: string }>(sql`
          SELECT case_id AS id FROM case_feedback_facts WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ${link.subject}`)
      ).map((row) => row.id);
  const own = await tx.rows<{ id: string }>(sql`
    SELECT f.id FROM feedback_facts f LEFT JOIN case_feedback_facts c ON c.workspace_id = f.workspace_id AND c.feedback_id = f.id
    WHERE f.workspace_id = ${tx.workspaceId} AND (f.id = ${link.reporter} OR f.id = ${link.subject} OR f.person_id = ${link.reporter})
      AND (c.case_id = ANY(${cases}::text[]) OR f.id = ${link.subject})
    ORDER BY f.id LIMIT 200`);
  const file = await takeFile(tx, { feedbackIds: own.map((row) => row.id), subjectIds: cases });
  return file && withoutOthers(file, new Set(own.map((row) => row.id)));
}

/** Steps name feedback of everybody in the case; a reporter's file must not carry them, and a leaf cannot be shortened. */
function withoutOthers(file: EvidenceFile, own: ReadonlySet<string>): EvidenceFile | undefined {
  const entries = file.entries.filter((entry) => {
    const named = entry.content.feedbackIds;
    return !Array.isArray(named) || named.every((id) => own.has(String(id)));
  });
  return entries.length === 0 ? undefined : { ...file, entries };
}

/** The evidence of a published report. */
export async function reportFile(tx: Tx, reportId: string): Promise<EvidenceFile | undefined> {
  const file = await takeFile(tx, { feedbackIds: [], subjectIds: [reportId] });
  return file?.entries.every((entry) => entry.leaf.kind === 'report') ? file : undefined;
}

/** One leaf, as anybody may see it, with its proof. */
export async function publicLeafOf(
  tx: Tx,
  seq: number,
): Promise<{ index: number; leaf: PublicLeaf; proof: string[]; head: SignedHead } | undefined> {
  const row = await readLogAndLeaf(tx, seq);
  const head = headOf(row);
  if (!row || !head || seq >= head.size) return undefined;
  const [proof] = await proofsOf(tx, [seq], head.size);
  return {
    index: seq,
    leaf: { v: 1, kind: row.kind, at: row.at.toISOString(), digest: row.digest.toString('hex') },
    proof: proof!,
    head,
  };
}

/** The present head and up to 100 former ones, newest first. */
export async function readHeads(tx: Tx): Promise<{ key: string; head: SignedHead; heads: SignedHead[] } | undefined> {
  const log = await readLog(tx);
  const head = headOf(log);
  if (!log || !head) return undefined;
  const rows = await tx.rows<{ size: number; root: Buffer; at: Date; signature: Buffer }>(sql`
    SELECT size, root, at, signature FROM evidence_heads WHERE workspace_id = ${tx.workspaceId} ORDER BY size DESC LIMIT 100`);
  const heads = rows.map((row) => ({
    size: row.size,
    root: row.root.toString('hex'),
    at: row.at.toISOString(),
    signature: row.signature.toString('hex'),
  }));
  return { key: log.publicKey, head, heads };
}

/** Whether a signed head of this key and size is one this log has really had. */
export async function isOurLog(tx: Tx, key: string): Promise<boolean> {
  return (await readLog(tx))?.publicKey === key;
}
