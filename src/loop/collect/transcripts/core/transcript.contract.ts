// What others may know of transcripts: hotline calls and chats by speaker turn, how they are handed over and looked at.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';

export const TRANSCRIPT_CHANNELS = ['hotline', 'chat'] as const;
/** unknown: the source does not say who spoke and the words do not tell either; kept as context, never judged. */
export const SPEAKERS = ['customer', 'agent', 'bot', 'system', 'unknown'] as const;
export type Speaker = (typeof SPEAKERS)[number];

/** Most turns of one session; more is cut off at the sender's. */
export const MAX_TURNS = 2000;
export const MAX_SESSIONS = 200;
/** Largest file, in bytes. */
export const TRANSCRIPT_UPLOAD_LIMIT = 64 * 1024 * 1024;

const short = (max: number) => z.string().trim().min(1).max(max);

export const turnDraft = z.object({
  speaker: z.enum(SPEAKERS).default('unknown'),
  /** When it was said (ISO 8601); the session's beginning when left out. */
  at: z.iso.datetime({ offset: true }).optional(),
  text: z.string().trim().min(1).max(10_000),
});

/** One call or chat as its source hands it over. */
export const transcriptDraft = z.object({
  /** The source's own id of the session; (channel, id) is recorded once. */
  id: short(200),
  channel: z.enum(TRANSCRIPT_CHANNELS),
  startedAt: z.iso.datetime({ offset: true }).optional(),
  /** Who answered. */
  agent: short(200).optional(),
  customer: z
    .object({
      externalId: short(200).optional(),
      name: short(200).optional(),
      email: z.email().max(320).optional(),
      phone: short(40).optional(),
      locale: z.enum(['zh-CN', 'en']).optional(),
    })
    .optional(),
  product: z.object({ sku: short(200).optional(), name: short(300).optional() }).optional(),
  orderNo: short(100).optional(),
  locale: z.enum(['zh-CN', 'en']).optional(),
  turns: z.array(turnDraft).min(1).max(MAX_TURNS),
});
export type TranscriptDraft = z.output<typeof transcriptDraft>;

export const TRANSCRIPT_OUTCOMES = ['recorded', 'duplicate', 'rejected'] as const;

export const transcriptOutcome = z.object({
  outcome: z.enum(TRANSCRIPT_OUTCOMES),
  /** Transcript id; null when rejected. */
  id: z.string().nullable(),
  feedbackIds: z.array(z.string()),
  promises: z.number(),
  errors: z.array(z.object({ path: z.string(), code: z.string() })).optional(),
});
export type TranscriptOutcome = z.output<typeof transcriptOutcome>;

export const turnView = z.object({
  position: z.number(),
  speaker: z.enum(SPEAKERS),
  /** Whether the source did not say who spoke and it was told from the words. */
  guessed: z.boolean(),
  at: z.string().nullable(),
  /** Always the masked text. */
  text: z.string(),
  /** The feedback this turn became part of. */
  feedbackId: z.string().nullable(),
  promise: z.object({ dueAt: z.string().nullable() }).nullable(),
});
export type TurnView = z.output<typeof turnView>;

export const transcriptView = z
  .object({
    id: z.string(),
    channel: z.enum(TRANSCRIPT_CHANNELS),
    startedAt: z.string(),
    agent: z.string().nullable(),
    person: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    turnCount: z.number(),
    feedbackIds: z.array(z.string()),
    promises: z.number(),
    createdAt: z.string(),
  })
  .meta({ id: 'Transcript' });
export type TranscriptView = z.output<typeof transcriptView>;

export const transcriptPage = transcriptView.extend({ turns: z.array(turnView) }).meta({ id: 'TranscriptWithTurns' });

export const IMPORT_STATES = ['waiting', 'running', 'done', 'failed'] as const;

export const transcriptImportView = z
  .object({
    id: z.string(),
    fileName: z.string(),
    state: z.enum(IMPORT_STATES),
    /** Sessions found in the file; null until it has been read. */
    total: z.number().nullable(),
    done: z.number(),
    recorded: z.number(),
    duplicates: z.number(),
    rejected: z.number(),
    feedback: z.number(),
    promises: z.number(),
    /** The first bad rows or sessions by place in the file (from 1), with field and code. */
    problems: z.array(z.object({ row: z.number(), path: z.string(), code: z.string() })),
    failure: z.string().nullable(),
    createdBy: z.string().nullable(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'TranscriptImport' });
export type TranscriptImportView = z.output<typeof transcriptImportView>;

const idParam = z.object({ id: z.string().max(60) });

export const recordTranscriptsRoute = route({
  id: 'recordTranscripts',
  method: 'POST',
  path: '/api/v1/transcripts',
  summary: 'Take in up to 200 calls or chats by speaker turn; a bad one is answered as rejected and loses nothing else',
  access: 'feedback.write',
  body: z.object({ items: z.array(z.unknown()).min(1).max(MAX_SESSIONS) }),
  bodyLimit: 16 * 1024 * 1024,
  ok: z.object({
    recorded: z.number(),
    duplicates: z.number(),
    rejected: z.number(),
    results: z.array(transcriptOutcome),
  }),
});

export const listTranscriptsRoute = route({
  id: 'listTranscripts',
  method: 'GET',
  path: '/api/v1/transcripts',
  summary: 'Calls and chats, newest first',
  access: 'feedback.read',
  query: pageQuery.extend({ channel: z.enum(TRANSCRIPT_CHANNELS).optional() }),
  ok: pageOf(transcriptView),
});

export const getTranscriptRoute = route({
  id: 'getTranscript',
  method: 'GET',
  path: '/api/v1/transcripts/:id',
  summary: 'One call or chat with every turn, masked; `id` is a transcript or a feedback that came out of one',
  access: 'feedback.read',
  params: idParam,
  ok: transcriptPage,
  refusals: ['not_found'],
});

export const uploadTranscriptsRoute = route({
  id: 'uploadTranscripts',
  method: 'POST',
  path: '/api/v1/transcript-imports',
  summary: 'Hand over a JSON, JSONL or CSV file of calls or chats (multipart field `file`, may be gzipped)',
  access: 'import.run',
  query: z.object({ channel: z.enum(TRANSCRIPT_CHANNELS).default('hotline') }),
  bodyKind: 'multipart',
  bodyLimit: TRANSCRIPT_UPLOAD_LIMIT + 1024 * 1024,
  ok: transcriptImportView,
  status: 201,
  refusals: ['too_large_transcripts', 'unsupported_media_type'],
});

export const listTranscriptImportsRoute = route({
  id: 'listTranscriptImports',
  method: 'GET',
  path: '/api/v1/transcript-imports',
  summary: 'Files of transcripts handed over, newest first',
  access: 'import.read',
  query: pageQuery,
  ok: pageOf(transcriptImportView),
});

export const transcriptRoutes = [
  recordTranscriptsRoute,
  listTranscriptsRoute,
  getTranscriptRoute,
  uploadTranscriptsRoute,
  listTranscriptImportsRoute,
] as const;
