// What others may know of the evidence log: its state, its leaves, its files and its audits.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';
import { EVIDENCE_FAULTS } from './check-evidence.ts';
import { evidenceFile, publicLeaf, signedHead } from './evidence-file.ts';
import { LEAF_KINDS } from './leaf.ts';

export type { EvidenceFile } from './evidence-file.ts';

export const evidenceAudited = defineEvent(
  'evidence.audited',
  z.object({ auditId: z.string(), isSound: z.boolean(), size: z.number() }),
);
export const evidenceTaken = defineEvent('evidence.taken', z.object({ entries: z.number() }));

export const AUDIT_FAULTS = [
  'leaf_changed',
  'content_changed',
  'leaf_missing',
  'root_differs',
  'head_not_signed',
] as const;
export type AuditFault = (typeof AUDIT_FAULTS)[number];

export const auditView = z
  .object({
    id: z.string(),
    state: z.enum(['waiting', 'running', 'sound', 'broken']),
    size: z.number(),
    done: z.number(),
    /** Leaves whose content was erased with the person: their digests still stand in the tree. */
    erased: z.number(),
    /** The first 50 faults; `seq` -1 for the log as a whole. */
    faults: z.array(z.object({ seq: z.number(), fault: z.enum(AUDIT_FAULTS) })),
    byName: z.string(),
    startedAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'EvidenceAudit' });
export type AuditView = z.output<typeof auditView>;

export const logView = z
  .object({
    /** Ed25519 public key as hex; null before the first leaf. */
    key: z.string().nullable(),
    fingerprint: z.string().nullable(),
    size: z.number(),
    head: signedHead.nullable(),
    lastAudit: auditView.nullable(),
    /** Where anybody checks: the shop's public page. */
    checkPath: z.string(),
  })
  .meta({ id: 'EvidenceLog' });
export type LogView = z.output<typeof logView>;

export const leafRow = z.object({
  seq: z.number(),
  kind: z.enum(LEAF_KINDS),
  at: z.string(),
  digest: z.string(),
  /** The feedback, case or report it is about; null once erased. */
  subjectId: z.string().nullable(),
  /** Event or `feedback.received`; null once erased. */
  what: z.string().nullable(),
});
export type LeafRow = z.output<typeof leafRow>;

const slugParam = z.object({ slug: z.string().max(60) });

export const readEvidenceLogRoute = route({
  id: 'readEvidenceLog',
  method: 'GET',
  path: '/api/v1/evidence',
  summary: 'The evidence log: its key, its size, its signed head and the last audit',
  access: 'evidence.read',
  ok: logView,
});

export const listEvidenceLeavesRoute = route({
  id: 'listEvidenceLeaves',
  method: 'GET',
  path: '/api/v1/evidence/leaves',
  summary: 'Leaves of the log, newest first',
  access: 'evidence.read',
  query: pageQuery.extend({ kind: z.enum(LEAF_KINDS).optional() }),
  ok: pageOf(leafRow),
});

export const takeCaseEvidenceRoute = route({
  id: 'takeCaseEvidence',
  method: 'GET',
  path: '/api/v1/evidence/cases/:id',
  summary: 'The evidence file of a case: receipts of its voices, its steps and promises, with proofs',
  access: 'evidence.read',
  params: z.object({ id: z.string().max(60) }),
  ok: evidenceFile,
  refusals: ['not_found', 'no_evidence_yet'],
});

export const checkEvidenceRoute = route({
  id: 'checkEvidence',
  method: 'POST',
  path: '/api/v1/evidence/checks',
  summary: 'Check an evidence file against this log, now',
  access: 'evidence.read',
  body: z.record(z.string(), z.unknown()),
  bodyLimit: 8 * 1024 * 1024,
  ok: z.object({
    isSound: z.boolean(),
    faults: z.array(z.object({ fault: z.enum([...EVIDENCE_FAULTS, 'not_our_log']), entry: z.number().nullable() })),
    entries: z.number(),
  }),
});

export const startEvidenceAuditRoute = route({
  id: 'startEvidenceAudit',
  method: 'POST',
  path: '/api/v1/evidence/audits',
  summary: 'Recompute the whole log from its rows and compare it with its signed head',
  access: 'evidence.read',
  ok: auditView,
  status: 202,
  refusals: ['audit_running', 'no_evidence_yet'],
});

export const listEvidenceAuditsRoute = route({
  id: 'listEvidenceAudits',
  method: 'GET',
  path: '/api/v1/evidence/audits',
  summary: 'Audits of the log, newest first',
  access: 'evidence.read',
  query: pageQuery,
  ok: pageOf(auditView),
});

/** What anybody may fetch about a log; a leaf says nothing of whom it is about. */
export const publicHeadRoute = route({
  id: 'publicEvidenceHead',
  method: 'GET',
  path: '/p/:slug/evidence/head.json',
  summary: "The shop's signed tree head and key, for anybody",
  access: 'public',
  params: slugParam,
  ok: z.object({ key: z.string(), fingerprint: z.string(), head: signedHead, heads: z.array(signedHead) }),
  refusals: ['not_found'],
  perMinute: 120,
});

export const publicConsistencyRoute = route({
  id: 'publicEvidenceConsistency',
  method: 'GET',
  path: '/p/:slug/evidence/consistency.json',
  summary: 'Proof that the log of `second` leaves grew from the one of `first` (RFC 6962 §2.1.2)',
  access: 'public',
  params: slugParam,
  query: z.object({ first: z.coerce.number().int().min(1), second: z.coerce.number().int().min(1).optional() }),
  ok: z.object({ first: z.number(), second: z.number(), proof: z.array(z.string()) }),
  refusals: ['not_found', 'invalid_range'],
  perMinute: 120,
});

export const publicLeafRoute = route({
  id: 'publicEvidenceLeaf',
  method: 'GET',
  path: '/p/:slug/evidence/leaves/:seq',
  summary: 'One leaf and its inclusion proof in the present log (RFC 6962 §2.1.1)',
  access: 'public',
  params: slugParam.extend({ seq: z.coerce.number().int().min(0) }),
  ok: z.object({ index: z.number(), leaf: publicLeaf, proof: z.array(z.string()), head: signedHead }),
  refusals: ['not_found'],
  perMinute: 120,
});

export const reporterEvidenceRoute = route({
  id: 'reporterEvidence',
  method: 'GET',
  path: '/s/:token/evidence.json',
  summary: "The reporter's own evidence file",
  access: 'public',
  params: z.object({ token: z.string().max(200) }),
  ok: z.null(),
  answer: 'file',
  refusals: ['not_found', 'no_evidence_yet'],
  perMinute: 30,
});

export const reportEvidenceRoute = route({
  id: 'reportEvidence',
  method: 'GET',
  path: '/p/:slug/reports/:id/evidence.json',
  summary: 'The evidence file of a published report',
  access: 'public',
  params: slugParam.extend({ id: z.string().max(60) }),
  ok: z.null(),
  answer: 'file',
  refusals: ['not_found', 'no_evidence_yet'],
  perMinute: 30,
});

export const checkPageRoute = route({
  id: 'evidenceCheckPage',
  method: 'GET',
  path: '/p/:slug/verify',
  summary: 'The page on which anybody checks a receipt; works without script',
  access: 'public',
  params: slugParam,
  query: z.object({ lang: z.string().max(20).optional() }).loose(),
  ok: z.string(),
  answer: 'page',
  perMinute: 120,
});

export const checkPageFileRoute = route({
  id: 'evidenceCheckUpload',
  method: 'POST',
  path: '/p/:slug/verify',
  summary: 'Check the receipt that was handed in',
  access: 'public',
  params: slugParam,
  query: z.object({ lang: z.string().max(20).optional() }).loose(),
  bodyKind: 'multipart',
  bodyLimit: 8 * 1024 * 1024,
  ok: z.string(),
  answer: 'page',
  perMinute: 20,
});

export const offlineCheckRoute = route({
  id: 'evidenceOfflinePage',
  method: 'GET',
  path: '/verify.html',
  summary: 'The checker as one file that works without a network',
  access: 'public',
  ok: z.string(),
  answer: 'page',
  perMinute: 60,
});

export const evidenceRoutes = [
  readEvidenceLogRoute,
  listEvidenceLeavesRoute,
  takeCaseEvidenceRoute,
  checkEvidenceRoute,
  startEvidenceAuditRoute,
  listEvidenceAuditsRoute,
  publicHeadRoute,
  publicConsistencyRoute,
  publicLeafRoute,
  reporterEvidenceRoute,
  reportEvidenceRoute,
  checkPageRoute,
  checkPageFileRoute,
  offlineCheckRoute,
] as const;
